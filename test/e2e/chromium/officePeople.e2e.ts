/** People and stations on central's page: who joins, moves and leaves, what is printed, and what a code brings. */
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { takePicture } from '../driver/picture.ts';
import { appear, looksRight } from './officeLooks.ts';
import { signInFirst } from './officeSignIn.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let central: CentralInMemory;
let bringIn: Awaited<ReturnType<typeof signInFirst>>;

test.beforeAll(async () => {
  central = await startCentral({ demo: '2026-11-23', page: path.join(root, 'dist/office') });
  bringIn = await signInFirst(central);
});
test.afterAll(() => central.close());

async function open(page: Page, place: string): Promise<void> {
  await bringIn(page);
  await page.goto(`${central.url}/office/#/${place}`);
}

const sheet = (page: Page) => page.getByRole('dialog');

test('somebody joins with a printed slip, learns another role, leaves, and stands in the records', async ({
  page,
}) => {
  await open(page, 'people');
  await page.getByRole('row').first().waitFor();
  await looksRight(page, 'people-light');
  await page.getByRole('button', { name: 'New person' }).click();
  await page.getByRole('textbox', { name: 'First and last name' }).fill('Nina Roth');
  await page.getByRole('textbox', { name: 'Badge' }).fill('ni');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Needed').first()).toBeVisible();
  await looksRight(page, 'person-new-light');
  await page.getByRole('textbox', { name: 'Badge' }).fill('nina01');
  await page.getByText('Dock', { exact: true }).click();
  await page
    .getByRole('group', { name: 'Sites' })
    .getByRole('checkbox')
    .first()
    .check({ force: true });
  await page.getByRole('button', { name: 'Save' }).click();
  const slip = page.getByText(/^[0-9A-Z]{3,4}(-[0-9A-Z]{3,4})+$/);
  await expect(slip).toBeVisible();
  const letters = await slip.innerText();
  await looksRight(page, 'person-slip-light');

  await page.getByRole('button', { name: 'Print it' }).click();
  const printed = page.getByRole('dialog', { name: 'To print' });
  await expect(printed.getByText(letters)).toBeVisible();
  await expect(printed.getByText('NINA01')).toBeVisible();
  await printed.getByRole('img', { name: 'Badge' }).locator('rect').nth(20).waitFor();
  await looksRight(page, 'print-slip-light');
  await page.emulateMedia({ media: 'print' });
  await expect(printed.getByRole('button', { name: 'Close' })).toBeHidden();
  await expect(page.getByRole('row')).toHaveCount(0);
  await takePicture(page, 'office/printed-slip', { isWhole: true });
  await page.emulateMedia({ media: null });
  await page.keyboard.press('Escape');
  await expect(printed).toBeHidden();

  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByText('Inspector', { exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Needed')).toBeVisible();
  await page.getByRole('textbox', { name: 'Why' }).fill('Learned it in spring');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Learned it in spring')).toBeVisible();
  await looksRight(page, 'person-light');

  await page.getByRole('button', { name: 'Leaves' }).click();
  await expect(sheet(page).getByRole('button', { name: 'Leaves' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Why' }).fill('Moves to Lyon');
  await looksRight(page, 'person-leaves-light');
  await sheet(page).getByRole('button', { name: 'Leaves' }).click();
  await expect(page.getByRole('button', { name: 'Comes back' })).toBeVisible();
  await expect(page.getByText('Moves to Lyon')).toBeVisible();
});

test('a key of somebody is revoked with a reason', { tag: '@release' }, async ({ page }) => {
  await open(page, 'people');
  await page.getByRole('row', { name: 'Callum Reid' }).click();
  await expect(page.getByRole('table', { name: 'Keys' }).getByText('In use')).toBeVisible();
  await looksRight(page, 'person-keys-light');
  await page.getByRole('button', { name: /^Revoke: / }).click();
  await page.getByText('Their keys may be in somebody else’s hands').click();
  await page.getByRole('textbox', { name: 'Why' }).fill('The laptop was stolen');
  await looksRight(page, 'person-key-revoke-light');
  await sheet(page).getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText(/^In wrong hands /)).toBeVisible();
});

test('badges are printed ten to a sheet, in the language of the site', { tag: '@release' }, async ({
  page,
}) => {
  await open(page, 'people');
  await page.getByRole('row').first().waitFor();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await looksRight(page, 'print-choose-light');
  await sheet(page)
    .getByRole('button', { name: /to print$/ })
    .click();
  const printed = page.getByRole('dialog', { name: 'To print' });
  await printed.getByRole('img', { name: 'Badge' }).first().locator('rect').nth(20).waitFor();
  await printed.getByRole('button', { name: /English/ }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await expect(printed.getByText('Prüfung').first()).toBeVisible();
  await looksRight(page, 'print-badges-light');
  const sheets = await printed.getByRole('region').count();
  await page.emulateMedia({ media: 'print' });
  await takePicture(page, 'office/printed-badges', { isWhole: true });
  const pdf = await page.pdf({
    path: path.join(root, 'out/office/badges.pdf'),
    preferCSSPageSize: true,
  });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
  expect(pages).toBe(sheets);
});

test('a station comes with a code made here, is compared by its fingerprint, and revoked', {
  tag: '@release',
}, async ({ page }) => {
  await open(page, 'stations');
  await page.getByRole('row').first().waitFor();
  await looksRight(page, 'stations-light');
  await page.getByRole('button', { name: 'New station' }).click();
  const form = page.getByRole('region', { name: 'One station' });
  await form.getByRole('button', { name: /Site/ }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Make a code' }).click();
  await expect(page.getByText(/Good for \d:\d\d/)).toBeVisible();
  const code = await page.getByText(/^[0-9A-Z]{3,4}(-[0-9A-Z]{3,4})+$/).innerText();
  await looksRight(page, 'station-code-light');

  const enrolled = await fetch(`${central.url}${centralApi.enrol.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, stationName: 'Bench 7' }),
  });
  const { fingerprint } = centralApi.enrol.response.parse(await enrolled.json());
  await expect(page.getByText('Bench 7 has come')).toBeVisible();
  await expect(page.getByText(fingerprint.match(/.{4}/g)?.join(' ') ?? '')).toBeVisible();
  await looksRight(page, 'station-compare-light');
  await page.getByRole('button', { name: 'They are the same' }).click();
  await expect(page.getByRole('heading', { name: 'Bench 7' })).toBeVisible();
  await looksRight(page, 'station-light');

  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('textbox', { name: 'Why' }).fill('Only tried out');
  await looksRight(page, 'station-revoke-light');
  await sheet(page).getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText(/^Revoked: /)).toBeVisible();
  await expect(page.getByRole('row', { name: 'Bench 7' })).toBeHidden();
});

for (const theme of ['Dark', 'High contrast'] as const)
  test(`people and stations in ${theme}, on a large screen and at 200 %`, {
    tag: '@release',
  }, async ({ page }) => {
    const name = theme === 'Dark' ? 'dark' : 'contrast';
    await open(page, 'people');
    await appear(page, theme);
    await page.getByRole('row').nth(1).click();
    await page.getByRole('button', { name: 'Change' }).waitFor();
    await looksRight(page, `people-${name}`);
    await page.getByRole('link', { name: 'Stations' }).click();
    await page.getByRole('row').first().click();
    await page.getByRole('button', { name: 'Revoke' }).waitFor();
    await looksRight(page, `stations-${name}`);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await looksRight(page, `stations-1920-${name}`);
    await page.setViewportSize({ width: 683, height: 384 });
    await looksRight(page, `stations-200-${name}`);
    await page.goto(`${central.url}/office/#/people`);
    await page.getByRole('row').first().waitFor();
    await looksRight(page, `people-200-${name}`);
  });

for (const [language, heading] of [
  ['Deutsch', 'Personen'],
  ['Español', 'Personas'],
  ['中文', '人员'],
] as const)
  test(`people, stations and connections in ${language}`, { tag: '@release' }, async ({ page }) => {
    await open(page, 'people/+');
    await page.getByRole('button', { name: 'Language and appearance' }).click();
    await page.getByRole('radio', { name: language }).click({ force: true });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await looksRight(page, `person-new-${language}`);
    for (const place of ['stations/+', 'connections/+']) {
      await page.goto(`${central.url}/office/#/${place}`);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await looksRight(page, `${place.slice(0, -2)}-new-${language}`);
    }
  });
