/** A number typed letter by letter in a list goes to its row, wherever in the list that is. */
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { Parcel } from '../seed/manifest.ts';
import type { OpenedStation } from '../station.ts';
import { seenAfter } from '../watch.ts';

/** Slower than a scanner, faster than the pause after which a new word begins. */
const letterMs = 90;
const newWordMs = 1_200;
/** The row the next key goes to; goods without papers stand in a list of their own before. */
const active = '[role="grid"] [role="row"][tabindex="0"]';

export async function searching(
  { page, keys }: OpenedStation,
  parcels: readonly Parcel[],
): Promise<Figures> {
  const found: number[] = [];
  await page.locator(active).last().focus();
  for (const { rma } of parcels) {
    await delay(newWordMs);
    const letters = rma.split('');
    const last = letters.pop() ?? '';
    for (const letter of letters) {
      await keys.press(letter);
      await delay(letterMs);
    }
    let pressed = 0;
    const { there } = await seenAfter(
      page,
      { there: { selector: active, text: rma } },
      async () => {
        pressed = await keys.press(last);
      },
    );
    // Where a shorter beginning led there already, nothing is left to be found.
    found.push(Math.max(0, there - pressed));
  }
  // A letter right before a scan would be taken for its first.
  await delay(newWordMs);
  return { 'last letter of a number → its row': found };
}
