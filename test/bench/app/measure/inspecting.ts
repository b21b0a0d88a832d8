/** At the bench: a case opens, a photo is saved, a note is typed. */
import { bench } from '../../../../renderer/wording/en/bench.ts';
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { Parcel } from '../seed/manifest.ts';
import { benchList, onBench } from '../sights.ts';
import type { OpenedStation } from '../station.ts';
import { seen, seenAfter, sinceKey, typedSince } from '../watch.ts';

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
  let lost = 0;
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
    const times = await open().catch(() => null);
    if (times) {
      opened.push(sinceKey(times.opened, entered));
      pictured.push(sinceKey(times.pictures, entered));
    } else {
      lost += 1;
      // Whoever saw no answer scans again; that is not measured.
      await keys.scan(parcel.tracking);
      await seen(page, { opened: onBench(parcel.rma) }, answeredWithinMs);
    }
    shot.push(await shutter(station));
    typed.push(...(await typeNote(station)));
    await seenAfter(page, { benchList }, () =>
      page.locator('header:has(h1) button').first().click(),
    );
    await delay(500);
  }
  return {
    'open a case at the bench': opened,
    'scans without an answer, bench': [lost],
    'the same with its photos': pictured,
    'shutter → saved': shot,
    'key → paint in a note': typed,
  };
}

/** Until there is one more in the strip, which there is when it is saved; not when one more is drawn. */
export async function shutter({ page, keys }: OpenedStation): Promise<number> {
  const isSeeing = () => document.querySelector('video')?.readyState === 4;
  while (!(await page.evaluate(isSeeing))) await delay(20);
  const one = page.locator(`${strip} [aria-setsize]`).first();
  const many = Number(await one.getAttribute('aria-setsize')) + 1;
  const hangs = { selector: `${strip} [aria-setsize="${many}"]`, hasPictures: true };
  let pressed = 0;
  const times = await seenAfter(page, { hangs }, async () => {
    pressed = await keys.press('F7');
  });
  return sinceKey(times.hangs, pressed);
}

async function typeNote({ page, keys }: OpenedStation): Promise<readonly number[]> {
  const field = 'form input[name="note"]';
  await seen(page, { field: { selector: field } });
  await page.locator(field).focus();
  await typedSince(page);
  for (const character of note) {
    await keys.press(character);
    await delay(40);
  }
  await delay(300);
  return await typedSince(page, note.length);
}
