/** From nothing to an armed dock: joining a site, and starting again the next morning. */
import { badgeCodeOf } from '../../../../shared/barcodes/barcodeOwn.ts';
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { Sight } from '../page/installWatch.ts';
import {
  caughtUp,
  dockListFrom,
  dockListOf,
  pinPad,
  readyToScan,
  whoIsWorking,
} from '../sights.ts';
import type { Ground, OpenedStation } from '../station.ts';
import { seen, seenAfter, sinceKey } from '../watch.ts';

/** A large site over a slow build on a busy machine. */
const catchUpMs = 1_800_000;

/**
 * Joins, signs in at once, and waits for everything the site expects. Without typing: from each press
 * and key to what it brings, and not what this driver takes between them.
 */
export async function enrolling(ground: Ground, station: OpenedStation): Promise<Figures> {
  const { page } = station;
  const began = Date.now();
  const presses: readonly (readonly [button: string, brings: Sight])[] = [
    ['Enrol', { selector: 'main button', text: 'This is our site' }],
    ['This is our site', { selector: 'main button', text: 'D2', isWhole: true }],
    ['D2', whoIsWorking],
  ];
  const waited: number[] = [];
  for (const [button, brings] of presses) waited.push(await pressed(station, button, brings));
  const { entered, armed, asked } = await signIn(ground, station, 'person-vega');
  // What lies on bench and desk comes behind its facts, so nothing else is taken for expected.
  const all = { listed: dockListFrom(ground.manifest.expected.length), complete: caughtUp };
  // At a depot it takes longer than a station waits for its people before it locks.
  const awake = setInterval(() => void page.keyboard.press('Shift'), 60_000);
  const { listed, complete } = await seen(page, all, catchUpMs).finally(() => clearInterval(awake));
  const steps = [...waited, asked, armed - entered];
  return {
    'enrol → armed, without typing': [steps.reduce((sum, ms) => sum + ms, 0)],
    'enrol → its site': steps.slice(0, 1),
    'its site → its dock': steps.slice(1, 2),
    'its dock → sign-in': steps.slice(2, 3),
    'badge → PIN asked, newly enrolled': steps.slice(3, 4),
    'PIN → armed, newly enrolled': steps.slice(4),
    'enrol → armed': [armed - began],
    'enrol → all that is expected listed': [listed - began],
    'enrol → complete': [complete - began],
  };
}

/** Until what it brings is painted. */
async function pressed(
  { page, keys }: OpenedStation,
  button: string,
  brings: Sight,
): Promise<number> {
  const on = page.getByRole('button', { name: button, exact: true });
  await on.waitFor();
  let at = 0;
  const press = async () => {
    at = await keys.click(on);
  };
  const { brought } = await seenAfter(page, { brought: brings }, press, { patienceMs: 60_000 });
  return sinceKey(brought, at);
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
    'PIN → armed': [sinceKey(armed, entered)],
    'PIN → list drawn': [sinceKey(listed, entered)],
    'cold start → armed with the list, without typing': [start + listed - entered],
  };
}

/** Badge by scan, PIN by keys. */
export async function signIn(
  { manifest }: Ground,
  { page, keys }: OpenedStation,
  personId: string,
  place: Sight = readyToScan,
): Promise<{ readonly asked: number; readonly entered: number; readonly armed: number }> {
  const worker = manifest.people[personId];
  if (!worker) throw new Error(`nobody has the id ${personId}`);
  let scanned = 0;
  const { asked } = await seenAfter(page, { asked: pinPad }, async () => {
    scanned = await keys.scan(badgeCodeOf(worker.badge));
  });
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
  return { asked: sinceKey(asked, scanned), entered, armed };
}
