/** The rooms of central's page, over the demo company: refunds that the payment system refuses. */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { keepUpWithClocks } from '../../../central/cases/sweeps/keepClocks.ts';
import { everyDocument } from '../../../central/documents/documentRows.ts';
import { silent } from '../../../central/log.ts';
import { bankVault, newBankKey } from '../../../central/refunds/bankVault.ts';
import { webhookPort } from '../../../central/refunds/webhookPort.ts';
import { clauseIds } from '../../../shared/facts/policyText.ts';
import { RefundId } from '../../../shared/ids.ts';
import { standardParameters } from '../../../shared/office/standardPolicy.ts';
import { shippedWords } from '../../../shared/policy/policyWords.ts';
import { aRefund } from '../../builders/cases/decidedFacts.ts';
import { verdictId } from '../../builders/cases/ids.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { aPaymentSystem, type PaymentSystem } from '../../central/aPaymentSystem.ts';
import { registerGranted } from '../../central/refunds/grantedRefunds.ts';
import { appear, looksRight } from './officeLooks.ts';
import { signInFirst } from './officeSignIn.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let payments: PaymentSystem;
let central: CentralInMemory;
let bringIn: Awaited<ReturnType<typeof signInFirst>>;

test.beforeAll(async () => {
  payments = await aPaymentSystem();
  payments.mood = 'refuses';
  central = await startCentral({
    demo: '2026-11-23',
    page: path.join(root, 'dist/office'),
    refundPort: webhookPort(payments.url, payments.secret),
    bankVault: bankVault(newBankKey()),
  });
  // The demo's own were paid from the register.
  const paper = (await everyDocument(central.database.rows, 'cases')).find(
    ({ rma }) => rma === 'RMA-26-0004535',
  );
  if (!paper) throw new Error('the demo has no such return');
  const of = { caseId: paper.id, siteId: paper.siteId, state: 'due', startedAt: null } as const;
  const ids = ['verdict-failed-1', 'verdict-failed-2'].map((id) => RefundId.parse(id));
  await registerGranted(
    central.database,
    ids.map((id) => aRefund({ ...of, id, verdictId: verdictId(id), creditNote: `CN-${id}` })),
  );
  central.refunds.wake();
  await central.refunds.idle();
  bringIn = await signInFirst(central);
});
test.afterAll(async () => {
  await central.close();
  await payments.close();
});

test('a refund that failed is found, sent again with a reason, and its history tells of it', async ({
  page,
}) => {
  await bringIn(page);
  await page.goto(`${central.url}/office/#/refunds`);
  await page.getByRole('row').first().waitFor();
  await looksRight(page, 'refunds-light');
  await page.getByRole('button', { name: /State/ }).click();
  await page.getByRole('option', { name: 'Failed' }).click();
  await page.getByRole('row').first().click();
  await expect(page.getByText(/The payment system said no: “answered 422”/)).toBeVisible();
  await looksRight(page, 'refund-failed-light');
  const before = page.url();

  payments.mood = 'well';
  await page.getByRole('button', { name: 'Send again' }).click();
  const send = page.getByRole('dialog').getByRole('button', { name: 'Send again' });
  await expect(send).toBeDisabled();
  await page.getByRole('textbox', { name: 'Why' }).fill('Their account number is corrected');
  await looksRight(page, 'refund-again-light');
  await send.click();
  await expect(page.getByText('The payment system has it.')).toBeVisible();
  await expect(page.getByText('Their account number is corrected')).toBeVisible();
  expect(page.url()).toBe(before);
  await looksRight(page, 'refund-accepted-light');
});

test('the other rooms stand, each accessible and whole', async ({ page }) => {
  await bringIn(page);
  for (const room of ['policy', 'audit']) {
    await page.goto(`${central.url}/office/#/${room}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await looksRight(page, `${room}-first-light`);
  }
  await page.keyboard.press('/');
  await page.keyboard.type('kess');
  await expect(page.getByRole('heading', { name: /Clients/ })).toBeVisible();
  await looksRight(page, 'found-first-light');
});

test('one key finds a client in one field, with who uses it and where its money goes', {
  tag: '@release',
}, async ({ page }) => {
  await bringIn(page);
  await page.goto(`${central.url}/office/#/refunds`);
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('/');
  const field = page.getByRole('textbox', { name: 'Find' });
  await expect(field).toBeFocused();
  await looksRight(page, 'found-newest-light');
  await page.keyboard.type('kess');
  await expect(page.getByRole('heading', { name: /Clients/ })).toBeVisible();
  await looksRight(page, 'found-light');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Who uses it' })).toBeVisible();
  await looksRight(page, 'found-uses-light');

  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Account holder' }).fill('Kessler & Rau');
  await sheet.getByRole('textbox', { name: 'IBAN' }).fill('DE88 3704 0044 0532 0130 00');
  await sheet.getByRole('textbox', { name: 'Why' }).fill('Their letter of 20 November');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet.getByText(/This is no IBAN/)).toBeVisible();
  await looksRight(page, 'bank-wrong-light');
  await sheet.getByRole('textbox', { name: 'IBAN' }).fill('DE89 3704 0044 0532 0130 00');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('DE …3000')).toBeVisible();
  await looksRight(page, 'bank-light');
  await appear(page, 'Dark');
  await looksRight(page, 'bank-dark');
  await appear(page, 'High contrast');
  await looksRight(page, 'bank-contrast');
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('textbox', { name: 'Why' }).fill('They closed it');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('None is kept.', { exact: false })).toBeVisible();
});

test('today says what waits, and leads to the refunds that failed', async ({ page }) => {
  await bringIn(page);
  await keepUpWithClocks({ ...central, now: () => new Date(), log: silent }, () => true);
  await page.goto(`${central.url}/office/`);
  await expect(page).toHaveURL(/#\/(today|set-up)$/);
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { name: 'Deadlines' })).toBeVisible();
  await expect(page.getByText(/ late$/).first()).toBeVisible();
  await looksRight(page, 'today-light');
  const late = page.getByRole('link', { name: /^RMA-26-/ }).first();
  const rma = await late.innerText();
  await late.click();
  await expect(page.getByRole('article')).toContainText(rma);
  await page.goBack();
  await page.getByRole('link', { name: 'Show' }).first().click();
  await expect(page.getByRole('heading', { name: 'Refunds' })).toBeVisible();
});

test('a draft of the policy is held against the one in force, tried on closed cases, and checked by a second person', {
  tag: '@release',
}, async ({ page }) => {
  const headers = {
    authorization: `Bearer ${central.adminToken}`,
    'content-type': 'application/json',
  };
  const parameters = { ...standardParameters, misuseIndicatorsNeeded: 7 };
  const said = clauseIds.map((clause): [string, string] => [
    clause,
    shippedWords(clause).sentences.join('\n'),
  ]);
  const inspect =
    'After receiving the returned goods, we will inspect them within 10 working days.';
  const clauses = { ...Object.fromEntries(said), 'III-INSPECT': inspect };
  const text = { language: 'en', clauses };
  const body = { title: 'Seven signs', effectiveFrom: '2099-01-01', parameters, text };
  const put = await fetch(`${central.url}/office/v1/policies/erp:RP-7`, {
    method: 'PUT',
    headers,
    body: JSON.stringify(body),
  });
  expect(put.status, await put.text()).toBe(201);
  await bringIn(page);
  await page.goto(`${central.url}/office/#/policy`);
  await page.getByRole('row', { name: /Seven signs/ }).click();
  const signs = page.getByRole('row', { name: /Signs needed for improper use/ });
  await expect(signs).toContainText('II-QUALITY');
  await expect(signs).toContainText('7');
  await expect(page.locator('ins')).toHaveText(['inspect them ', '10 ']);
  await looksRight(page, 'policy-light');
  await page.getByRole('button', { name: 'Show them too' }).click();
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(clauseIds.length);
  await looksRight(page, 'policy-words-light');
  await page.getByRole('button', { name: 'Replay the closed cases' }).click();
  await expect(page.getByText(/decided otherwise|as it was/).first()).toBeVisible();
  await looksRight(page, 'policy-replayed-light');
  await page.getByRole('button', { name: 'Check it' }).click();
  await looksRight(page, 'policy-check-light');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /I checked it/ })
    .click();
  await expect(page.getByRole('article').getByText('To come')).toBeVisible();
});

test('the audit says who did what and why, and what was before', { tag: '@release' }, async ({
  page,
}) => {
  await bringIn(page);
  await page.goto(`${central.url}/office/#/audit`);
  await expect(page.getByText('Had a refund sent again:')).toBeVisible();
  await expect(page.getByText('Their account number is corrected')).toBeVisible();
  await looksRight(page, 'audit-light');
  await page.getByRole('button', { name: /What/ }).click();
  await page.getByRole('option', { name: 'All records' }).click();
  await page
    .getByRole('button', { name: /^Details/ })
    .first()
    .click();
  await expect(page.getByRole('table').or(page.getByText('stayed the same'))).toBeVisible();
  await looksRight(page, 'audit-records-light');
});

for (const theme of ['Dark', 'High contrast'] as const)
  test(`the rooms in ${theme}, on a large screen and at 200 %`, { tag: '@release' }, async ({
    page,
  }) => {
    await bringIn(page);
    const name = theme === 'Dark' ? 'dark' : 'contrast';
    await page.goto(`${central.url}/office/#/today`);
    await appear(page, theme);
    for (const [room, width, height] of [
      ['today', 1366, 768],
      ['today', 1920, 1080],
      ['today', 683, 384],
      ['policy', 1366, 768],
      ['policy', 683, 384],
      ['audit', 1366, 768],
      ['audit', 683, 384],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(`${central.url}/office/#/${room}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await looksRight(page, `${room}-${name}-${width}`);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`${central.url}/office/#/refunds`);
    await page.getByRole('row').first().waitFor();
    await appear(page, theme);
    await page.getByRole('row').first().click();
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
    await looksRight(page, `refunds-${name}`);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await looksRight(page, `refunds-${name}-1920`);
    await page.setViewportSize({ width: 683, height: 384 });
    await looksRight(page, `refunds-${name}-200`);
  });
