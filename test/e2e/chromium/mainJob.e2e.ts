import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import { type CuttableLine, layLine } from '../cuttableLine.ts';
import { mainJob } from '../journeys/mainJob.ts';
import { type RunningCentral, runCentral } from '../runningCentral.ts';
import { type BrowserStation, openInBrowser } from './browserStation.ts';

let central: RunningCentral;
let line: CuttableLine;
let folder: string;
let station: BrowserStation | null = null;

test.beforeAll(async () => {
  central = await runCentral();
  line = await layLine(central.url);
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-browser-'));
});
test.afterAll(async () => {
  await station?.close();
  await line.cut();
  await central.close();
  rmSync(folder, { recursive: true, force: true });
});

test('in a current Chromium, from scan to refund: central shows it once, with clause, amount and times', {
  tag: '@release',
}, async ({ launchOptions }) => {
  // Without a graphics card it shares the processor with everything else that is tested.
  test.setTimeout(240_000);
  station = await openInBrowser({
    folder,
    centralUrl: line.url,
    enrolmentCode: central.enrolmentCode,
    launchOptions,
  });
  const { page, complaints } = station;
  const { parcel, refund } = await mainJob({ page, line });
  expect(complaints).toEqual([]);

  await test.step("Central's register shows it", async () => {
    const register = await page.context().newPage();
    await register.setExtraHTTPHeaders({ authorization: `Bearer ${central.adminToken}` });
    await register.goto(`${central.url}/central/register`);
    const row = register.getByRole('row').filter({ hasText: parcel.case.id });
    await expect(row).toHaveCount(1);
    const heads = await register.getByRole('columnheader').allTextContents();
    const cell = (head: string) => row.getByRole('cell').nth(heads.indexOf(head));
    await expect(cell('Case')).toContainText(parcel.case.rma ?? '');
    await expect(cell('Clauses')).toContainText('II-QUALITY');
    const dollars = (refund.amount / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
    await expect(cell('Amount')).toContainText(`USD ${dollars}`);
    await expect(cell('State')).toHaveText('instructed');

    const timesOf = (names: readonly string[]) =>
      Promise.all(names.map((head) => cell(head).locator('time').getAttribute('datetime')));
    const times = await timesOf(['Arrived', 'Approved', 'Started']);
    expect(times).toEqual([refund.arrivedAt, refund.approvedAt, refund.startedAt]);
    const [arrived = 0, approved = 0, started = 0] = times.map((it) => Date.parse(it ?? ''));
    expect(approved).toBeGreaterThan(arrived);
    expect(started).toBeGreaterThanOrEqual(approved);
    await expect(cell('Started')).toContainText('America/New_York');
    const startedOn = localDateOf(refund.startedAt ?? '', 'America/New_York');
    await expect(cell('Due')).toHaveText(refund.dueOn ?? 'a date');
    expect(startedOn <= (refund.dueOn ?? '')).toBe(true);
  });
});
