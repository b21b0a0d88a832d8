/** A number typed letter by letter on the bench's list leaves fewer and fewer of all its rows. */
import { bench } from '../../../../renderer/wording/en/bench.ts';
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { Parcel } from '../seed/manifest.ts';
import type { OpenedStation } from '../station.ts';
import { seen, seenAfter, sinceKey } from '../watch.ts';

/** Slower than a scanner. */
const letterMs = 90;
const row = '[data-group] [role="row"]';
const field = 'main input[type="search"]';
/** How many were found, of how many. */
const head = { selector: 'main h1', text: bench['bench.title'] };

/**
 * The letter is measured by which the list becomes another: before it, several numbers begin as it
 * was typed, and none of the letters behind it can change anything.
 */
export async function searching(
  { page, keys }: OpenedStation,
  { listed, sought }: { readonly listed: readonly Parcel[]; readonly sought: readonly Parcel[] },
): Promise<Figures> {
  const started: number[] = [];
  const found: number[] = [];
  const numbers = listed.map(({ rma }) => rma);
  for (const { rma } of sought) {
    const { shared } = decisiveIn(rma, numbers);
    await page.locator(`${row}[tabindex="0"]`).first().focus();
    const all = (await page.locator(head.selector).textContent()) ?? '';
    let pressed = 0;
    // A letter on a row goes to the field.
    const first = shared.charAt(0);
    const begun = { begun: { selector: `${field}[value="${first}"]` } };
    const begins = await seenAfter(page, begun, async () => {
      pressed = await keys.press(first);
    });
    started.push(sinceKey(begins.begun, pressed));
    for (const letter of shared.slice(1)) {
      await delay(letterMs);
      await keys.press(letter);
    }
    await seen(page, { typed: { selector: `${field}[value="${shared}"]` } });
    await delay(3 * letterMs);
    const several = (await page.locator(head.selector).textContent()) ?? '';
    const times = await seenAfter(page, { fewer: { ...head, not: several } }, async () => {
      pressed = await keys.press(rma.charAt(shared.length));
    });
    await seen(page, { there: { selector: row, text: rma, isInSight: true } });
    found.push(sinceKey(times.fewer, pressed));
    await seenAfter(page, { again: { ...head, text: all, isWhole: true } }, () =>
      page.keyboard.press('Escape'),
    );
  }
  return { 'first letter on a row → looked for': started, 'letter of a number → its row': found };
}

/** The longest beginning it shares with another number, and what may come behind. */
export function decisiveIn(
  number: string,
  numbers: readonly string[],
): { readonly shared: string; readonly next: readonly string[] } {
  for (let length = number.length - 1; length > 0; length -= 1) {
    const shared = number.slice(0, length);
    const begun = numbers.filter((other) => other.startsWith(shared));
    const next = [...new Set(begun.map((other) => other.charAt(length)))];
    if (next.length > 1) return { shared, next };
  }
  throw new Error(`no other number begins like ${number}`);
}
