import { expect, type Locator, type Page } from '@playwright/test';
import { scan } from '../scan.ts';

/** Scans or types the RMA; the case opens beside the queue. */
export async function openOnDesk(page: Page, rma: string): Promise<void> {
  await expect(page.getByRole('heading', { name: /To be decided/ })).toBeVisible();
  await scan(page, rma);
  await expect(page.getByRole('article').getByText(rma, { exact: true })).toBeVisible();
}

/** Walks down the queue, of which only the rows in sight are drawn, and opens the first of that name. */
export async function openFromQueue(page: Page, name: RegExp): Promise<void> {
  const queue = page.getByRole('grid', { name: 'To be decided' });
  const row = queue.getByRole('row', { name }).first();
  await queue.hover();
  await expect(async () => {
    await page.mouse.wheel(0, 300);
    await expect(row).toBeVisible({ timeout: 500 });
  }).toPass();
  await row.click();
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

/** Answers one of the questions the sheet asks, with the words on its buttons. */
export async function answerQuestion(
  sheet: Locator,
  question: string,
  answer: string,
  because: string,
): Promise<void> {
  const asked = questionOn(sheet, question);
  await asked.locator('label').filter({ hasText: answer }).first().click();
  await asked.getByRole('textbox', { name: 'Because' }).fill(because);
}

/** These questions stand on the sheet, in this order, and no others. */
export async function expectAsked(sheet: Locator, questions: readonly string[]): Promise<void> {
  await expect(
    sheet.locator('section').filter({ hasText: 'Your answer' }).getByRole('heading'),
  ).toHaveText([...questions]);
}

/** A question is answered so: by this person, or by whoever signed first. */
export async function expectAnswered(
  sheet: Locator,
  question: string,
  answer: string,
): Promise<void> {
  await expect(
    questionOn(sheet, question).getByRole('radio', { name: answer, exact: true }),
  ).toBeChecked();
}

function questionOn(sheet: Locator, question: string): Locator {
  const heading = sheet.page().getByRole('heading', { name: question });
  return sheet.locator('section').filter({ has: heading });
}

type Again = 'Re-inspection' | 'Blind second inspection' | 'After a dispute';

/** Has the goods of the open case looked at once more. */
export async function inspectAgain(page: Page, kind: Again, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Inspect again' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.locator('label').filter({ hasText: kind }).click();
  await sheet.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await sheet.getByRole('button', { name: 'Begin it' }).click();
  await expect(sheet).toBeHidden();
}

export const rivalsOnDesk = (page: Page): Locator =>
  page.getByText('Two inspections say different things');

/** Says which of the inspections side by side counts, and why. */
export async function sayWhichCounts(page: Page, kind: Again, reason: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Why this one counts' }).fill(reason);
  const one = page.getByRole('article').filter({ hasText: kind }).last();
  await one.getByRole('button', { name: 'This one counts' }).click();
  await expect(rivalsOnDesk(page)).toHaveCount(0);
}
