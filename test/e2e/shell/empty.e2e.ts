import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { firstStep } from '../../../build/run/emptyCompany.mjs';
import { startCentral } from '../../../build/run/runningCentral.mjs';
import { stationEnvironment } from '../../../build/run/runningStation.mjs';
import { systemChromium } from '../../../build/system/chromium.mjs';
import { badgeCodeOf, slipCodeOf } from '../../../shared/barcodes/barcodeOwn.ts';
import { readBase32, totpCode, totpStep } from '../../../shared/node/totp.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { lookOnce } from '../driver/look.ts';
import { openStation } from '../electronStation.ts';
import { scan, typeKeys } from '../scan.ts';

test('npm start -- --empty: nobody is there; the first steps on central’s page, and a station with its first person', {
  tag: '@release',
}, async () => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-empty-'));
  const central = await startCentral({ folder, isEmpty: true });
  const browser = await chromium.launch(systemChromium);
  try {
    const token = path.join(folder, 'central/admin-token');
    const { path: people, response } = centralApi.everybody;
    const answer = await fetch(`${central.url}${people}`, {
      headers: { authorization: `Bearer ${readFileSync(token, 'utf8').trim()}` },
    });
    expect(response.parse(await answer.json()).people).toEqual([]);

    const said = await firstStep({ url: central.url, folder });
    const [, address = ''] = /^open (\S+) \(once, /.exec(said) ?? [];
    expect(address).toContain(`${central.url}/office/`);
    const office = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await office.goto(address);
    const { slip, code } = await firstSteps(office);
    const station = await openStation({
      folder,
      centralUrl: central.url,
      env: stationEnvironment(central, false),
    });
    const { page } = station;
    await expect(page.getByRole('button', { name: 'Enrol', exact: true })).toBeVisible();
    await expect(page.getByLabel('Address of central')).toHaveValue(central.url);
    await lookOnce(page, 'empty-enrolment');
    await page.getByRole('textbox', { name: 'One-time code' }).fill(code);
    await page.getByRole('textbox', { name: 'Name of this station' }).fill('Tor 1');
    await page.getByRole('button', { name: 'Enrol', exact: true }).click();
    await page.getByRole('button', { name: 'This is our site' }).click();
    await page.getByRole('button', { name: 'Tor 1', exact: true }).click({ timeout: 60_000 });
    await expect(page.getByRole('heading', { name: 'Who is working here?' })).toBeVisible();
    await joins(page, slip);
    await expect(office.getByText('Tor 1 has come')).toBeVisible();
    await station.close();
  } finally {
    await browser.close();
    await central.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Who runs the company from now on, a site, its calendar, somebody to work there, and a station's code. */
async function firstSteps(page: Page): Promise<{ readonly slip: string; readonly code: string }> {
  await page.getByLabel('First and last name').fill('Ada Lind');
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('seven working days of fog');
  await page.getByRole('textbox', { name: 'The same once more' }).fill('seven working days of fog');
  const letters = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText();
  const secret = readBase32(letters.replaceAll(' ', '')) ?? Buffer.alloc(0);
  await page
    .getByLabel('Code from your authenticator')
    .fill(totpCode(secret, totpStep(Date.now())));
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await expect(page.getByRole('heading', { name: 'The first hour' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'A site' })).toHaveAttribute(
    'aria-current',
    'step',
  );

  await page.getByRole('button', { name: 'Do it: A site' }).click();
  await page.getByLabel('Its number in your books').fill('HH 1');
  await page.getByLabel('Name', { exact: true }).fill('Werk Hamburg');
  await page.getByLabel('City').fill('Hamburg');
  await page.getByLabel('Country').fill('DE');
  await page.getByLabel('Time zone').fill('Europe/Berlin');
  await page.getByLabel('Docks').fill('Tor 1\nTor 2');
  await page.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('button', { name: 'Do it: Its calendar' }).click();
  await page.getByLabel('Its number in your books').fill('HH 1');
  await page.getByRole('combobox', { name: 'Site' }).click();
  await page.getByRole('option').first().click();
  await page.getByLabel('Country').fill('DE');
  await page.getByLabel('Region').fill('HH');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Show: Its calendar' })).toBeVisible();

  await page.getByRole('button', { name: /^Do it: .*People/ }).click();
  await page.getByRole('textbox', { name: 'First and last name' }).fill('Nina Roth');
  await page.getByRole('textbox', { name: 'Badge' }).fill('nina01');
  await page.getByText('Dock', { exact: true }).click();
  const sites = page.getByRole('group', { name: 'Sites' });
  await sites.getByRole('checkbox').first().check({ force: true });
  await page.getByRole('button', { name: 'Save' }).click();
  const handed = page.getByText(/^[0-9A-Z]{3,4}(-[0-9A-Z]{3,4})+$/);
  await expect(handed).toBeVisible();
  const slip = await handed.innerText();

  await page.getByRole('link', { name: 'Set up' }).click();
  await page.getByRole('button', { name: /^Do it: .*station/i }).click();
  const form = page.getByRole('region', { name: 'One station' });
  await form.getByRole('button', { name: /Site/ }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Make a code' }).click();
  await expect(page.getByText(/Good for \d:\d\d/)).toBeVisible();
  return { slip, code: await handed.innerText() };
}

async function joins(page: Page, slip: string): Promise<void> {
  await scan(page, badgeCodeOf('NINA01'));
  await expect(page.getByRole('textbox', { name: 'Slip from the office' })).toBeVisible();
  await scan(page, slipCodeOf(slip));
  await expect(page.getByRole('group', { name: 'Number pad' })).toBeVisible();
  await typeKeys(page, '274916\r');
  await expect(page.getByText('The same PIN once more')).toBeVisible();
  await typeKeys(page, '274916\r');
  await expect(page.getByRole('banner').getByText('Nina Roth')).toBeVisible();
}
