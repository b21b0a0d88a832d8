/** A picture of an article, chosen as a file on central's page, and what central and the record then hold. */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { photos } from '../../../central/database/schema.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { article } from '../../central/office/aManufacturer.ts';
import { askOffice } from '../../central/office/askOffice.ts';
import { appear, looksRight } from './officeLooks.ts';
import { signInFirst } from './officeSignIn.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let central: CentralInMemory;
let bringIn: Awaited<ReturnType<typeof signInFirst>>;

test.beforeAll(async () => {
  central = await startCentral({ page: path.join(root, 'dist/office') });
  const body = { ...article, number: 'KP-40/160', name: 'Kreiselpumpe' };
  await askOffice(central, { method: 'PUT', path: 'articles/erp:KP-40%2F160', body });
  bringIn = await signInFirst(central);
});
test.afterAll(() => central.close());

test('an article’s picture is chosen as a file, or refused in words', { tag: '@release' }, async ({
  page,
}) => {
  await bringIn(page);
  await page.goto(`${central.url}/office/`);
  await page.getByRole('link', { name: 'Records' }).first().waitFor();
  await page.keyboard.press('/');
  await page.getByRole('textbox', { name: 'Find' }).waitFor();
  await page.keyboard.type('kp-40');
  await page.getByText('Kreiselpumpe').first().click();
  await page.getByRole('button', { name: 'Change' }).click();
  const field = page.getByRole('textbox', { name: 'Picture' });
  await field.scrollIntoViewIfNeeded();
  const choose = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file: Picture' }).click();
    await (await asked).setFiles(file);
  };
  const buffer = Buffer.from('no picture at all');
  await choose({ name: 'Zeichnung KP-40 Stand 2026.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page.getByText(/Zeichnung KP-40 Stand 2026.jpg is no whole JPEG/)).toBeVisible();
  await looksRight(page, 'picture-refused-light');
  await expect(field).toHaveValue('');

  await choose(path.join(root, 'assets/screenshots/desk.png'));
  await expect(page.getByText(/is at central\. Save/)).toBeVisible();
  const hash = await field.inputValue();
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  await looksRight(page, 'picture-kept-light');
  await appear(page, 'Dark');
  await looksRight(page, 'picture-kept-dark');
  await appear(page, 'High contrast');
  await looksRight(page, 'picture-kept-contrast');
  await page.getByRole('textbox', { name: 'Why' }).fill('As the drawing shows it');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(hash)).toBeVisible();
  const kept = await central.database.rows.select().from(photos);
  expect(kept.map(({ sha256 }) => sha256)).toEqual([hash]);
});
