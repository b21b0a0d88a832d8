import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { sqlState } from '../../../central/database/ask.ts';
import type { CentralDatabase } from '../../../central/database/openDatabase.ts';
import { audit } from '../../../central/database/schema.ts';
import { silent } from '../../../central/log.ts';
import { failedRefunds, sendAgain } from '../../../central/refunds/failedRows.ts';
import { recordOutcome } from '../../../central/refunds/instructionRows.ts';
import { type RefundPort, registerOnly } from '../../../central/refunds/refundPort.ts';
import { refundsOfCases, registerRefunds } from '../../../central/refunds/refundRows.ts';
import { processNextRefund } from '../../../central/refunds/startRefunds.ts';
import { webhookPort } from '../../../central/refunds/webhookPort.ts';
import type { Refund } from '../../../shared/facts/documents.ts';
import { RefundId } from '../../../shared/ids.ts';
import { accepted, refusedWith } from '../../builders/cases/accepted.ts';
import { aRefund } from '../../builders/cases/decidedFacts.ts';
import { caseId, verdictId } from '../../builders/cases/ids.ts';
import { aCommandLine, outputOf } from '../../builders/central/commandLine.ts';
import { aPaymentSystem, type PaymentSystem } from '../aPaymentSystem.ts';
import { aStation } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';
import { registerGranted } from './grantedRefunds.ts';
import { refundRow } from './refundRow.ts';

let payments: PaymentSystem;
beforeEach(async () => {
  payments = await aPaymentSystem();
});
afterEach(() => payments.close());

let count = 0;
/** A refund an approval just set free. */
async function dueIn(database: CentralDatabase): Promise<Refund> {
  count += 1;
  const refund = aRefund({
    id: RefundId.parse(`verdict-r${count}`),
    verdictId: verdictId(`verdict-r${count}`),
    caseId: caseId(`case-r${count}`),
    state: 'due',
    startedAt: null,
  });
  await registerGranted(database, [refund]);
  return refund;
}

/** A worker whose clock one can put forward. */
function aWorker(database: CentralDatabase, port: RefundPort) {
  const clock = { ms: Date.parse('2026-11-20T16:00:00Z') };
  const ground = { database, port, bankVault: null, now: () => new Date(clock.ms), log: silent };
  return {
    async run() {
      for (let turn = 0; turn < 50; turn += 1) if (!(await processNextRefund(ground))) return;
    },
    /** Past every lease and wait. */
    later() {
      clock.ms += 3 * 60 * 60_000;
    },
  };
}

onEachDatabase('refunds', (ground) => {
  const commandLine = aCommandLine();
  // Central's own worker would take what the tests are about.
  beforeAll(() => ground().central.refunds.stop());

  const database = () => ground().central.database;
  const webhook = () => webhookPort(payments.url, payments.secret);
  const stateOf = async (refund: Refund) => {
    const row = await refundRow(database().rows, refund.id);
    return row && { state: row.state, started: row.startedAt?.toISOString() ?? null };
  };

  test('without a payment system the register itself is the start, written once', async () => {
    const refund = await dueIn(database());
    const worker = aWorker(database(), registerOnly);
    await worker.run();
    const started = { state: 'instructed', started: '2026-11-20T16:00:00.000Z' };
    expect(await stateOf(refund)).toEqual(started);
    worker.later();
    await worker.run();
    expect(await stateOf(refund)).toEqual(started);
  });

  test('a payment system hears of a refund once, signed, under the id of the verdict', async () => {
    const refund = await dueIn(database());
    await aWorker(database(), webhook()).run();
    expect(payments.instructed).toEqual([refund.id]);
    expect(payments.bodies).toMatchObject([
      {
        type: 'refund.instructed',
        data: { id: refund.verdictId, amount: 125_000, currency: 'USD', clauses: ['II-QUALITY'] },
      },
    ]);
    expect(await stateOf(refund)).toMatchObject({ state: 'acknowledged' });
  });

  test.each(['secret', 'address'] as const)(
    'a wrong %s says nothing about the refund: the clock runs on, and it is sent once that is mended',
    async (what) => {
      const refund = await dueIn(database());
      const other = `whsec_${Buffer.from('another secret entirely..').toString('base64')}`;
      if (what === 'address') payments.mood = 'isElsewhere';
      const wrong = what === 'secret' ? webhookPort(payments.url, other) : webhook();
      const worker = aWorker(database(), wrong);
      for (let round = 0; round < 3; round += 1) {
        await worker.run();
        worker.later();
      }
      expect(payments.instructed).toEqual([]);
      expect(await stateOf(refund)).toEqual({ state: 'unknown', started: null });

      payments.mood = 'well';
      const mended = aWorker(database(), webhook());
      for (let round = 0; round < 4; round += 1) mended.later();
      await mended.run();
      expect(payments.instructed).toEqual([refund.id]);
      expect(await stateOf(refund)).toMatchObject({ state: 'acknowledged' });
    },
  );

  const againFor = (refund: Refund) =>
    database().write((rows) =>
      sendAgain(rows, { id: refund.id, by: 'Ada', why: 'The account was mended' }, new Date()),
    );

  test('what failed is sent again by an admin, under the same key, and who and why is kept', async () => {
    const refund = await dueIn(database());
    payments.mood = 'refuses';
    const worker = aWorker(database(), webhook());
    await worker.run();
    worker.later();
    await worker.run();
    expect(await stateOf(refund)).toEqual({ state: 'failed', started: null });
    const failed = await failedRefunds(database().rows);
    expect(failed.find((one) => one.refund.id === refund.id)?.why).toBe('answered 422');

    payments.mood = 'well';
    expect(accepted(await againFor(refund))).toMatchObject({ state: 'due' });
    await worker.run();
    expect(payments.instructed).toEqual([refund.id]);
    expect(await stateOf(refund)).toMatchObject({ state: 'acknowledged' });
    const kept = await database().rows.select().from(audit).where(eq(audit.object, refund.id));
    expect(kept).toMatchObject([
      {
        actor: 'admin: Ada',
        verb: 'send refund again',
        detail: { why: 'The account was mended', failedWith: 'answered 422' },
      },
    ]);
    expect(refusedWith(await againFor(refund))).toEqual({
      code: 'notFailed',
      state: 'acknowledged',
    });
  });

  test('an admin does so by a command, which also lists what failed', async () => {
    const refund = await dueIn(database());
    payments.mood = 'refuses';
    await aWorker(database(), webhook()).run();
    const run = async (...words: readonly string[]) =>
      outputOf(await commandLine(ground().central, 'sendRefundAgain', ...words));
    expect(await run()).toContain(`${refund.id}\t${refund.creditNote}\tUSD\t125000`);
    await run('--refund', refund.id, '--by', 'Ada', '--why', 'The account was mended');
    expect(await stateOf(refund)).toMatchObject({ state: 'due' });
    expect(await run()).not.toContain(`${refund.id}\t`);
  });

  test('what was refused once more has failed once more, and waits for a person again', async () => {
    const refund = await dueIn(database());
    payments.mood = 'refuses';
    const worker = aWorker(database(), webhook());
    await worker.run();
    accepted(await againFor(refund));
    for (let round = 0; round < 3; round += 1) {
      await worker.run();
      worker.later();
    }
    expect(await stateOf(refund)).toEqual({ state: 'failed', started: null });
    expect(refusedWith(await againFor({ ...refund, id: RefundId.parse('nothing') }))).toEqual({
      code: 'unknownRefund',
    });
  });

  test('what had been paid in spite of the refusal is found, and not paid again', async () => {
    const refund = await dueIn(database());
    const lying: RefundPort = {
      ...webhook(),
      instruct: async (told) => {
        await webhook().instruct(told, null);
        return { kind: 'failed', why: 'answered 422' };
      },
    };
    await aWorker(database(), lying).run();
    accepted(await againFor(refund));
    await aWorker(database(), webhook()).run();
    expect(payments.instructed).toEqual([refund.id]);
    expect(await stateOf(refund)).toMatchObject({ state: 'acknowledged' });
  });

  test('an answer that was lost is looked up, never sent again', async () => {
    const refund = await dueIn(database());
    const worker = aWorker(database(), webhook());
    payments.mood = 'losesAnswers';
    await worker.run();
    expect(await stateOf(refund)).toMatchObject({ state: 'unknown' });
    payments.mood = 'well';
    worker.later();
    await worker.run();
    expect(await stateOf(refund)).toMatchObject({ state: 'acknowledged' });
    expect(payments.instructed).toEqual([refund.id]);
  });

  test('it started when it was first told, however late its answer comes', async () => {
    const refund = await dueIn(database());
    const worker = aWorker(database(), webhook());
    payments.mood = 'losesAnswers';
    await worker.run();
    const told = '2026-11-20T16:00:00.000Z';
    expect(await stateOf(refund)).toEqual({ state: 'unknown', started: told });
    payments.mood = 'well';
    worker.later();
    await worker.run();
    expect(await stateOf(refund)).toEqual({ state: 'acknowledged', started: told });
  });

  test('what was refused has not started, and starts when it is found to be paid', async () => {
    const refund = await dueIn(database());
    const lying: RefundPort = {
      ...webhook(),
      instruct: async (sent) => {
        await webhook().instruct(sent, null);
        return { kind: 'failed', why: 'answered 422' };
      },
    };
    await aWorker(database(), lying).run();
    expect(await stateOf(refund)).toEqual({ state: 'failed', started: null });
    accepted(await againFor(refund));
    const later = aWorker(database(), webhook());
    later.later();
    await later.run();
    const found = '2026-11-20T19:00:00.000Z';
    expect(await stateOf(refund)).toEqual({ state: 'acknowledged', started: found });
  });

  test('what cannot be looked up stays unknown and visible, however often it is asked', async () => {
    const refund = await dueIn(database());
    const worker = aWorker(database(), webhook());
    payments.mood = 'losesAnswers';
    await worker.run();
    payments.mood = 'cannotBeAsked';
    for (let round = 0; round < 5; round += 1) {
      worker.later();
      await worker.run();
    }
    expect(payments.lookUps).toBe(5);
    expect(payments.instructed).toEqual([refund.id]);
    expect(await stateOf(refund)).toMatchObject({ state: 'unknown' });
    payments.mood = 'well';
    worker.later();
    await worker.run();
    expect(await stateOf(refund)).toMatchObject({ state: 'acknowledged' });
  });

  test('what the payment system never heard of is sent after the look-up said so', async () => {
    const refund = await dueIn(database());
    const worker = aWorker(database(), webhook());
    payments.mood = 'breaks';
    await worker.run();
    expect(await stateOf(refund)).toMatchObject({ state: 'unknown' });
    payments.mood = 'well';
    worker.later();
    await worker.run();
    expect(payments.instructed).toEqual([refund.id]);
    expect(await stateOf(refund)).toMatchObject({ state: 'acknowledged' });
  });

  test.each(['before', 'after'] as const)(
    'killed %s any step, it still instructs exactly once',
    async (when) => {
      for (let step = 1; step <= 7; step += 1) {
        const refund = await dueIn(database());
        const killed = killedAt(database(), webhook(), step, when);
        const first = aWorker(killed.database, killed.port);
        await first.run().catch(() => undefined);
        const second = aWorker(database(), webhook());
        second.later();
        await second.run();
        second.later();
        await second.run();
        expect(payments.instructed.filter((key) => key === refund.id)).toHaveLength(1);
        expect(await stateOf(refund)).toMatchObject({ state: 'acknowledged' });
      }
    },
  );

  test('several workers on one database instruct each refund once', async () => {
    const refunds: Refund[] = [];
    for (let n = 0; n < 20; n += 1) refunds.push(await dueIn(database()));
    await Promise.all(Array.from({ length: 4 }, () => aWorker(database(), webhook()).run()));
    expect(payments.instructed.toSorted()).toEqual(refunds.map((r) => r.id).toSorted());
  });

  test('an answer that comes when it was found to be paid changes nothing, and holds up no other', async () => {
    const refund = await dueIn(database());
    await aWorker(database(), webhook()).run();
    const paid = await stateOf(refund);
    const late = await database().write((rows) =>
      recordOutcome(rows, refund, { kind: 'failed', why: 'too late' }, new Date()),
    );
    expect(late.state).toBe('acknowledged');
    expect(await stateOf(refund)).toEqual(paid);
  });

  test('a verdict never gets a second refund that no decision granted, not even by hand', async () => {
    const refund = await dueIn(database());
    const again = { ...refund, id: RefundId.parse(`${refund.id}-again`) };
    const second = database().write((rows) =>
      registerRefunds(rows, [{ refund: again, lookUpFirst: false }]),
    );
    expect(sqlState(await second.catch((error: unknown) => error))).toBe('23514');
    const found = await refundsOfCases(database().rows, [refund.caseId]);
    expect(found.get(refund.caseId)).toHaveLength(1);
  });

  test('every step of a refund reaches the stations of its site', async () => {
    const refund = await dueIn(database());
    const station = await aStation(ground().central, ground().keys);
    // Where a page of the feed ends between two of its steps, both tell of it as it is now.
    const seen = async () => {
      const told = (await station.pullAll()).flatMap((c) =>
        c.collection === 'refunds' && c.id === refund.id ? [c.body?.state] : [],
      );
      return [...new Set(told)];
    };
    expect(await seen()).toEqual(['due']);
    await aWorker(database(), webhook()).run();
    expect(await seen()).toEqual(['acknowledged']);
  });
});

/** The n-th thing the worker does with the outside ends the process, before or after it took effect. */
function killedAt(
  database: CentralDatabase,
  port: RefundPort,
  step: number,
  when: 'before' | 'after',
): { readonly database: CentralDatabase; readonly port: RefundPort } {
  let steps = 0;
  async function doing<T>(work: () => Promise<T>): Promise<T> {
    steps += 1;
    if (steps < step) return await work();
    if (steps === step && when === 'after') await work();
    throw new Error('killed');
  }
  return {
    database: { ...database, write: (work) => doing(() => database.write(work)) },
    port: {
      kind: port.kind,
      instruct: (refund, account) => doing(() => port.instruct(refund, account)),
      lookUp: (refund) => doing(() => port.lookUp(refund)),
    },
  };
}
