import { expect, type Locator, type Page } from '@playwright/test';
import { scan } from '../scan.ts';

/** Scans or types the RMA; the case opens beside the queue. */
export async function openOnDesk(page: Page, rma: string): Promise<void> {
  await expect(page.getByRole('heading', { name: /To be decided/ })).toBeVisible();
  await scan(page, rma);
  await expect(page.getByRole('article').getByText(rma, { exact: true })).toBeVisible();
}

/**
 * Opens the sheet with D, does there what is given, gives the PIN, signs with Ctrl+Enter, and does not
 * wait out the undo.
 */
export async function approve(
  page: Page,
  pin: string,
  before: (sheet: Locator) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.keyboard.press('d', { delay: 60 });
  const sheet = page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  await before(sheet);
  for (const digit of pin) await sheet.getByRole('button', { name: digit, exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(sheet).toBeHidden();
  await page.getByRole('button', { name: 'Sign now' }).click();
  await expect(
    page
      .getByText('Waiting to send')
      .or(page.getByText(/Approved|Refund/))
      .first(),
  ).toBeVisible();
}

/** Says no to the open case, with a reason, and does not wait out the undo. */
export async function decline(page: Page, pin: string, reason: string): Promise<void> {
  await expect(page.getByRole('button', { name: /^Decide/ })).toBeEnabled();
  await page.keyboard.press('d', { delay: 60 });
  const sheet = page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  await sheet
    .locator('label')
    .filter({ hasText: /^Decline/ })
    .click();
  await sheet.getByRole('textbox', { name: 'Reason' }).last().fill(reason);
  for (const digit of pin) await sheet.getByRole('button', { name: digit, exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(sheet).toBeHidden();
  await page.getByRole('button', { name: 'Sign now' }).click();
}
