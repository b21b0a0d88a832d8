import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { documentOf, putDocument } from '../../../central/documents/documentRows.ts';
import { epochDayOf, localDateOfEpochDay } from '../../../shared/deadlines/epochDay.ts';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { demoToday } from '../demoReturns.ts';
import { lookWhole } from '../driver/look.ts';
import { enrol, goTo, signIn } from '../driver/signIn.ts';
import { type ElectronStation, openStation } from '../electronStation.ts';

const site = 'ewr';
const today = localDateOf(new Date().toISOString(), 'America/New_York');
const inDays = (days: number) => localDateOfEpochDay(epochDayOf(today) + days);

let central: CentralInMemory;
let station: ElectronStation;
let folder: string;

test.beforeAll(async () => {
  central = await startCentral({ demo: today });
  const { database } = central;
  const calendar = await documentOf(database.rows, 'calendars', site);
  if (!calendar) throw new Error('The demo has no calendar');
  // Nobody renewed it: what arrived lately runs beyond it.
  const body = { ...calendar, version: 2, validUntil: inDays(3) };
  await database.write((rows) => putDocument(rows, { collection: 'calendars', body }));
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-calendars-'));
  station = await openStation({
    folder,
    centralUrl: central.url,
    enrolmentCode: await central.enrolmentCode(site),
  });
});
test.afterAll(async () => {
  await station.close();
  await central.close();
  rmSync(folder, { recursive: true, force: true });
});
test.use({ trace: 'off' });
test.setTimeout(240_000);

async function showDeadlines(page: Page): Promise<void> {
  await page.keyboard.press('2', { delay: 60 });
  await page.getByRole('heading', { name: /Deadlines/ }).waitFor();
}

test('a calendar that ends warns everywhere, its cases stand first, and renewing it counts them', {
  tag: '@release',
}, async () => {
  const { page } = station;
  await enrol(page);
  await signIn(page, demoToday().worker('NQ4101'));
  await goTo(page, 'Desk');
  await expect(page.getByRole('banner')).toContainText('Calendar ends in 3 days');
  const first = page.getByRole('main').getByRole('row').first();
  await showDeadlines(page);
  await expect(first).toContainText('Days cannot be counted');
  await expect(page.getByRole('main')).toContainText('cannot be counted');
  await lookWhole(page, 'calendar-board');
  await page.getByRole('banner').getByText('Calendar ends in 3 days').click();
  await expect(page.getByRole('main')).toContainText('The calendar of this site ends on');
  await lookWhole(page, 'calendar-station');

  const answer = await fetch(new URL(`/central/admin/calendars/${site}`, central.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${central.adminToken}`,
    },
    body: JSON.stringify({
      by: 'Ada',
      why: 'Renewed',
      closures: [{ date: inDays(1), name: 'Burst pipe' }],
    }),
  });
  expect(answer.status).toBe(200);
  await expect(page.getByRole('banner')).not.toContainText('Calendar ends', { timeout: 60_000 });
  await goTo(page, 'Desk');
  await showDeadlines(page);
  await expect(first).not.toContainText('Days cannot be counted');
  await page
    .getByRole('main')
    .getByRole('row')
    .filter({ hasText: 'Verdict proposed' })
    .filter({ hasText: 'days left' })
    .last()
    .click();
  await expect(page.getByRole('main')).toContainText('Moved from', { timeout: 20_000 });
  await lookWhole(page, 'calendar-moved');
});
