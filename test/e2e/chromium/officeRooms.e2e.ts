/** The rooms of central's page, over the demo company: refunds that the payment system refuses. */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { everyDocument } from '../../../central/documents/documentRows.ts';
import { webhookPort } from '../../../central/refunds/webhookPort.ts';
import { RefundId } from '../../../shared/ids.ts';
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

for (const theme of ['Dark', 'High contrast'] as const)
  test(`the rooms in ${theme}, on a large screen and at 200 %`, { tag: '@release' }, async ({
    page,
  }) => {
    await bringIn(page);
    const name = theme === 'Dark' ? 'dark' : 'contrast';
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
