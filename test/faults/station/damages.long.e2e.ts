import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type CuttableLine, layLine } from '../../e2e/cuttableLine.ts';
import { expectEverythingSent } from '../../e2e/driver/bar.ts';
import { photographParcel } from '../../e2e/driver/dock.ts';
import { enrol, signIn } from '../../e2e/driver/signIn.ts';
import { openStation } from '../../e2e/electronStation.ts';
import { type RunningCentral, runCentral } from '../../e2e/runningCentral.ts';
import { enrolmentCode } from '../central/enrolmentCode.ts';
import { noteFigures } from '../figures.ts';
import { damages, inStation } from './damages.ts';
import { dock, enrolledStation, inDatabase, openParcel, scanPieces } from './stationAtWork.ts';

let central: RunningCentral;
let line: CuttableLine;
let folder: string;
const figures = { damages: 0, unsent: 0, lost: 0, noticed: 0 };

test.beforeAll(async () => {
  central = await runCentral();
  line = await layLine(central.url);
});
test.beforeEach(async () => {
  await line.mend();
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-damaged-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));
test.afterAll(async () => {
  await line.cut();
  await central.close();
  await noteFigures(6, 'damage to the profile', figures);
});

for (const { name, does, notice, photoGone } of damages) {
  test(`${name}: ${notice ?? 'mended without a word'}, and nothing unsent is lost`, async () => {
    const code = await enrolmentCode(central);
    const open = () => openStation({ folder, centralUrl: line.url, enrolmentCode: code });
    const before = await enrolledStation({ folder, centralUrl: line.url, enrolmentCode: code });
    await openParcel(before.page);
    await scanPieces(before.page, 2);
    await expectEverythingSent(before.page);
    await line.cut();
    await photographParcel(before.page);
    await scanPieces(before.page, 5);
    const { outbox } = await inDatabase(before.page);
    await before.close();
    does(folder);

    const first = await open();
    await signIn(first.page, dock);
    await expectNotice(first.page, notice);
    if (photoGone) await expect(first.page.getByText('1 photo that was not sent')).toBeVisible();
    expect((await inDatabase(first.page)).outbox).toEqual(expect.arrayContaining([...outbox]));
    await first.close();

    const second = await open();
    await signIn(second.page, dock);
    expect((await inDatabase(second.page)).outbox).toEqual(expect.arrayContaining([...outbox]));
    await line.mend();
    await expectEverythingSent(second.page);
    await openParcel(second.page);
    await scanPieces(second.page, 2);
    await expectEverythingSent(second.page);
    const photos = async () => (await inDatabase(second.page)).photos;
    await expect.poll(photos).toEqual(photoGone ? [] : ['verified']);
    const { accepted } = await inDatabase(second.page);
    const last = outbox.at(-1) ?? 0;
    const missing = [...outbox, last + 1, last + 2].filter((it) => !accepted.includes(it));
    expect(missing).toEqual([]);
    await second.close();
    figures.damages += 1;
    figures.unsent += outbox.length;
    figures.lost += missing.length;
    if (notice) figures.noticed += 1;
  });
}

async function expectNotice(page: Page, notice: string | null): Promise<void> {
  const shown = page.getByText(/was rebuilt|is damaged/);
  if (notice) await expect(shown.filter({ hasText: notice })).toBeVisible();
  else await expect(shown).toHaveCount(0);
}

const gone: Readonly<Record<string, (of: string) => void>> = {
  'the station’s whole folder is gone and the database is there': (of) =>
    rmSync(inStation(of, ''), { recursive: true }),
  'the vault with token and keys is gone': (of) =>
    rmSync(inStation(of, 'vault'), { recursive: true }),
  'everything is gone but the journal': (of) => {
    const aside = `${of}-aside`;
    renameSync(inStation(of, 'journal'), aside);
    rmSync(path.join(of, 'station'), { recursive: true });
    mkdirSync(inStation(of, ''), { recursive: true });
    renameSync(aside, inStation(of, 'journal'));
  },
};

for (const [name, does] of Object.entries(gone)) {
  test(`${name}: it is said, and what was unsent stays for a rescue after enrolling anew`, async () => {
    const code = await enrolmentCode(central);
    const before = await enrolledStation({ folder, centralUrl: line.url, enrolmentCode: code });
    await line.cut();
    await openParcel(before.page);
    await scanPieces(before.page, 3);
    const { outbox } = await inDatabase(before.page);
    await before.close();
    does(folder);
    await line.mend();

    const enrolmentCodeAnew = await enrolmentCode(central);
    const after = await openStation({
      folder,
      centralUrl: line.url,
      enrolmentCode: enrolmentCodeAnew,
    });
    const said = after.page.getByText(`${outbox.length} entries were recorded here before`);
    await expect(said).toBeVisible();
    await enrol(after.page);
    await signIn(after.page, dock);
    expect((await inDatabase(after.page)).outbox).toEqual([]);
    await after.close();
    const aside = readdirSync(inStation(folder, '')).find((it) => it.startsWith('journal-'));
    const kept = readFileSync(path.join(inStation(folder, aside ?? ''), '00000001.log'), 'utf8');
    expect(kept.trimEnd().split('\n')).toHaveLength(outbox.length);
  });
}
