import { expect, type Page } from '@playwright/test';
import { scan } from '../scan.ts';

/** Scans the parcel on the bench; its case opens. */
export async function openOnBench(page: Page, label: string): Promise<void> {
  await expect(page.getByRole('heading', { name: /To be inspected/ })).toBeVisible();
  await scan(page, label);
  await expect(page.getByRole('region', { name: 'The client said' })).toBeVisible();
}

/** Takes the photos the shot list still wants, and `more` beyond it. */
export async function takeWantedPhotos(page: Page): Promise<void> {
  const found = page.getByRole('region', { name: 'What we found' });
  await expect(found.locator('video')).toHaveJSProperty('readyState', 4);
  const wanted = found.getByRole('listitem').filter({ hasText: 'not yet' });
  for (let left = await wanted.count(); left > 0; left = await wanted.count()) {
    await page.keyboard.press('F7');
    await expect(wanted).toHaveCount(left - 1);
  }
}

export type DefectWords = {
  readonly kind: string;
  readonly defect: string;
  readonly severity: 'Critical' | 'Major' | 'Minor';
  readonly cause: string;
};

/** Answers the coded questions and records the finding. */
export async function recordDefect(page: Page, words: DefectWords): Promise<void> {
  const choose = (group: string, answer: string) =>
    page
      .getByRole('radiogroup', { name: group, exact: true })
      .locator('label')
      .filter({ hasText: answer })
      .first()
      .click();
  await choose('What is true of these units?', 'Defect');
  await choose('Kind of defect', words.kind);
  await choose('Defect', words.defect);
  await choose('Severity', words.severity);
  await choose('Cause', words.cause);
  await page.getByRole('button', { name: 'Record finding' }).click();
  await expect(page.getByRole('list', { name: 'Findings' })).toContainText(words.defect);
}

/** With open points the sheet that names them is answered: nothing stops anybody. */
export async function finishInspection(
  page: Page,
  { withOpenPoints = false }: { readonly withOpenPoints?: boolean } = {},
): Promise<void> {
  await page.getByRole('button', { name: 'Finish inspection' }).click();
  if (withOpenPoints) await page.getByRole('button', { name: 'Finish all the same' }).click();
  await expect(page.getByRole('heading', { name: /To be inspected/ })).toBeVisible();
}
