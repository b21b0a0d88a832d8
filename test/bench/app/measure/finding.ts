/** In the palette: open it, and after each letter until its answer is on the screen. */
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { Manifest } from '../seed/manifest.ts';
import type { OpenedStation } from '../station.ts';
import { seenAfter, sinceKey } from '../watch.ts';

const control = 2;
const letterMs = 90;
export const palette = '[role="dialog"] input[role="combobox"]';
/** It answers what stands in the field. */
export const answering = (text: string) => ({
  selector: `div:has(> input[role="combobox"][value="${text}"]) + [aria-busy="false"]`,
});

/** What somebody on the telephone says, and a word that nobody has. */
export async function finding(
  station: OpenedStation,
  { people, bench }: Pick<Manifest, 'people' | 'bench'>,
): Promise<Figures> {
  const { page, keys } = station;
  const opened: number[] = [];
  const took: Record<string, number[]> = {};
  const person = people['person-zielinski']?.name.split(' ').at(-1) ?? '';
  const words = {
    'a number': bench.at(-1)?.rma ?? '',
    'a client': await aClient(station),
    'an article': 'valve',
    'a person': person,
    'a word nobody has': 'zzyzx',
  };
  for (const [what, word] of Object.entries(words)) {
    let pressed = 0;
    const open = { selector: `${palette}:focus` };
    const times = await seenAfter(page, { open }, async () => {
      pressed = await keys.press('k', control);
    });
    opened.push(sinceKey(times.open, pressed));
    await delay(300);
    for (let length = 1; length <= word.length; length += 1) {
      const sight = { answered: answering(word.slice(0, length)) };
      const seen = await seenAfter(page, sight, async () => {
        pressed = await keys.press(word.charAt(length - 1));
      });
      (took[`letter of ${what} in the palette → its answer`] ??= []).push(
        sinceKey(seen.answered, pressed),
      );
      await delay(letterMs);
    }
    await page.keyboard.press('Escape');
    await page.locator(palette).waitFor({ state: 'detached' });
    await delay(300);
  }
  return { 'Ctrl+K → palette': opened, ...took };
}

/** The longest plain word of a client's name that is listed. */
async function aClient({ page }: OpenedStation): Promise<string> {
  const name = await page.locator('[role="row"] [title]').first().getAttribute('title');
  const words = name?.match(/[A-Za-z]{4,}/g) ?? [];
  return words.toSorted((a, b) => b.length - a.length)[0] ?? '';
}
