import { expect, type Page } from '@playwright/test';
import { readBase32, totpCode, totpStep } from '../../../shared/node/totp.ts';
import type { CentralInMemory } from '../../builders/central/centralInMemory.ts';

/** The first administrator comes in by the link of the first start. */
export async function enterOffice(page: Page, central: CentralInMemory): Promise<void> {
  const passphrase = 'seven working days of harbour fog';
  await page.goto(`${central.url}/office/#link=${central.newSignInLink}`);
  await page.getByLabel('First and last name').fill('Ada Lind');
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('textbox', { name: 'The same once more' }).fill(passphrase);
  const letters = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText();
  const secret = readBase32(letters.replaceAll(' ', '')) ?? Buffer.alloc(0);
  await page
    .getByLabel('Code from your authenticator')
    .fill(totpCode(secret, totpStep(Date.now())));
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await expect(page.getByRole('heading', { name: 'The first hour' })).toBeVisible();
}
