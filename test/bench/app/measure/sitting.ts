/** One sitting at the bench: thousands of photos in a row, over some hundred cases. Does it get slower, or heavier? */
import { type Figures, quantile } from '../figures.ts';
import { delay } from '../keys.ts';
import type { Parcel } from '../seed/manifest.ts';
import { benchList, onBench } from '../sights.ts';
import type { OpenedStation } from '../station.ts';
import { seen, seenAfter } from '../watch.ts';
import { shutter } from './inspecting.ts';
import { weighing } from './weighing.ts';

/** As many as a long case has; nobody has one of hundreds. */
const mostOfACase = 20;
const weighings = 4;

export async function sitting(
  station: OpenedStation,
  parcels: readonly Parcel[],
  photos: number,
): Promise<Figures> {
  const { page, keys } = station;
  const cases = Math.min(parcels.length, Math.ceil(photos / mostOfACase));
  const ofACase = Math.ceil(photos / cases);
  const took: number[] = [];
  const figures: Record<string, readonly number[]> = {};
  Object.assign(figures, await weigh(station, 0));
  for (const [at, parcel] of parcels.slice(0, cases).entries()) {
    await keys.scan(parcel.tracking);
    await seen(page, { opened: onBench(parcel.rma) });
    for (let photo = 0; photo < ofACase && took.length < photos; photo += 1)
      took.push((await shutter(station, {})).hung);
    await seenAfter(page, { benchList }, () =>
      page.locator('header:has(h1) button').first().click(),
    );
    await delay(300);
    if ((at + 1) % Math.ceil(cases / weighings) === 0 || at === cases - 1)
      Object.assign(figures, await weigh(station, took.length));
  }
  const tenth = Math.max(1, Math.floor(took.length / 10));
  const of = (some: readonly number[]) => [quantile(some, 0.5), quantile(some, 0.95)];
  console.log(`  first tenth p50, p95: ${of(took.slice(0, tenth)).map(Math.round).join(', ')} ms`);
  console.log(`  last tenth p50, p95: ${of(took.slice(-tenth)).map(Math.round).join(', ')} ms`);
  return {
    ...figures,
    'sitting: shutter → its picture in the strip': took,
    'sitting: shutter → its picture in the strip, first tenth': took.slice(0, tenth),
    'sitting: shutter → its picture in the strip, last tenth': took.slice(-tenth),
  };
}

async function weigh(station: OpenedStation, photos: number): Promise<Figures> {
  const where = `sitting after ${photos} photos`;
  const all = (await station.memory()) ?? {};
  const resident = Object.entries(all).map(([process, mb]) => [
    `${process} process, ${where} (MB)`,
    [mb],
  ]);
  const figures = {
    ...(await weighing(station, where)),
    ...(Object.fromEntries(resident) as Figures),
  };
  for (const [name, values] of Object.entries(figures))
    console.log(`  ${name}: ${values.map(Math.round).join(' ')}`);
  return figures;
}
