import { setTimeout as later } from 'node:timers/promises';
import { expect, type Page, test } from '@playwright/test';
import { centralOnLine } from '../../e2e/centralOnLine.ts';
import { demoToday } from '../../e2e/demoReturns.ts';
import { expectEverythingSent } from '../../e2e/driver/bar.ts';
import { openOnBench } from '../../e2e/driver/bench.ts';
import { factsAtCentral, photoStatesAtCentral } from '../../e2e/driver/factsAtCentral.ts';
import { handsAt } from '../../e2e/driver/hands.ts';
import { expectJoined, signIn } from '../../e2e/driver/signIn.ts';
import { type ElectronStation, openStation } from '../../e2e/electronStation.ts';
import { type Announced, announceMany, valve } from '../../e2e/mixedReturn.ts';
import { scan } from '../../e2e/scan.ts';
import { dice } from '../dice.ts';
import { noteFigures, rounds } from '../figures.ts';
import { inDatabase, missingBetween, watchSaved } from './stationAtWork.ts';

const site = centralOnLine('bench-killed');
const { worker } = demoToday();
const units = 900;
/** So many more things are saved first, and then so much of the next is done. */
const [mostSaved, latestMs] = [4, 2_500];

const noteOfSound = Array.from('scratched');
const noteOfLeak = Array.from('drips');

const open = () => openStation({ folder: site().folder, centralUrl: site().line.url });

test('kill -9 at random moments of an inspection: nothing the screen said was saved is lost', async () => {
  const kills = rounds(30);
  const seed = Date.now() % 1_000_000;
  const { below } = dice(seed);
  const parcel = await announceMany(site().central, units);
  const sent = await receiveAll(parcel);
  await site().line.cut();
  const figures = { kills, seed, acknowledged: 0, lost: 0, findings: 0, photos: 0, notes: 0 };
  /** What the screen said before the last kill. */
  let said = { unsent: 0, found: 0, note: '' };
  let station: ElectronStation;
  for (let kill = 1; ; kill += 1) {
    station = await open();
    const { page } = station;
    await expect(page.getByRole('heading', { name: 'Who is working' })).toBeVisible();
    const { outbox } = await inDatabase(page);
    const lost = missingBetween(sent, sent + said.unsent, outbox);
    expect.soft(lost, `after kill ${kill - 1} of ${seed}`).toEqual([]);
    figures.lost += lost.length;
    await signIn(page, worker('NQ4118'));
    const saved = await watchSaved(page);
    const bench = await watchBench(page);
    await openOnBench(page, parcel.tracking);
    await expect(page.locator('form [data-now]')).toBeFocused();
    await expect
      .poll(() => bench.now()?.found, { message: `after kill ${kill - 1} of ${seed}` })
      .toBeGreaterThanOrEqual(said.found);
    const { found, note } = bench.now() ?? said;
    // Unless it went with a finding that was recorded after it was read last.
    if (said.note !== '' && found === said.found) {
      expect.soft(note, `after kill ${kill - 1} of ${seed}`).toContain(said.note);
      figures.notes += 1;
    }
    said = { unsent: said.unsent, found, note };
    if (kill > kills) break;
    const working = workOnAndOn(page);
    const wanted = said.unsent + below(mostSaved);
    await expect
      .poll(saved.most, { intervals: [5], timeout: 300_000 })
      .toBeGreaterThanOrEqual(wanted);
    await later(below(latestMs));
    await station.kill();
    await working.stop();
    const unsent = Math.max(saved.most(), said.unsent);
    figures.acknowledged += unsent - said.unsent;
    said = { unsent, ...(bench.now() ?? { found, note }) };
  }

  await site().line.mend();
  await expectEverythingSent(station.page, 300_000);
  const { accepted } = await inDatabase(station.page);
  expect(missingBetween(sent, sent + said.unsent, accepted)).toEqual([]);
  const facts = await factsAtCentral(station.page, parcel.caseId);
  const photos = facts.filter((fact) => fact.kind === 'photoTaken');
  figures.photos = photos.length;
  const findings = facts.filter((fact) => fact.kind === 'finding');
  figures.findings = findings.length;
  // Nothing was done since it was read last: what the screen counts is what central holds, each once.
  const found = findings.reduce((sum, { quantity }) => sum + quantity, 0);
  expect(found).toBe(said.found);
  expect(new Set(findings.map(({ findingId }) => findingId)).size).toBe(findings.length);
  const unproved = async () =>
    (await photoStatesAtCentral(station.page, photos)).filter(({ state }) => state !== 'verified');
  await expect.poll(unproved, { timeout: 300_000 }).toEqual([]);
  await station.close();
  await noteFigures(3, 'kills at the bench', figures);
});

/** The dock takes in all of it, and central knows; up to which sequence. */
async function receiveAll({ tracking, rma }: Announced): Promise<number> {
  const { page, close } = await open();
  await expectJoined(page);
  await signIn(page, worker('NQ4107'));
  await scan(page, tracking);
  await expect(page.getByRole('heading', { name: rma })).toBeVisible();
  await scan(page, `]C101${valve.gtin}30${units}`);
  await expect(page.getByRole('main').getByText(`${units} of ${units}`)).toBeVisible();
  await scan(page, 'QS-CMD-DONE');
  await expectEverythingSent(page);
  const { accepted } = await inDatabase(page);
  await close();
  return Math.max(0, ...accepted);
}

/** Pictures, findings of one unit and their notes, until the station is killed. */
function workOnAndOn(page: Page): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const working = (async () => {
    const hands = await handsAt(page);
    while (!ending.signal.aborted) {
      await hands.press('F7', '1', 'Enter', '0', 'n', ...noteOfSound, 'Enter');
      await hands.press('1', 'Enter', 'l', 'e', 'a', 'Enter', '2', '1', 'F7', 'n', ...noteOfLeak);
      await hands.press('Enter');
    }
  })().catch(() => {
    // The station was killed in the middle: what this is for.
  });
  return {
    async stop() {
      ending.abort();
      await working;
    },
  };
}

type Bench = { readonly found: number; readonly note: string };

/** How many units the screen says were inspected, and the note of the finding at work as the station keeps it. */
async function watchBench(page: Page) {
  let last: Bench | null = null;
  await page.exposeFunction('seenAtBench', (found: number, note: string) => {
    last = { found, note };
  });
  await page.evaluate(() => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('unreadable')));
      });
    const look = async () => {
      const text = document.querySelector('main')?.textContent ?? '';
      const found = Number(/(\d+) of \d+ inspected/.exec(text)?.[1] ?? 0);
      const database = await done(indexedDB.open('quayside'));
      const drafts = database.transaction(['drafts']).objectStore('drafts');
      const rows: readonly { readonly draft: { readonly note: string } }[] = await done(
        drafts.getAll(),
      );
      database.close();
      const tell: unknown = Reflect.get(window, 'seenAtBench');
      if (typeof tell === 'function')
        Reflect.apply(tell, null, [found, rows.at(0)?.draft.note ?? '']);
      setTimeout(() => void look(), 200);
    };
    void look();
  });
  return { now: (): Bench | null => last };
}
