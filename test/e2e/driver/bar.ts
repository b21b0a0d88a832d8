import { expect, type Page } from '@playwright/test';

/** "12 not sent" in the bar, from the sign-in screen as well. */
export async function unsent(page: Page): Promise<number> {
  const mark = page.getByRole('banner').getByText(/^\d+ not sent$/);
  if ((await mark.count()) === 0) return 0;
  return Number.parseInt((await mark.first().textContent()) ?? '0', 10);
}

/** Waits until as many are unsent as the work just done should have made, and no more. */
export async function expectUnsent(page: Page, count: number): Promise<void> {
  await expect.poll(() => unsent(page), { timeout: 30_000 }).toBe(count);
}

export async function expectEverythingSent(page: Page, timeout = 60_000): Promise<void> {
  await expect(page.getByRole('banner').getByText('Everything sent')).toBeVisible({ timeout });
}
