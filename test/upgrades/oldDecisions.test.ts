import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backfillGrants } from '../../central/cases/backfillGrants.ts';
import { grantsOfCases, storeGrants } from '../../central/cases/grantRows.ts';
import { sqlState } from '../../central/database/ask.ts';
import { ledgerLines } from '../../central/database/ledgerSchema.ts';
import {
  caseHands,
  facts as factRows,
  refunds as refundRows,
} from '../../central/database/schema.ts';
import { silent } from '../../central/log.ts';
import { dutyOf } from '../../shared/cases/reading/duties.ts';
import type { Refund } from '../../shared/facts/documents.ts';
import { RefundId } from '../../shared/ids.ts';
import { aContract } from '../builders/cases/aContract.ts';
import { aRefund } from '../builders/cases/decidedFacts.ts';
import { contractId, unitGroupId } from '../builders/cases/ids.ts';
import { aDefect } from '../builders/cases/recordedFacts.ts';
import { type CentralInMemory, startCentral } from '../builders/central/centralInMemory.ts';
import { caseNumber, type Keys, moveInWithoutPins } from '../central/aCompany.ts';
import { aStation, verdictsOf } from '../central/aStation.ts';
import { anInspectedStory, aStory, type Story } from '../central/aStory.ts';

const ten = 125_000;
const limited = [2, 3, 5];
const acceptedAt = '2026-11-20T16:00:00.000Z';

/** What a central of before the ledger had accepted and paid. */
function company() {
  const recounted = anInspectedStory(1, { ten: 10 });
  const [, count] = recounted.facts;
  recounted.decide('sara', [{ group: 'ten' }]);
  if (count) recounted.undo(count);
  for (const group of ['left', 'right']) recounted.count(group, 5);
  for (const group of ['left', 'right']) recounted.find(group, 5);
  recounted.finish();
  recounted.decide('olga', [{ group: 'left' }, { group: 'right' }]);

  const wrongModel = aDefect({ code: 'specification.wrongModel', cause: 'orderError' });
  const exchanged = anInspectedStory(2, { ten: 10 }, wrongModel);
  exchanged.decide('sara', [{ group: 'ten', resolution: 'exchange', disposition: 'restock' }]);
  const halfSigned = anInspectedStory(3, { ten: 10 });
  halfSigned.decide('sara', [{ group: 'ten' }]);
  const declined = anInspectedStory(4, { ten: 10 });
  declined.decide('sara', [], { decision: 'decline' });
  const byTwo = anInspectedStory(5, { ten: 10 });
  byTwo.decide('sara', [{ group: 'ten' }]);
  byTwo.decide('olga', [{ group: 'ten' }]);
  const strange = aStory(6);
  strange.arrive();
  strange.count('foreign', 3, { returnLineId: null, identity: 'mismatch_class' });
  strange.find('foreign', 3);
  strange.finish();
  strange.decide('sara', [{ group: 'foreign', overrideAmount: 4_000 }], { decision: 'override' });
  const sentBack = anInspectedStory(7, { ten: 10 });
  sentBack.decide('sara', [], { decision: 'sendBack' });
  const stories = [recounted, exchanged, halfSigned, declined, byTwo, strange, sentBack];
  const paid = [
    refundOf(recounted, 1, 1, [['ten', ten]]),
    refundOf(recounted, 1, 2, [
      ['left', ten / 2],
      ['right', ten / 2],
    ]),
    refundOf(byTwo, 5, 1, [['ten', ten]]),
    refundOf(strange, 6, 1, [['foreign', 4_000]]),
  ];
  return { stories, paid };
}

function refundOf(
  story: Story,
  number: number,
  verdict: number,
  lines: readonly (readonly [string, number])[],
): Refund {
  const name = `s${number}`;
  const [caseId = null] = story.facts.map((f) => f.caseId);
  if (caseId === null) throw new Error('a story of no case');
  return aRefund({
    id: RefundId.parse(`${name}-verdict-${verdict}`),
    verdictId: `${name}-verdict-${verdict}` as never,
    caseId,
    amount: lines.reduce((sum, [, amount]) => sum + amount, 0),
    lines: lines.map(([group, amount]) => ({
      unitGroupId: unitGroupId(`${name}-${group}`),
      amount,
    })),
    approvedAt: acceptedAt,
  });
}

describe('What was decided before there was a ledger', () => {
  let central: CentralInMemory;
  let keys: Keys;
  const { stories, paid } = company();
  beforeAll(async () => {
    central = await startCentral({
      fill: async (tools, database) => {
        keys = await moveInWithoutPins(tools, database, 8);
      },
    });
    await central.refunds.stop();
    const contract = aContract({ id: contractId('limited'), secondApprovalAbove: 50_000 });
    await central.seed.putDocuments([
      { collection: 'contracts', body: contract },
      ...limited.map((number) => ({
        collection: 'cases' as const,
        body: caseNumber(number, { contractId: contract.id }),
      })),
    ]);
    await asBefore(central, stories, paid);
  });
  afterAll(() => central.close());

  const enter = () =>
    backfillGrants({ database: central.database, now: () => new Date(acceptedAt), log: silent }, 2);
  const grantsIn = async (number: number) =>
    (await grantsOfCases(central.database.rows, [`case-${number}`])).get(`case-${number}`) ?? [];
  const lineOf = async (number: number) => {
    const lines = await central.database.rows.select().from(ledgerLines);
    return lines.find((line) => line.orderLineId === `order-line-${number}`);
  };

  test('is entered once, as it was, and no payment changes', async () => {
    const refundsThen = await central.database.rows.select().from(refundRows);
    expect(await enter()).toBe(6);
    expect(await enter()).toBe(0);
    expect(await central.database.rows.select().from(refundRows)).toEqual(refundsThen);

    expect((await grantsIn(1)).map((g) => g.added)).toMatchObject([
      [{ value: ten, paid: ten }],
      [{ value: ten, paid: ten }],
    ]);
    // Paid twice for ten pumps: the line is allowed what was paid, and no more.
    expect(await lineOf(1)).toMatchObject({ value: 2 * ten, paid: 2 * ten, allowedValue: ten });
    expect(await grantsIn(2)).toMatchObject([
      { refundId: null, signedBy: ['sara'], added: [{ value: ten, exchanged: ten, paid: 0 }] },
    ]);
    expect(await grantsIn(3)).toEqual([]);
    expect(await grantsIn(4)).toMatchObject([{ decision: 'decline', added: [] }]);
    expect(await grantsIn(5)).toMatchObject([
      { signedBy: ['sara', 'olga'], added: [{ value: ten, paid: ten }] },
    ]);
    expect(await grantsIn(6)).toMatchObject([
      { decision: 'override', added: [{ orderLineId: 'order-line-6', paid: 4_000 }] },
    ]);
    expect(await grantsIn(7)).toEqual([]);
  });

  test('is over then: nothing can be entered as decided before any more', async () => {
    const [grant] = await grantsIn(5);
    if (!grant) throw new Error('not entered');
    const late = central.database.write((rows) =>
      storeGrants(
        rows,
        [{ ...grant, id: 's7-006-decision' as never, caseId: 'case-7' as never }],
        true,
      ),
    );
    expect(sqlState(await late.catch((error: unknown) => error))).toBe('23001');
  });

  test('goes on: a second signature pays what waited for it, and what was paid is not paid again', async () => {
    const station = await aStation(central, keys);
    const [recounted, , halfSigned] = stories;
    halfSigned?.decide('olga', [{ group: 'ten' }]);
    recounted?.find('left', 5);
    recounted?.finish();
    recounted?.decide('sara', [{ group: 'left' }, { group: 'right' }]);
    const told = (story: Story | undefined, last: number) => story?.facts.slice(-last) ?? [];
    const answers = verdictsOf(await station.record(...told(halfSigned, 1), ...told(recounted, 3)));
    expect(answers).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(await grantsIn(3)).toMatchObject([
      { signedBy: ['sara', 'olga'], added: [{ paid: ten }] },
    ]);
    expect((await grantsIn(1)).at(-1)?.added).toMatchObject([{ value: 0, paid: 0 }]);
    const register = await central.database.rows.select().from(refundRows);
    expect(register.map((row) => row.id).toSorted()).toEqual(
      [...paid.map((refund): string => refund.id), 's3-verdict-1'].toSorted(),
    );
  });
});

/** Rows as the schema before the ledger let them in. */
async function asBefore(
  { database }: CentralInMemory,
  stories: readonly Story[],
  paid: readonly Refund[],
): Promise<void> {
  await database.write(async (rows) => {
    await rows.execute(sql`alter table meta disable trigger meta_ledger_begins_once`);
    await rows.execute(sql`delete from meta where key = 'ledgerBackfilled'`);
    await rows.execute(sql`alter table meta enable trigger meta_ledger_begins_once`);
    await rows.execute(sql`alter table refunds disable trigger refunds_are_granted`);
    for (const fact of stories.flatMap((story) => story.facts)) {
      const { id, kind, siteId, caseId, personId } = fact;
      const hand = kind === 'verdictDecided' ? 'decided' : dutyOf(fact) === null ? null : 'touched';
      if (hand !== null && caseId !== null)
        await rows.insert(caseHands).values({ caseId, personId, hand }).onConflictDoNothing();
      await rows.insert(factRows).values({
        id,
        kind,
        siteId,
        caseId,
        arrivalId: 'arrivalId' in fact ? (fact.arrivalId ?? null) : null,
        personId,
        hand,
        acceptedAt: new Date(acceptedAt),
        skewMs: 0,
        body: fact,
      });
    }
    for (const { state, startedAt, ...granted } of paid)
      await rows.insert(refundRows).values({
        id: granted.id,
        verdictId: granted.verdictId,
        caseId: granted.caseId,
        siteId: granted.siteId,
        state,
        granted,
        approvedAt: new Date(granted.approvedAt),
        startedAt: startedAt === null ? null : new Date(startedAt),
        port: 'register',
      });
    await rows.execute(sql`alter table refunds enable trigger refunds_are_granted`);
  });
}
