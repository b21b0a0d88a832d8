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

/** Answers one coded question. */
export async function choose(page: Page, group: string, answer: string): Promise<void> {
  await page
    .getByRole('radiogroup', { name: group, exact: true })
    .locator('label')
    .filter({ hasText: answer })
    .first()
    .click();
}

/** Answers the coded questions about a defect. */
export async function answerDefect(page: Page, words: DefectWords): Promise<void> {
  const everyKind = page.locator('form label').filter({ hasText: 'Every kind' });
  if ((await everyKind.count()) > 0) await everyKind.click();
  await choose(page, 'Kind of defect', words.kind);
  await choose(page, 'Defect', words.defect);
  await choose(page, 'Severity', words.severity);
  await choose(page, 'Cause', words.cause);
}

export async function answerNoDefect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'No defect found' }).click();
}

/** Of a group that has findings: a piece of the bar, the others, or these, by number. */
export async function nameUnits(
  page: Page,
  which: 'The same' | 'The other' | 'These',
  numbers?: string,
): Promise<void> {
  const pieces = page.getByRole('list', { name: 'Units' }).getByRole('button');
  if (which === 'The same') await pieces.first().click();
  if (!numbers) return;
  await page.getByRole('button', { name: 'By number' }).click();
  await page.getByRole('textbox', { name: 'Their numbers' }).fill(numbers);
}

/** Types how many units the finding is about. */
export async function sayHowMany(page: Page, quantity: number): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Quantity' });
  await field.fill(String(quantity));
  await field.press('Tab');
  await expect(field).toHaveValue(String(quantity));
}

export async function recordFinding(page: Page): Promise<void> {
  const findings = page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  const before = await findings.count();
  await page.getByRole('button', { name: 'Record finding' }).click();
  await expect(findings).toHaveCount(before + 1);
}

/** Answers the coded questions and records the finding. */
export async function recordDefect(page: Page, words: DefectWords): Promise<void> {
  await answerDefect(page, words);
  await recordFinding(page);
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
