import { expect, type Locator, type Page } from '@playwright/test';
import { scan, typeKeys } from '../scan.ts';

/** Scans or types the RMA; the case opens beside the queue. */
export async function openOnDesk(page: Page, rma: string): Promise<void> {
  await expect(page.getByRole('heading', { name: /To be decided/ })).toBeVisible();
  await scan(page, rma);
  await expect(page.getByRole('article').getByText(rma, { exact: true })).toBeVisible();
}

/**
 * Walks down the queue and what waits for somebody else, of which only the rows in sight are drawn, and
 * opens the first of that name.
 */
export async function openFromQueue(page: Page, name: RegExp): Promise<void> {
  const apart = page.getByRole('button', { name: /^Waiting for somebody else/ });
  if ((await apart.getAttribute('aria-expanded')) === 'false') await apart.click();
  const row = page.getByRole('row', { name }).first();
  await page.getByRole('grid', { name: 'To be decided' }).hover();
  await expect(async () => {
    await page.mouse.wheel(0, 300);
    await expect(row).toBeVisible({ timeout: 500 });
  }).toPass();
  await row.click();
}

/** The column beside the evidence in which the open case is decided. */
export const deciding = (page: Page): Locator =>
  page.getByRole('complementary', { name: /^Decide:/ });

/** Gives the PIN and signs with Ctrl+Enter: the column closes. */
export async function signWith(page: Page, pin: string): Promise<void> {
  const panel = deciding(page);
  await panel.getByLabel(/^PIN of/).focus();
  await typeKeys(page, pin);
  await page.keyboard.press('Control+Enter');
  await expect(panel).toBeHidden();
}

/**
 * Decides with D, does there what is given, gives the PIN, signs with Ctrl+Enter, does not wait out the
 * undo, and comes back from the case that opened next.
 */
export async function approve(
  page: Page,
  pin: string,
  before: (panel: Locator) => Promise<void> = async () => undefined,
): Promise<void> {
  const panel = await beginDeciding(page);
  const rma = await rmaOn(panel);
  await before(panel);
  await signWith(page, pin);
  await page.getByRole('button', { name: 'Sign now' }).click();
  if (rma !== null) await openOnDesk(page, rma);
  await expect(
    page
      .getByText('Waiting to send')
      .or(page.getByText(/Approved|Refund/))
      .first(),
  ).toBeVisible();
}

/** Says no to the open case, with a reason, does not wait out the undo, and comes back to it. */
export async function decline(page: Page, pin: string, reason: string): Promise<void> {
  await expect(page.getByRole('button', { name: /^Decide/ })).toBeEnabled();
  const panel = await beginDeciding(page);
  const rma = await rmaOn(panel);
  await panel
    .locator('label')
    .filter({ hasText: /^Decline/ })
    .click();
  await panel.getByRole('textbox', { name: 'Reason' }).last().fill(reason);
  await signWith(page, pin);
  await page.getByRole('button', { name: 'Sign now' }).click();
  if (rma !== null) await openOnDesk(page, rma);
}

async function beginDeciding(page: Page): Promise<Locator> {
  await page.keyboard.press('d', { delay: 60 });
  const panel = deciding(page);
  await expect(panel).toBeVisible();
  return panel;
}

async function rmaOn(panel: Locator): Promise<string | null> {
  const words = (await panel.locator('header').textContent()) ?? '';
  return /RMA-\d\d-\d{6}[\dX]/.exec(words.replaceAll(/\s/g, ''))?.[0] ?? null;
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
