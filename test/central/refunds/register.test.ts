import { afterAll, beforeAll, expect, test } from 'vitest';
import { putDocuments } from '../../../central/documents/documentRows.ts';
import { registerPage } from '../../../central/refunds/registerPage.ts';
import { createWording } from '../../../renderer/wording/createWording.ts';
import { currencyCodes } from '../../../shared/facts/currencies.ts';
import { Contract } from '../../../shared/facts/documents.ts';
import { RefundId } from '../../../shared/ids.ts';
import { aClient } from '../../builders/cases/aClient.ts';
import { aContract } from '../../builders/cases/aContract.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { aRefund } from '../../builders/cases/decidedFacts.ts';
import { caseId, clientId, verdictId } from '../../builders/cases/ids.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { aSite, caseNumber } from '../aCompany.ts';
import { asAdminOf } from '../aStation.ts';
import { registerGranted } from './grantedRefunds.ts';

let central: CentralInMemory;
beforeAll(async () => {
  central = await startCentral({
    fill: async (tools) => {
      const mean = '<script>alert("1")</script> & Söhne';
      const client = aClient({ id: clientId('client-1'), name: mean });
      await tools.putDocuments([
        { collection: 'sites', body: aSite('site-1') },
        { collection: 'clients', body: client },
        { collection: 'cases', body: caseNumber(1) },
      ]);
    },
  });
}, 60_000);
afterAll(() => central.close());

async function page(): Promise<{ readonly html: string; readonly headers: Headers }> {
  const answer = await fetch(`${central.url}/central/register`, asAdminOf(central));
  return { html: await answer.text(), headers: answer.headers };
}

test('before the first refund the register says so', async () => {
  expect((await page()).html).toContain('No refund has become due yet.');
});

test('a person reads what was refunded, to whom, by which clause, how much and when', async () => {
  const refund = aRefund({ caseId: caseId('case-1'), state: 'due', startedAt: null });
  await registerGranted(central.database, [refund]);
  central.refunds.wake();
  await central.refunds.idle();
  const text = (await page()).html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  for (const told of [
    'CN-1',
    'RMA-1001',
    'case-1',
    'Söhne',
    'II-QUALITY',
    'USD 1,250.00',
    '2026-11-18 10:00:00',
    '2026-11-30',
    'America/New_York',
    'instructed',
  ])
    expect(text.replace(/\u00a0/g, ' ')).toContain(told);
});

test('no name becomes code: everything is escaped, and the page may run and fetch nothing', async () => {
  const { html, headers } = await page();
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Söhne');
  expect(html).not.toMatch(/<script/i);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('script-src');
});

test('the register says every sum as the station does, in every currency of the standard', async () => {
  const sums = currencyCodes.flatMap((currency) =>
    [7, 125_050].map((minor) => ({ minor, currency })),
  );
  const refunds = sums.map(({ minor, currency }, index) =>
    aRefund({
      id: RefundId.parse(`refund-${currency}-${index}`),
      caseId: caseId('case-1'),
      verdictId: verdictId(`verdict-${currency}-${index}`),
      amount: minor,
      currency,
    }),
  );
  const { html } = await registerPage(central.database.rows, refunds);
  const station = createWording({ language: 'en', zone: 'America/New_York' });
  const missing = sums.filter((sum) => !html.includes(`>${station.formatMoney(sum)}<`));
  expect(missing).toEqual([]);
});

test('papers in no currency of the standard are refused where they are entered', async () => {
  const contract = aContract({ currency: 'ZZZ' });
  await expect(
    central.database.write((rows) =>
      putDocuments(rows, [{ collection: 'contracts', body: contract }]),
    ),
  ).rejects.toThrow('ZZZ');
  const line = anOrderLine({ currency: 'XAU' });
  await expect(
    central.database.write((rows) =>
      putDocuments(rows, [{ collection: 'orderLines', body: line }]),
    ),
  ).rejects.toThrow('XAU');
  expect(Contract.parse(contract).currency).toBe('ZZZ');
});
