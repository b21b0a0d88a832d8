/** A number typed letter by letter in a list goes to its row, wherever in the list that is. */
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { Parcel } from '../seed/manifest.ts';
import type { OpenedStation } from '../station.ts';
import { seen, seenAfter, sinceKey } from '../watch.ts';

/** Slower than a scanner, faster than the pause after which a new word begins. */
const letterMs = 90;
const newWordMs = 1_200;
/** Goods without papers stand in a list of their own before. */
const stop = '[role="grid"] [role="row"][tabindex="0"]';
const reached = '[role="grid"] [role="row"]:focus';

/**
 * The letter is measured by which the list goes to another row: before it, several numbers begin as it
 * was typed, and none of the letters behind it can change anything.
 */
export async function searching(
  { page, keys }: OpenedStation,
  { listed, sought }: { readonly listed: readonly Parcel[]; readonly sought: readonly Parcel[] },
): Promise<Figures> {
  const found: number[] = [];
  const numbers = listed.map(({ rma }) => rma);
  await page.locator(stop).last().focus();
  for (const { rma } of sought) {
    const { shared, next } = decisiveIn(rma, numbers);
    await delay(newWordMs);
    for (const letter of shared) {
      await keys.press(letter);
      await delay(letterMs);
    }
    await seen(page, { begun: { selector: reached, text: shared } });
    const words = (await page.locator(reached).textContent()) ?? '';
    const letter = next.find((one) => !words.includes(shared + one)) ?? '';
    let pressed = 0;
    const there = { selector: reached, text: shared + letter, isInSight: true };
    const times = await seenAfter(page, { there }, async () => {
      pressed = await keys.press(letter);
    });
    found.push(sinceKey(times.there, pressed));
  }
  // A letter right before a scan would be taken for its first.
  await delay(newWordMs);
  return { 'letter of a number → its row': found };
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
