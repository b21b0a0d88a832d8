import { randomBytes } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type CuttableLine, layLine } from '../../e2e/cuttableLine.ts';
import { expectEverythingSent } from '../../e2e/driver/bar.ts';
import { signIn } from '../../e2e/driver/signIn.ts';
import { openStation } from '../../e2e/electronStation.ts';
import { type RunningCentral, runCentral } from '../../e2e/runningCentral.ts';
import { noteFigures } from '../figures.ts';
import { inStation } from './damages.ts';
import {
  databaseFolder,
  dock,
  enrolledStation,
  expectKnown,
  inDatabase,
  openParcel,
  scanPieces,
} from './stationAtWork.ts';

let central: RunningCentral;
let line: CuttableLine;
let folder: string;
const figures = { tails: 0, acknowledged: 0, lost: 0, rebuilt: 0, lostWithoutJournal: 0 };

test.beforeAll(async () => {
  central = await runCentral();
  line = await layLine(central.url);
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-torn-'));
});
test.afterAll(async () => {
  await line.cut();
  await central.close();
  rmSync(folder, { recursive: true, force: true });
  await noteFigures(4, 'torn tails of 3, 7 and 50 bytes', figures);
});

const open = (of = folder) =>
  openStation({ folder: of, centralUrl: line.url, enrolmentCode: central.enrolmentCode });

/** The tail is torn, the station starts and works on, is closed cleanly, and starts again. */
test('junk at the end of the database’s log: everything acknowledged is back from the journal', async () => {
  const station = await enrolledStation({
    folder,
    centralUrl: line.url,
    enrolmentCode: central.enrolmentCode,
  });
  await openParcel(station.page);
  await expectEverythingSent(station.page);
  await line.cut();
  await scanPieces(station.page, 3);
  await station.close();
  for (const bytes of [3, 7, 50]) {
    await test.step(`${bytes} bytes`, async () => {
      tearLog(bytes);
      const torn = await open();
      await signIn(torn.page, dock);
      if (!(await inDatabase(torn.page)).wasRebuilt) {
        await openParcel(torn.page);
        await scanPieces(torn.page, 4);
      }
      const { outbox } = await inDatabase(torn.page);
      await torn.close();

      figures.lostWithoutJournal += await lostWithoutJournal(outbox);
      const after = await open();
      await signIn(after.page, dock);
      const known = await inDatabase(after.page);
      const notice = after.page.getByText('The database of this station was rebuilt');
      if (known.wasRebuilt) await expect(notice).toBeVisible();
      figures.tails += 1;
      figures.acknowledged += outbox.length;
      figures.lost += outbox.filter((it) => !known.outbox.includes(it)).length;
      if (known.wasRebuilt) figures.rebuilt += 1;
      // What central had answered before the loss may be offered once more.
      expect(known.outbox).toEqual(expect.arrayContaining([...outbox]));
      await line.mend();
      await expectEverythingSent(after.page);
      // The parcel's papers are back: there is something to count again.
      await expectKnown(after.page);
      await line.cut();
      await openParcel(after.page);
      await scanPieces(after.page, 3);
      await after.close();
    });
  }
  expect(figures.lostWithoutJournal).toBeGreaterThan(0);
});

/** The positive control: what the same profile still has when nothing comes back from the journal. */
async function lostWithoutJournal(outbox: readonly number[]): Promise<number> {
  const alone = mkdtempSync(path.join(tmpdir(), 'quayside-torn-alone-'));
  cpSync(folder, alone, { recursive: true });
  rmSync(inStation(alone, 'journal'), { recursive: true });
  const station = await open(alone);
  await expect(station.page.getByRole('heading', { name: 'Who is working' })).toBeVisible();
  const known = await inDatabase(station.page);
  await station.close();
  rmSync(alone, { recursive: true, force: true });
  return outbox.filter((it) => !known.outbox.includes(it)).length;
}

function tearLog(bytes: number): void {
  const database = databaseFolder(folder);
  const log = readdirSync(database).find((it) => it.endsWith('.log'));
  appendFileSync(path.join(database, log ?? 'no log'), randomBytes(bytes));
}
