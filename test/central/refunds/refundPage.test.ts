import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refundDetail } from '../../../central/cases/refundDetail.ts';
import type { CentralDatabase } from '../../../central/database/openDatabase.ts';
import { refunds } from '../../../central/database/schema.ts';
import { silent } from '../../../central/log.ts';
import { sendAgain } from '../../../central/refunds/failedRows.ts';
import { lookUpNow } from '../../../central/refunds/instructionRows.ts';
import { type RefundsAsked, refundPage } from '../../../central/refunds/pageRows.ts';
import { payingState } from '../../../central/refunds/payingRows.ts';
import { processNextRefund } from '../../../central/refunds/startRefunds.ts';
import { webhookPort } from '../../../central/refunds/webhookPort.ts';
import type { Refund } from '../../../shared/facts/documents.ts';
import { RefundId } from '../../../shared/ids.ts';
import { aClient } from '../../builders/cases/aClient.ts';
import { accepted, refusedWith } from '../../builders/cases/accepted.ts';
import { aRefund } from '../../builders/cases/decidedFacts.ts';
import { caseId, clientId, verdictId } from '../../builders/cases/ids.ts';
import { caseNumber } from '../aCompany.ts';
import { aPaymentSystem, type PaymentSystem } from '../aPaymentSystem.ts';
import { onEachDatabase } from '../onEachDatabase.ts';
import { registerGranted } from './grantedRefunds.ts';
import { refundRow } from './refundRow.ts';

const usual: RefundsAsked = { filter: null, words: [], cursor: null, limit: 3 };
let payments: PaymentSystem;
beforeEach(async () => {
  payments = await aPaymentSystem();
});
afterEach(() => payments.close());

function refundOfCase(number: number, approvedAt: string): Refund {
  return aRefund({
    id: RefundId.parse(`verdict-p${number}`),
    verdictId: verdictId(`verdict-p${number}`),
    caseId: caseId(`case-${number}`),
    creditNote: `CN-77${number}`,
    approvedAt,
    state: 'due',
    startedAt: null,
  });
}

/** A worker whose clock one can put forward. */
function aWorker(database: CentralDatabase) {
  const clock = { ms: Date.parse('2026-11-20T16:00:00Z') };
  const port = webhookPort(payments.url, payments.secret);
  const ground = { database, port, bankVault: null, now: () => new Date(clock.ms), log: silent };
  return {
    clock,
    async run() {
      for (let turn = 0; turn < 50; turn += 1) if (!(await processNextRefund(ground))) return;
    },
  };
}

onEachDatabase('the refund register for administrators', (ground) => {
  const database = () => ground().central.database;
  const page = (asked: Partial<RefundsAsked>) =>
    refundPage(database().rows, { ...usual, ...asked });
  const ids = (found: { readonly refunds: readonly { readonly id: string }[] }) =>
    found.refunds.map(({ id }) => id.replace('verdict-p', ''));

  beforeAll(async () => {
    await ground().central.refunds.stop();
    await ground().central.seed.putDocuments([
      { collection: 'clients', body: aClient({ id: clientId('client-1'), name: 'Söhne 100 %' }) },
      ...[1, 2, 3, 4, 5].map((n) => ({ collection: 'cases' as const, body: caseNumber(n) })),
    ]);
    // Two of them at the same moment.
    const at = (minute: number) => `2026-11-19T10:0${minute}:00.000Z`;
    const all = [at(1), at(2), at(2), at(2), at(5)].map((moment, index) =>
      refundOfCase(index + 1, moment),
    );
    await registerGranted(database(), all);
  });

  test('is read page by page, newest first, with nothing twice and nothing left out', async () => {
    const first = await page({});
    expect(ids(first)).toEqual(['5', '4', '3']);
    const second = await page({ cursor: first.cursor });
    expect([ids(second), second.cursor]).toEqual([['2', '1'], null]);
  });

  test('says of whom, for which return and since when, in words a person knows', async () => {
    const [newest] = (await page({ limit: 1 })).refunds;
    expect(newest).toMatchObject({
      rma: 'RMA-1005',
      client: { name: 'Söhne 100 %' },
      state: 'due',
      since: '2026-11-19T10:05:00.000Z',
      attempts: 0,
    });
  });

  test('finds a whole RMA number at once, and words wherever they stand', async () => {
    expect(await page({ words: ['RMA-1002'], lookedThrough: 1 })).toMatchObject({
      refunds: [{ id: 'verdict-p2' }],
      cursor: null,
    });
    expect(ids(await page({ words: ['cn-773'] }))).toEqual(['3']);
    expect(ids(await page({ words: ['söhne', '100', '%', '1004'] }))).toEqual(['4']);
    expect(ids(await page({ words: ['söhne_100'] }))).toEqual([]);
  });

  test('looks through so many at a time, and goes on where it ended', async () => {
    const first = await page({ words: ['CN-771'], lookedThrough: 4 });
    expect(ids(first)).toEqual([]);
    expect(first.cursor).not.toBeNull();
    const second = await page({ words: ['CN-771'], lookedThrough: 4, cursor: first.cursor });
    expect([ids(second), second.cursor]).toEqual([['1'], null]);
  });

  test('is narrowed to a state', async () => {
    expect(ids(await page({ filter: 'due', limit: 9 }))).toEqual(['5', '4', '3', '2', '1']);
    expect(ids(await page({ filter: 'failed' }))).toEqual([]);
    expect(ids(await page({ filter: 'waiting' }))).toEqual([]);
  });

  describe('of one refund', () => {
    const detail = async (n: number) =>
      (await refundDetail(database().rows, `verdict-p${n}`)) ?? { steps: [], refund: null };

    test('keeps each time it was sent and what was answered, and who sent it again and why', async () => {
      payments.mood = 'refuses';
      const worker = aWorker(database());
      await worker.run();
      expect((await detail(1)).steps.map(({ step, why }) => [step, why])).toEqual([
        ['sent', null],
        ['failed', 'answered 422'],
      ]);
      payments.mood = 'well';
      const again = { id: 'verdict-p1', by: 'Ada', why: 'The account was mended' };
      accepted(await database().write((rows) => sendAgain(rows, again, new Date(worker.clock.ms))));
      await worker.run();
      const { steps, refund } = await detail(1);
      expect(steps.map(({ step, by, why }) => [step, by, why])).toEqual([
        ['sent', null, null],
        ['failed', null, 'answered 422'],
        ['askedToSend', 'Ada', 'The account was mended'],
        ['sent', null, null],
        ['accepted', null, null],
      ]);
      expect(refund).toMatchObject({ state: 'acknowledged', attempts: 2, lastError: null });
      // All five were refused, and one went the second time.
      const inDays = (days: number) =>
        payingState(database().rows, 14, new Date(worker.clock.ms + days * 24 * 60 * 60_000));
      expect(await inDays(0)).toMatchObject({ accepted: 1, failed: 5, unanswered: 0 });
      expect((await inDays(0)).lastAt).not.toBeNull();
      expect(await inDays(15)).toEqual({ accepted: 0, failed: 0, unanswered: 0, lastAt: null });
    });

    test('asks the payment system now instead of at its time, and leaves alone who is asked already', async () => {
      const worker = aWorker(database());
      const again = { id: 'verdict-p2', by: 'Ada', why: 'Once more' };
      payments.mood = 'losesAnswers';
      accepted(await database().write((rows) => sendAgain(rows, again, new Date(worker.clock.ms))));
      await worker.run();
      payments.mood = 'cannotBeAsked';
      for (let round = 0; round < 6; round += 1) {
        worker.clock.ms += 6 * 60_000;
        await worker.run();
      }
      const { steps } = await detail(2);
      expect(steps.at(-1)).toMatchObject({ step: 'stillUnknown' });
      expect(steps.at(-1)?.times).toBeGreaterThan(3);

      payments.mood = 'well';
      const ask = () =>
        database().write((rows) =>
          lookUpNow(rows, { id: 'verdict-p2', by: 'Ada' }, new Date(worker.clock.ms)),
        );
      await worker.run();
      expect(await refundRow(database().rows, 'verdict-p2')).toMatchObject({ state: 'unknown' });
      const talkedAbout = new Date(worker.clock.ms + 30_000);
      const waits = (await refundRow(database().rows, 'verdict-p2'))?.claimedUntil ?? null;
      const claim = (claimedUntil: Date | null) =>
        database().rows.update(refunds).set({ claimedUntil }).where(eq(refunds.id, 'verdict-p2'));
      await claim(talkedAbout);
      accepted(await ask());
      expect(await refundRow(database().rows, 'verdict-p2')).toMatchObject({
        claimedUntil: talkedAbout,
      });
      await claim(waits);
      accepted(await ask());
      await worker.run();
      expect(await refundRow(database().rows, 'verdict-p2')).toMatchObject({
        state: 'acknowledged',
      });
      expect((await detail(2)).steps.slice(-2)).toMatchObject([
        { step: 'askedToLookUp', by: 'Ada' },
        { step: 'accepted' },
      ]);
      expect(refusedWith(await ask())).toEqual({
        code: 'nothingToLookUp',
        state: 'acknowledged',
      });
    });
  });
});
