/** A worker's pace at the dock: parcel, article, DONE, the same label again, a label nobody knows. */
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { Sight } from '../page/installWatch.ts';
import type { Parcel } from '../seed/manifest.ts';
import { band, bandSays, heading, said } from '../sights.ts';
import type { OpenedStation } from '../station.ts';
import { measuredSince, seenAfter, sinceKey } from '../watch.ts';

/** Between two scans of one parcel, and between two parcels. */
const usualPace = { scanMs: 350, parcelMs: 800 };

const answeredWithinMs = 20_000;
const mostLost = 5;

export const scanKinds = ['expected', 'article', 'repeat', 'unknown'] as const;

/** Four scans are measured of each parcel. */
export async function scanning(
  station: OpenedStation,
  parcels: readonly Parcel[],
  { scanMs, parcelMs } = usualPace,
): Promise<Figures> {
  const first: Record<string, number[]> = {};
  const settled: Record<string, number[]> = {};
  let lost = 0;
  const measure = async (kind: string, text: string, sights: Looked) => {
    const took = await answerTo(station, text, sights).catch((failure: unknown) => {
      lost += 1;
      if (lost > mostLost) throw failure;
      return null;
    });
    // On a busy machine the driver's own keys are torn apart; whoever saw no answer scans again.
    if (took === null) {
      await station.keys.scan(text);
      return await delay(answeredWithinMs / 10);
    }
    (first[kind] ??= []).push(took.band);
    (settled[kind] ??= []).push(took.settled);
    await delay(scanMs);
  };
  await ownMeasures(station);
  for (const [index, parcel] of parcels.entries()) {
    const opened = heading(parcel.rma);
    await measure('expected', parcel.tracking, { band: bandSays(said.received), settled: opened });
    await measure('article', articleOf(parcel), {
      band: bandSays(said.counted),
      settled: { selector: 'main li strong', text: '1', isWhole: true },
    });
    await finish(station);
    await delay(parcelMs);
    await measure('repeat', parcel.tracking, { band: bandSays(said.again), settled: opened });
    await finish(station);
    await delay(parcelMs);
    const unknown = bandSays(said.unexpected);
    await measure('unknown', `ZQ${70_000_001 + index}XB`, { band: unknown, settled: unknown });
    await seenAfter(station.page, { left: bandSays(said.left) }, () => station.keys.press('F2'));
    await delay(parcelMs);
  }
  const ofKinds = scanKinds.flatMap((kind): readonly [string, readonly number[]][] => [
    [`scan → band, ${kind}`, first[kind] ?? []],
    [`scan → settled, ${kind}`, settled[kind] ?? []],
  ]);
  return {
    ...Object.fromEntries(ofKinds),
    ...(await ownMeasures(station)),
    'scans without an answer': [lost],
  };
}

/** From the key's own time stamp, as the application itself measures it (workflow/timeScan.ts). */
async function ownMeasures({ page }: OpenedStation): Promise<Figures> {
  return {
    'scan → heard, by the application': await measuredSince(page, 'scan heard'),
    'scan → answered, by the application': await measuredSince(page, 'scan answered'),
  };
}

type Looked = { readonly band: Sight; readonly settled: Sight };

/** From the Enter's own time stamp. */
export async function answerTo(
  { page, keys }: OpenedStation,
  text: string,
  sights: Looked,
): Promise<{ readonly band: number; readonly settled: number }> {
  let entered = 0;
  const times = await seenAfter(
    page,
    sights,
    async () => {
      entered = await keys.scan(text);
    },
    { freshOnly: true, patienceMs: answeredWithinMs },
  );
  return {
    band: sinceKey(times.band, entered),
    settled: sinceKey(Math.max(times.band, times.settled), entered),
  };
}

export function articleOf({ gtin, lot }: Parcel): string {
  return `]C101${gtin}${lot === null ? '' : `10${lot}`}`;
}

/** DONE, and once more where it asks because pieces are missing. */
async function finish({ page, keys }: OpenedStation): Promise<void> {
  const done = { selector: band };
  await seenAfter(page, { said: { ...done, any: [said.missing, ...said.over] } }, () =>
    keys.press('F9'),
  );
  const words = await page.locator(done.selector).allTextContents();
  if (said.over.some((word) => words.join().includes(word))) return;
  // Nobody presses twice without having read.
  await delay(usualPace.scanMs);
  await seenAfter(page, { said: { ...done, any: said.over } }, () => keys.press('F9'));
}
