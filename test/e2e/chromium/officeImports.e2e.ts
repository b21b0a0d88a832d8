/** Central's page in a browser: a company's own table is dropped, put right, tested and brought in. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { enterOffice } from './enterOffice.ts';
import { looksRight } from './officeLooks.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let central: CentralInMemory;

test.beforeEach(async () => {
  central = await startCentral({ page: path.join(root, 'dist/office') });
});
test.afterEach(() => central.close());

const csv = [
  'Artikelnummer;Bezeichnung;EAN;ME;Gewicht g;Notiz',
  'KP-7/1;Kreiselpumpe größer;4006381333931;Stk;12.500;x',
  'D-7;"Dichtung; DN 200";;Kiste;80;y',
  'D-8;;;Stk;schwer;',
].join('\r\n');
const file = {
  name: 'Artikel März.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(csv, 'latin1'),
};

async function openImports(page: Page): Promise<void> {
  await enterOffice(page, central);
  await page.getByRole('link', { name: 'Imports' }).click();
  await expect(page.getByRole('heading', { name: 'Bring in a table' })).toBeVisible();
}

/** From the file to what became of each row. */
async function bringIn(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  await picture('begin');
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'Artikel März.csv' })).toBeVisible();
  await expect(page.getByText('Guessed: it is not UTF-8.')).toBeVisible();
  await expect(page.getByText('One thing to say first')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Test', exact: true })).toBeDisabled();
  await picture('questions');
  await choose(page, 'Decimals', '1.234,56');
  await choose(page, 'Kiste means', 'Pieces');
  await expect(page.getByText('One thing to say first')).toHaveCount(0);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(page.getByText('Nothing was written')).toBeVisible();
  await expect(page.getByText('“schwer” is no number')).toBeVisible();
  await picture('tested');
  await page.getByRole('button', { name: 'Bring in', exact: true }).click();
  await expect(page.getByText('It is in')).toBeVisible();
  await picture('written');
}

async function choose(page: Page, field: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: choice }).click();
}

test('a table of a German system is put right, tested and brought in, and comes back with its outcomes', {
  tag: '@release',
}, async ({ page }) => {
  const refusedByPolicy: string[] = [];
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) refusedByPolicy.push(line.text());
  });
  await openImports(page);
  await bringIn(page, (name) => looksRight(page, `imports-${name}-light`));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save the file with what became of each row' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Artikel März.outcome.csv');
  expect(await readFile(await download.path(), 'utf8')).toContain(
    'KP-7/1;Kreiselpumpe größer;4006381333931;Stk;12.500;x;created;',
  );
  await page.getByRole('link', { name: 'Records' }).click();
  await page.getByLabel('Find').fill('Kreiselpumpe');
  await expect(page.getByRole('row', { name: /Kreiselpumpe größer/ })).toBeVisible();
  expect(refusedByPolicy).toEqual([]);
});

test('what is no table is refused in words, and by keyboard alone one gets there @release', async ({
  page,
}) => {
  await openImports(page);
  const pdf = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7') };
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('button', { name: 'Choose a file' })
      .focus()
      .then(() => page.keyboard.press('Enter')),
  ]);
  await chooser.setFiles(pdf);
  await expect(page.getByText('It is a PDF.')).toBeVisible();
  await looksRight(page, 'imports-refused-light');
});

for (const theme of ['Dark', 'High contrast'] as const)
  test(`a table in ${theme} @release`, async ({ page }) => {
    await openImports(page);
    await page.getByRole('button', { name: 'Language and appearance' }).click();
    await page.getByRole('radio', { name: theme }).click({ force: true });
    await page.keyboard.press('Escape');
    await bringIn(page, (name) => looksRight(page, `imports-${name}-${theme}`));
    // 1366 pixels at 200 % are 683.
    await page.setViewportSize({ width: 683, height: 384 });
    await looksRight(page, `imports-200-${theme}`);
  });
