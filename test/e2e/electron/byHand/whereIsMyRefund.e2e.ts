import { expect, type Page, test } from '@playwright/test';
import { createWording } from '../../../../renderer/wording/createWording.ts';
import type { Refund } from '../../../../shared/facts/documents.ts';
import { centralOnLine } from '../../centralOnLine.ts';
import { demoToday } from '../../demoReturns.ts';
import { type Hands, handsAt } from '../../driver/hands.ts';
import { refundsAtCentral } from '../../driver/refunds.ts';
import type { Worker } from '../../driver/signIn.ts';
import { type ElectronStation, openStation } from '../../electronStation.ts';

const site = centralOnLine('refund-asked');
const { expected, told, worker } = demoToday();
const paid = told('cracked-volute');
const { t, formatDate, formatMoney } = createWording({ language: 'en', zone: 'America/New_York' });
/** Ctrl and K, and what somebody on the telephone spells out of the number. */
const keysOf = (text: string) => 2 + text.length;

let station: ElectronStation | null = null;
test.afterEach(async () => {
  await station?.close();
  station = null;
});

test('“where is my refund?” is answered from a cold start, by keys alone, in words and with its sum', {
  tag: '@release',
}, async () => {
  const { hands, page, ms } = await fromColdStart(worker('NQ4101'));
  const end = spelledOut(paid.case.rma);
  const asked = performance.now();
  await ask(page, hands, end);
  const answer = heard(page);
  await expect(answer).toContainText(paid.case.rma ?? '');
  await expect(answer).toContainText('started on ');
  const answeredMs = performance.now() - asked;
  expect(hands.since()).toEqual({ keys: keysOf(end), tabs: 0, scans: 0, touches: 0 });
  const [refund] = await refundsAtCentral(page, paid.case.id);
  await expect(answer).toContainText(sayRefund(refund));
  await expect(page.getByText('Everything this station and central know.')).toBeVisible();
  console.log(
    `Where is my refund? ${Math.round(ms + answeredMs)} ms from the start, ${Math.round(answeredMs)} of them asking`,
  );
});

test('it is answered by whatever the client has at hand, of whatever became of it, without a network', {
  tag: '@release',
}, async () => {
  const { hands, page } = await fromColdStart(worker('NQ4101'));
  const [refund] = await refundsAtCentral(page, paid.case.id);
  await site().line.cut();
  const declined = told('ordered-too-many');
  const lying = told('forgotten-in-bay-9');
  const [coming] = expected;
  if (!coming) throw new Error('The demo announces nothing to receive');
  const asked = [
    [paid.case.rma ?? '', paid, sayRefund(refund)],
    [paid.order.orderNumber, paid, sayRefund(refund)],
    [paid.tracking, paid, sayRefund(refund)],
    [spelledOut(declined.case.rma), declined, 'Declined on '],
    [spelledOut(lying.case.rma), lying, 'Received · Late by '],
    [spelledOut(coming.case.rma), coming, t('find.at.nowhere')],
  ] as const;
  for (const [text, { case: its }, answer] of asked) {
    await ask(page, hands, text);
    await expect(heard(page), text).toContainText(its.rma ?? '');
    await expect(heard(page), text).toContainText(answer);
    await expect(page.getByText('Only what this station knows')).toBeVisible();
    expect(hands.since(), text).toEqual({ keys: keysOf(text), tabs: 0, scans: 0, touches: 0 });
    await hands.press('Escape');
    hands.since();
  }
  await site().line.mend();
});

test('whoever receives goods is told how far it is, and no sum', { tag: '@release' }, async () => {
  const { hands, page } = await fromColdStart(worker('NQ4107'));
  await ask(page, hands, spelledOut(paid.case.rma));
  await expect(heard(page)).toContainText('Refund started on ');
  await expect(heard(page)).not.toContainText('USD');
});

/** The application is started, and somebody types badge and PIN: who they are is all that was asked. */
async function fromColdStart({ person, pin }: Worker) {
  const start = performance.now();
  station = await openStation({ folder: site().folder, centralUrl: site().line.url });
  const { page } = station;
  await expect(page.getByRole('heading', { name: 'Who is working here?' })).toBeVisible();
  const hands = await handsAt(page);
  await hands.type(`${person.badge}\r`);
  await expect(page.getByRole('group', { name: 'Number pad' })).toBeVisible();
  await hands.type(`${pin}\r`);
  await expect(page.getByRole('banner').getByText(person.name)).toBeVisible();
  const signIn = person.badge.length + pin.length + 2;
  expect(hands.since()).toEqual({ keys: signIn, tabs: 0, scans: 0, touches: 0 });
  return { hands, page, ms: performance.now() - start };
}

async function ask(page: Page, hands: Hands, text: string): Promise<void> {
  await hands.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await hands.type(text);
}

/** The line a screen reader says, which Enter opens, once the list answers what is written. */
const heard = (page: Page) =>
  page
    .getByRole('listbox', { name: 'Find a case or an action' })
    .and(page.locator('[aria-busy="false"]'))
    .getByRole('option', { selected: true });

/** The digits behind the year. */
function spelledOut(rma: string | null): string {
  return rma?.split('-').at(-1) ?? '';
}

function sayRefund(refund: Refund | undefined): string {
  if (!refund?.startedAt) throw new Error('Central has started no refund');
  const { amount, currency, state, startedAt } = refund;
  const sum = formatMoney({ minor: amount, currency });
  const started = `Refund of ${sum} started on ${formatDate(startedAt, 'day')}`;
  return state === 'acknowledged' ? `${started}, accepted by the payment system` : started;
}
