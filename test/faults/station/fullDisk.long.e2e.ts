import { expect, type Page, test } from '@playwright/test';
import { tablesOfV1 } from '../../../renderer/storage/upgrades/v1.ts';
import { type CuttableLine, layLine } from '../../e2e/cuttableLine.ts';
import { expectEverythingSent } from '../../e2e/driver/bar.ts';
import { signIn } from '../../e2e/driver/signIn.ts';
import { type ElectronStation, openStation } from '../../e2e/electronStation.ts';
import { type RunningCentral, runCentral } from '../../e2e/runningCentral.ts';
import { scan } from '../../e2e/scan.ts';
import { noteFigures } from '../figures.ts';
import { type LoopImage, makeImage, whyNoImages } from '../loopImage.ts';
import { fillDisk } from './fullDisk.ts';
import {
  dock,
  enrolledStation,
  inDatabase,
  openParcel,
  scanOnce,
  scanPieces,
} from './stationAtWork.ts';

const why = whyNoImages();
const patienceMs = 5_000;
const megabyte = 1024 * 1024;

let central: RunningCentral;
let line: CuttableLine;
let disk: LoopImage;
let station: ElectronStation;
const figures = { longestFreezeMs: 0, refused: 0, beganAnew: 0, lost: 0 };

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.skip(why !== null, why ?? '');
  central = await runCentral();
  line = await layLine(central.url);
  disk = await makeImage(512);
  station = await enrolledStation(options());
  await watch(station.page);
  await openParcel(station.page);
  await scanPieces(station.page, 1);
  await expectEverythingSent(station.page);
});
test.afterAll(async () => {
  if (why !== null) return;
  await station.close();
  await disk.remove();
  await line.cut();
  await central.close();
  await noteFigures(7, 'disk full at the station', figures);
});

const options = () => ({
  folder: disk.folder,
  centralUrl: line.url,
  enrolmentCode: central.enrolmentCode,
});
const refused = (page: Page) => page.getByText(/The disk is full/).first();

test('in capture: refused in plain words, nothing lost, and it goes on once there is room', async () => {
  await line.cut();
  await scanPieces(station.page, 2);
  const before = (await inDatabase(station.page)).outbox;
  for (const leave of [100 * megabyte, 0]) {
    await test.step(`${leave} bytes free`, async () => {
      const makeRoom = fillDisk(disk.folder, leave);
      await scanOnce(station.page);
      await expect(refused(station.page)).toBeVisible({ timeout: patienceMs });
      figures.refused += 1;
      makeRoom();
      // Somebody must have seen it before anything else is recorded.
      await scan(station.page, 'QS-CMD-OK');
      await expect(refused(station.page)).toBeHidden();
      await scanPieces(station.page, 1);
    });
  }
  const { outbox } = await inDatabase(station.page);
  expect(outbox).toEqual([...before, ...[1, 2].map((more) => (before.at(-1) ?? 0) + more)]);
  expectNoFreeze();
});

test('in synchronising: everything is sent by itself once there is room', async () => {
  await scanPieces(station.page, 3);
  const { outbox } = await inDatabase(station.page);
  const makeRoom = fillDisk(disk.folder, 0);
  await line.mend();
  // As the system does when the cable is back.
  await station.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(station.page.locator('body')).toContainText(/Online|The disk is full/);
  makeRoom();
  await expectEverythingSent(station.page);
  const { accepted } = await inDatabase(station.page);
  figures.lost += outbox.filter((it) => !accepted.includes(it)).length;
  expect(accepted).toEqual(expect.arrayContaining([...outbox]));
  expect(figures.beganAnew).toBeGreaterThan(0);
  expectNoFreeze();
});

test('in an upgrade of the database: it says so, waits, and loses nothing', async () => {
  // The page began anew when the engine gave the database up.
  await openParcel(station.page);
  await line.cut();
  await scanPieces(station.page, 2);
  const { outbox } = await inDatabase(station.page);
  await backToVersion1(station.page);
  await station.close();
  const makeRoom = fillDisk(disk.folder, 2 * megabyte);
  station = await openStation(options());
  await watch(station.page);
  await expect(refused(station.page)).toBeVisible();
  figures.refused += 1;
  makeRoom();
  await signIn(station.page, dock);
  // What central had answered before is offered once more: this database never knew of it.
  expect((await inDatabase(station.page)).outbox).toEqual(expect.arrayContaining([...outbox]));
  await line.mend();
  await expectEverythingSent(station.page);
  const { accepted } = await inDatabase(station.page);
  figures.lost += outbox.filter((it) => !accepted.includes(it)).length;
  expect(accepted).toEqual(expect.arrayContaining([...outbox]));
  expectNoFreeze();
});

/** The station's database as version 1 left it, nearly empty: what is unsent is in the journal. */
async function backToVersion1(page: Page): Promise<void> {
  await page.evaluate(async (tables) => {
    const ended = (request: IDBOpenDBRequest) =>
      new Promise<void>((resolve, reject) => {
        request.addEventListener('success', () => resolve());
        request.addEventListener('error', () => reject(request.error ?? new Error('failed')));
      });
    await ended(indexedDB.deleteDatabase('quayside'));
    // Dexie counts in tens.
    const opening = indexedDB.open('quayside', 10);
    opening.addEventListener('upgradeneeded', () => {
      for (const [name, said] of Object.entries(tables)) {
        const [key = '', ...indexes] = said.split(',');
        const store = opening.result.createObjectStore(name, key ? { keyPath: key } : {});
        for (const index of indexes) {
          const bare = index.replace(/^[&*]/, '');
          const path = bare.startsWith('[') ? bare.slice(1, -1).split('+') : bare;
          const kind = { unique: index.startsWith('&'), multiEntry: index.startsWith('*') };
          store.createIndex(bare, path, kind);
        }
      }
      opening.transaction
        ?.objectStore('meta')
        .put({ key: 'station', minimumReader: 1, lastSequence: 1 });
    });
    await ended(opening);
    opening.result.close();
  }, tablesOfV1);
}

/** The longest time in which the page could do nothing, and how often it began anew by itself. */
async function watch(page: Page): Promise<void> {
  page.on('domcontentloaded', () => {
    figures.beganAnew += 1;
  });
  await page.exposeFunction('tellPause', (ms: number) => {
    figures.longestFreezeMs = Math.max(figures.longestFreezeMs, Math.round(ms));
  });
  const look = () => {
    let last = performance.now();
    setInterval(() => {
      const tell: unknown = Reflect.get(window, 'tellPause');
      if (typeof tell === 'function') Reflect.apply(tell, null, [performance.now() - last]);
      last = performance.now();
    }, 50);
  };
  await page.addInitScript(look);
  await page.evaluate(look);
}

function expectNoFreeze(): void {
  expect(figures.longestFreezeMs).toBeLessThan(patienceMs);
}
