import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type CuttableLine, layLine } from '../../e2e/cuttableLine.ts';
import { expectEverythingSent } from '../../e2e/driver/bar.ts';
import { enrol, signIn } from '../../e2e/driver/signIn.ts';
import { openStation } from '../../e2e/electronStation.ts';
import { type RunningCentral, runCentral } from '../../e2e/runningCentral.ts';
import { enrolmentCode } from '../central/enrolmentCode.ts';
import { noteFigures } from '../figures.ts';
import { saidInsteadOfOpening } from '../line/turnedAway.ts';
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

const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;

let central: RunningCentral;
let line: CuttableLine;
let folder: string;
const figures = { damages: 0, unsent: 0, lost: 0, noticed: 0 };

test.skip(!isRootOnLinux, 'what root may write everywhere else needs chattr');
test.beforeAll(async () => {
  central = await runCentral();
  line = await layLine(central.url);
});
test.beforeEach(async () => {
  await line.mend();
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-unwritable-'));
});
test.afterEach(() => {
  lock('-i', folder);
  rmSync(folder, { recursive: true, force: true });
});
test.afterAll(async () => {
  await line.cut();
  await central.close();
  await noteFigures(6, 'profile read-only or lost as a whole', figures);
});

const profile = () => path.join(folder, 'station');
const cannotStart: Readonly<Record<string, () => string>> = {
  'the journal’s file is read-only': () => inStation(folder, 'journal/00000001.log'),
  'the station’s folder is read-only': () => inStation(folder, ''),
  'the whole profile is read-only': profile,
};

for (const [name, place] of Object.entries(cannotStart)) {
  test(`${name}: it says that it cannot start, and has everything once it may write`, async () => {
    const outbox = await unsentWork();
    lock('+i', place());
    const said = await saidInsteadOfOpening(profile());
    expect(said).toContain('Quayside could not start. What was saved is safe');
    lock('-i', place());
    await expectAllSent(outbox);
  });
}

test('the database’s files are read-only: it is said, and it goes on by itself once it may write', async () => {
  const outbox = await unsentWork();
  lock('+i', databaseFolder(folder));
  const station = await openStation({ folder, centralUrl: line.url });
  await expect(station.page.getByText('The station’s database cannot be opened')).toBeVisible();
  lock('-i', databaseFolder(folder));
  await expect(station.page.getByRole('heading', { name: 'Who is working' })).toBeVisible();
  expect((await inDatabase(station.page)).outbox).toEqual(expect.arrayContaining([...outbox]));
  await station.close();
  await expectAllSent(outbox);
});

test('the whole profile is gone: it asks to be enrolled anew, and what central has comes back', async () => {
  const code = await enrolmentCode(central);
  const before = await enrolledStation({ folder, centralUrl: line.url, enrolmentCode: code });
  await openParcel(before.page);
  await scanPieces(before.page, 2);
  await expectEverythingSent(before.page);
  await before.close();
  rmSync(profile(), { recursive: true });
  const anew = await enrolmentCode(central);
  const after = await openStation({ folder, centralUrl: line.url, enrolmentCode: anew });
  await enrol(after.page);
  await signIn(after.page, dock);
  await expectKnown(after.page);
  await openParcel(after.page);
  await scanPieces(after.page, 1);
  await expectEverythingSent(after.page);
  await after.close();
  figures.damages += 1;
  figures.noticed += 1;
});

async function unsentWork(): Promise<readonly number[]> {
  const code = await enrolmentCode(central);
  const station = await enrolledStation({ folder, centralUrl: line.url, enrolmentCode: code });
  await line.cut();
  await openParcel(station.page);
  await scanPieces(station.page, 3);
  const { outbox } = await inDatabase(station.page);
  await station.close();
  return outbox;
}

async function expectAllSent(outbox: readonly number[]): Promise<void> {
  await line.mend();
  const station = await openStation({ folder, centralUrl: line.url });
  await signIn(station.page, dock);
  await expectEverythingSent(station.page);
  const { accepted } = await inDatabase(station.page);
  const missing = outbox.filter((it) => !accepted.includes(it));
  await station.close();
  figures.damages += 1;
  figures.noticed += 1;
  figures.unsent += outbox.length;
  figures.lost += missing.length;
  expect(missing).toEqual([]);
}

/** Not even root writes what is immutable. It complains of links, which have no such mark. */
function lock(change: '+i' | '-i', place: string): void {
  spawnSync('chattr', ['-R', '-f', change, place]);
}
