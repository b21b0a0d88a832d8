/** Central's page in a browser: the first administrator comes in, and a record is put in, changed and withdrawn. */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { readBase32, totpCode, totpStep } from '../../../shared/node/totp.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { appear, looksInEveryTheme, looksRight } from './officeLooks.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const passphrase = 'seven working days of harbour fog';
let central: CentralInMemory;

test.beforeAll(async () => {
  central = await startCentral({ page: path.join(root, 'dist/office') });
});
test.afterAll(() => central.close());

test('the first administrator sets up signing in, signs in again, and puts in a first site', async ({
  page,
}) => {
  const refusedByPolicy: string[] = [];
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) refusedByPolicy.push(line.text());
  });

  await page.goto(`${central.url}/office/#link=${central.newSignInLink}`);
  await page.getByLabel('First and last name').fill('Ada Lind');
  await expect(page.getByLabel('User name')).toHaveValue('ada.lind');
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('textbox', { name: 'The same once more' }).fill(passphrase);
  const letters = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText();
  const secret = readBase32(letters.replaceAll(' ', '')) ?? Buffer.alloc(0);
  await looksRight(page, 'link-light');
  await page
    .getByLabel('Code from your authenticator')
    .fill(totpCode(secret, totpStep(Date.now())));
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await expect(page.getByRole('heading', { name: 'The first hour' })).toBeVisible();
  expect(page.url()).not.toContain('ql_');
  await looksRight(page, 'set-up-light');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to central' })).toBeVisible();
  await looksRight(page, 'sign-in-light');
  await page.getByLabel('User name').fill('ada.lind');
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  // A code counts once: the one of the next half minute counts already.
  const next = totpCode(secret, totpStep(Date.now()) + 1);
  await page.getByLabel('Code from your authenticator').fill(next);
  await page.keyboard.press('Enter');

  await page.getByRole('button', { name: 'Do it: A site' }).click();
  await page.getByLabel('Its number in your books').fill('HH 1');
  await page.getByLabel('Name', { exact: true }).fill('Werk Hamburg');
  await page.getByLabel('City').fill('Hamburg');
  await page.getByLabel('Country').fill('Deutschland');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('2 things to mend')).toBeVisible();
  await looksRight(page, 'new-site-light');
  await page.getByLabel('Country').fill('DE');
  await page.getByLabel('Time zone').fill('Europe/Berlin');
  await page.getByLabel('Docks').fill('Tor 1\nTor 2');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Show: A site' }).click();
  await page.getByRole('row', { name: 'Werk Hamburg' }).click();
  await expect(page.getByRole('heading', { name: 'Werk Hamburg' })).toBeVisible();

  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('City').fill('Hamburg-Altona');
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.getByLabel('Why').fill('The site moved across the river');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The site moved across the river')).toBeVisible();
  await looksRight(page, 'record-light');
  await page.getByLabel('Find').fill('altona');
  await expect(page.getByRole('row', { name: 'Werk Hamburg' })).toBeVisible();

  if (looksInEveryTheme) {
    await appear(page, 'Dark');
    await looksRight(page, 'record-dark');
  }
  await page.getByRole('link', { name: 'Set up' }).click();
  await expect(page.getByRole('button', { name: 'Do it: Its calendar' })).toBeVisible();
  if (looksInEveryTheme) {
    await looksRight(page, 'set-up-dark');
    await appear(page, 'High contrast');
    await looksRight(page, 'set-up-contrast');
  }
  // 1366 pixels at 200 % are 683.
  await page.setViewportSize({ width: 683, height: 384 });
  await looksRight(page, 'set-up-200');
  expect(refusedByPolicy).toEqual([]);
});
