/** From nothing to an armed dock: joining a site, and starting again the next morning. */
import { badgeCodeOf } from '../../../../shared/barcodes/barcodeOwn.ts';
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { Sight } from '../page/installWatch.ts';
import { caughtUp, dockListOf, pinPad, readyToScan, whoIsWorking } from '../sights.ts';
import type { Ground, OpenedStation } from '../station.ts';
import { seen, seenAfter } from '../watch.ts';

/** A large site over a slow build on a busy machine. */
const catchUpMs = 1_800_000;

/** Joins, signs in at once, and waits for everything the site expects. */
export async function enrolling(ground: Ground, station: OpenedStation): Promise<Figures> {
  const { page } = station;
  await page.getByRole('button', { name: 'Enrol', exact: true }).waitFor();
  const began = Date.now();
  await page.getByRole('button', { name: 'Enrol', exact: true }).click();
  await page.getByRole('button', { name: 'This is our site' }).click();
  await page.getByRole('button', { name: 'D2', exact: true }).click({ timeout: 300_000 });
  await seen(page, { whoIsWorking });
  const { armed } = await signIn(ground, station, 'person-vega');
  const all = { listed: dockListOf(ground.manifest.expected.length), complete: caughtUp };
  const { listed, complete } = await seen(page, all, catchUpMs);
  return {
    'enrol → armed': [armed - began],
    'enrol → all that is expected listed': [listed - began],
    'enrol → complete': [complete - began],
  };
}

/** Cold start on a station that was closed in the evening; typing is not counted. */
export async function starting(ground: Ground, station: OpenedStation): Promise<Figures> {
  const { page, startedAt } = station;
  const { asked } = await seen(page, { asked: whoIsWorking });
  const { entered, armed } = await signIn(ground, station, 'person-vega');
  const { listed } = await seen(page, {
    listed: dockListOf(ground.manifest.expected.length),
  });
  const start = asked - startedAt;
  return {
    'cold start → sign-in asked': [start],
    'PIN → armed': [armed - entered],
    'PIN → list drawn': [listed - entered],
    'cold start → armed with the list, without typing': [start + listed - entered],
  };
}

/** Badge by scan, PIN by keys. */
export async function signIn(
  { manifest }: Ground,
  { page, keys }: OpenedStation,
  personId: string,
  place: Sight = readyToScan,
): Promise<{ readonly entered: number; readonly armed: number }> {
  const worker = manifest.people[personId];
  if (!worker) throw new Error(`nobody has the id ${personId}`);
  await seenAfter(page, { asked: pinPad }, () => keys.scan(badgeCodeOf(worker.badge)));
  // A person looks before typing.
  await delay(300);
  for (const digit of worker.pin) {
    await keys.press(digit);
    // Slower than a scanner.
    await delay(90);
  }
  let entered = 0;
  const { armed } = await seenAfter(page, { armed: place }, async () => {
    entered = await keys.press('Enter');
  });
  return { entered, armed };
}
