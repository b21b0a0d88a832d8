import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { saidInsteadOfOpening } from '../../faults/line/turnedAway.ts';
import {
  databaseFolder,
  enrolledStation,
  inDatabase,
  missingBetween,
  openParcel,
  scanOnAndOn,
  scanPieces,
  watchSaved,
} from '../../faults/station/stationAtWork.ts';
import { type CuttableLine, layLine } from '../cuttableLine.ts';
import { openStation } from '../electronStation.ts';
import { type RunningCentral, runCentral } from '../runningCentral.ts';

let central: RunningCentral;
let line: CuttableLine;
let folder: string;

test.beforeAll(async () => {
  central = await runCentral();
  line = await layLine(central.url);
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-damaged-'));
});
test.afterAll(async () => {
  await line.cut();
  await central.close();
  rmSync(folder, { recursive: true, force: true });
});

test('one writer, a kill while it saves, and a torn log: nothing shown as saved is lost', async () => {
  const options = { folder, centralUrl: line.url, enrolmentCode: central.enrolmentCode };
  const station = await enrolledStation(options);
  await line.cut();
  await openParcel(station.page);
  await test.step('a second process that reaches the same folder another way is turned away', async () => {
    expect(await saidBySecondProcess()).toContain('Quayside is already open on this computer');
    await scanPieces(station.page, 1);
  });
  const saved = await watchSaved(station.page);
  const scanning = scanOnAndOn(station.page);
  await expect.poll(saved.most, { intervals: [5] }).toBeGreaterThanOrEqual(8);
  await station.kill();
  await scanning.stop();
  const shown = saved.most();
  const database = databaseFolder(folder);
  const log = readdirSync(database).find((it) => it.endsWith('.log'));
  appendFileSync(path.join(database, log ?? 'no log'), randomBytes(7));

  for (const start of ['first', 'second']) {
    const again = await openStation(options);
    await expect(again.page.getByRole('heading', { name: 'Who is working' })).toBeVisible();
    const { outbox } = await inDatabase(again.page);
    expect(missingBetween(0, shown, outbox), `at the ${start} start`).toEqual([]);
    await again.close();
  }
});

/** The profile is another, so Chromium lets it start; the folder of the station is the same. */
async function saidBySecondProcess(): Promise<string> {
  const profile = path.join(folder, 'another');
  mkdirSync(profile);
  symlinkSync(path.join(folder, 'station/station'), path.join(profile, 'station'));
  return await saidInsteadOfOpening(profile);
}
