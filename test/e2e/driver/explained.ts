import { expect, type Page } from '@playwright/test';

/** What would change the answer is told in full, by the page's worker, and holds this sentence. */
export async function expectExplained(page: Page, sentence: string): Promise<void> {
  const explained = page.getByRole('region', { name: 'What would change it' });
  await expect(explained).toHaveAttribute('aria-busy', 'false');
  await expect(explained.getByRole('listitem').filter({ hasText: sentence })).not.toHaveCount(0);
}
