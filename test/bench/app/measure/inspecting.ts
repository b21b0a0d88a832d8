/** At the bench: a case opens, a photo is saved, a note is typed. */
import { bench } from '../../../../renderer/wording/en/bench.ts';
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { Seen, Sight, Sights } from '../page/installWatch.ts';
import type { Parcel } from '../seed/manifest.ts';
import { benchList, onBench } from '../sights.ts';
import type { OpenedStation } from '../station.ts';
import { seen, seenAfter, sinceKey, typedSince } from '../watch.ts';

const strip = `[role="list"][aria-label="${bench['bench.photos.title']}"]`;
/** Said once it is on the disk. */
const photoSaved: Sight = {
  selector: '[role="status"], [role="alert"]',
  text: bench['bench.says.photographed'].split('{')[0] ?? '',
};
const answeredWithinMs = 20_000;
const note = 'Leaks at the shaft seal under pressure.';

export async function inspecting(
  station: OpenedStation,
  parcels: readonly Parcel[],
): Promise<Figures> {
  const { page, keys } = station;
  const opened: number[] = [];
  const pictured: number[] = [];
  const saved: number[] = [];
  const hung: number[] = [];
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
    const shot = await shutter(station, { saved: photoSaved });
    saved.push(shot.saved);
    hung.push(shot.hung);
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
    'shutter → saved': saved,
    'shutter → its picture in the strip': hung,
    'key → paint in a note': typed,
  };
}

/** `hung`: until there is one more in the strip, and it is drawn; beside it what else is awaited. */
export async function shutter<Name extends string = never>(
  { page, keys }: OpenedStation,
  awaited: Sights<Name>,
): Promise<Readonly<Record<Name | 'hung', number>>> {
  const isSeeing = () => document.querySelector('video')?.readyState === 4;
  while (!(await page.evaluate(isSeeing))) await delay(20);
  const one = page.locator(`${strip} [aria-setsize]`).first();
  const many = Number(await one.getAttribute('aria-setsize')) + 1;
  const hung = { selector: `${strip} [aria-setsize="${many}"]`, hasPictures: true };
  let pressed = 0;
  const times: Seen<string> = await seenAfter(page, { ...awaited, hung }, async () => {
    pressed = await keys.press('F7');
  });
  const since = Object.entries(times).map(([name, at]) => [name, sinceKey(at, pressed)]);
  return Object.fromEntries(since) as Record<Name | 'hung', number>;
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
