/** At the bench: a case opens, a photo is saved, a note is typed. */
import { bench } from '../../../../renderer/wording/en/bench.ts';
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { Parcel } from '../seed/manifest.ts';
import { benchList, onBench } from '../sights.ts';
import type { OpenedStation } from '../station.ts';
import { seen, seenAfter, typedSince } from '../watch.ts';

const strip = `[role="list"][aria-label="${bench['bench.photos.title']}"]`;
const answeredWithinMs = 20_000;
const note = 'Leaks at the shaft seal under pressure.';

export async function inspecting(
  station: OpenedStation,
  parcels: readonly Parcel[],
): Promise<Figures> {
  const { page, keys } = station;
  const opened: number[] = [];
  const pictured: number[] = [];
  const shot: number[] = [];
  const typed: number[] = [];
  for (const parcel of parcels) {
    let entered = 0;
    const open = async () =>
      await seenAfter(
        page,
        { opened: onBench(parcel.rma), pictures: { selector: strip, hasPictures: true } },
        async () => {
          entered = await keys.scan(parcel.tracking);
        },
        { patienceMs: answeredWithinMs },
      );
    // Whoever saw no answer scans again.
    const times = await open().catch(open);
    opened.push(times.opened - entered);
    pictured.push(times.pictures - entered);
    shot.push(await shutter(station));
    typed.push(...(await typeNote(station)));
    await seenAfter(page, { benchList }, () =>
      page.locator('header:has(h1) button').first().click(),
    );
    await delay(500);
  }
  return {
    'open a case at the bench': opened,
    'the same with its photos': pictured,
    'shutter → saved': shot,
    'key → paint in a note': typed,
  };
}

/** Until the picture hangs in the strip, which it does when it is saved. */
async function shutter({ page, keys }: OpenedStation): Promise<number> {
  await page.waitForFunction(() => document.querySelector('video')?.readyState === 4);
  const picture = `${strip} img`;
  const many = (await page.locator(picture).count()) + 1;
  let pressed = 0;
  const { hangs } = await seenAfter(page, { hangs: { selector: picture, many } }, async () => {
    pressed = await keys.press('F7');
  });
  return hangs - pressed;
}

async function typeNote({ page, keys }: OpenedStation): Promise<readonly number[]> {
  const none = page.locator('form label').filter({ hasText: bench['bench.what.noDefect'] });
  await none.first().click();
  await seen(page, { field: { selector: 'form textarea' } });
  await page.locator('form textarea').focus();
  await typedSince(page);
  for (const character of note) {
    await keys.press(character);
    await delay(40);
  }
  await delay(300);
  return await typedSince(page);
}
