/** Two signatures stand for one decision only where both people saw the same papers and kept their hands off the goods. */
import { beforeAll, expect, test } from 'vitest';
import { loadWholeCases } from '../../../central/cases/caseRows.ts';
import { grantsOfCases } from '../../../central/cases/grantRows.ts';
import { fileOf, referencesOf } from '../../../central/cases/workingSet.ts';
import { refundsOfCases } from '../../../central/refunds/refundRows.ts';
import { awaitsSecondApproval } from '../../../shared/cases/decisions/approval.ts';
import { isOutdated } from '../../../shared/cases/decisions/signatures.ts';
import { termsOf } from '../../../shared/cases/decisions/verdict.ts';
import type { ReturnCase } from '../../../shared/facts/documents.ts';
import { noCurrency } from '../../../shared/facts/money.ts';
import { LocalDate } from '../../../shared/facts/time.ts';
import { aReturnLine } from '../../builders/cases/aCase.ts';
import { aContract } from '../../builders/cases/aContract.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { aDecision } from '../../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  caseId,
  contractId,
  factId,
  orderLineId,
  personId,
} from '../../builders/cases/ids.ts';
import { aDefect, anArrival } from '../../builders/cases/recordedFacts.ts';
import { caseNumber } from '../aCompany.ts';
import { aStation, type TestStation, verdictsOf } from '../aStation.ts';
import { anInspectedStory, aStory, type Story } from '../aStory.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

onEachDatabase('Two signatures', (ground) => {
  let station: TestStation;
  const contract = aContract({ id: contractId('limit-500'), secondApprovalAbove: 50_000 });
  beforeAll(async () => {
    station = await aStation(ground().central, ground().keys);
    await ground().central.seed.putDocuments([{ collection: 'contracts', body: contract }]);
  });

  const sent = new WeakMap<Story, number>();
  async function answerTo(story: Story): Promise<string | undefined> {
    const from = sent.get(story) ?? 0;
    sent.set(story, story.facts.length);
    return verdictsOf(await station.record(...story.facts.slice(from))).at(-1);
  }
  async function paidIn(number: number): Promise<readonly number[]> {
    const found = await refundsOfCases(ground().central.database.rows, [`case-${number}`]);
    return [...found.values()].flat().map((refund) => refund.amount);
  }
  async function known(number: number) {
    const workingSet = await loadWholeCases(ground().central.database.rows, [`case-${number}`]);
    const file = fileOf(workingSet, `case-${number}`);
    const references = file && referencesOf(workingSet, file, LocalDate.parse('2026-11-20'));
    if (!file || !references) throw new Error('no such case');
    return { file, references };
  }
  async function termsNow(number: number) {
    const { file, references } = await known(number);
    const inspection = file.inspections.at(-1);
    const currency = references.contract?.currency ?? noCurrency;
    const terms = inspection && termsOf({ currency }, inspection, file, references);
    if (!terms) throw new Error('not inspected');
    return terms;
  }
  async function paper(number: number, more: Partial<ReturnCase> = {}): Promise<void> {
    const body = caseNumber(number, { contractId: contractId('limit-500'), ...more });
    await ground().central.seed.putDocuments([{ collection: 'cases', body }]);
  }

  test('of which one came before the papers changed free nothing together', async () => {
    const number = ground().nextCase();
    await paper(number);
    const story = anInspectedStory(number, { ten: 10 });
    const units = [{ from: 0, to: 10 }];
    const sum = { overrideAmount: 60_000, amount: 60_000, value: 60_000 };
    const choice = [{ group: 'ten', units, quantity: 10, ...sum }];
    await answerTo(story);
    const decision = 'override' as const;
    const first = story.decide('sara', choice, { decision, terms: await termsNow(number) });
    expect(await answerTo(story)).toBe('applied');
    // The same number in another currency is another sum.
    const euro = { currency: 'EUR' as const };
    const id = orderLineId(`order-line-${number}`);
    const limitInEuro = contractId('limit-500-eur');
    await ground().central.seed.putDocuments([
      { collection: 'contracts', body: aContract({ ...contract, id: limitInEuro, ...euro }) },
      { collection: 'orderLines', body: anOrderLine({ id, lineNumber: number, ...euro }) },
    ]);
    await paper(number, { contractId: limitInEuro });
    const terms = await termsNow(number);
    // A station older than terms signs over what it was told, which nobody knows.
    const older = story.decide('olga', choice, { decision });
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([]);
    story.decide('olga', choice, { decision, terms, replaces: [older.id] });
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([]);
    const { file, references } = await known(number);
    expect(isOutdated(first, file, references)).toBe(true);
    expect(awaitsSecondApproval(file, references)?.personId).toBe('olga');
    story.decide('sara', choice, { decision, terms, replaces: [first.id] });
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([60_000]);
  });

  test('of which one is by hands that turn out to have received the goods free nothing', async () => {
    const number = ground().nextCase();
    await paper(number);
    const story = anInspectedStory(number, { ten: 10 });
    const blind = anArrival({
      id: factId(`blind-${number}`),
      caseId: null,
      arrivalId: arrivalId(`blind-${number}`),
      personId: personId('sara'),
      trackingNumber: `blind-${number}`,
    });
    expect(verdictsOf(await station.record(blind))).toEqual(['applied']);
    story.decide('sara', [{ group: 'ten' }]);
    expect(await answerTo(story)).toBe('applied');
    const { siteId, stationId, at } = aDecision();
    const linked = {
      id: factId(`link-${number}`),
      siteId,
      stationId,
      at,
      personId: personId('ivan'),
      kind: 'arrivalLinked' as const,
      caseId: caseId(`case-${number}`),
      arrivalId: arrivalId(`blind-${number}`),
      reason: 'It belongs here',
    };
    expect(verdictsOf(await station.record(linked))).toEqual(['applied']);
    story.decide('olga', [{ group: 'ten' }]);
    await answerTo(story);
    expect(await paidIn(number)).toEqual([]);
  });
});

onEachDatabase('An order line granted in one currency', (ground) => {
  test('is granted in no other when its papers are changed, and who decides is told why', async () => {
    const station = await aStation(ground().central, ground().keys);
    const [one, other] = [ground().nextCase(), ground().nextCase()];
    const id = orderLineId(`order-line-${one}`);
    const first = anInspectedStory(one, { five: 5 });
    first.decide('sara', [{ group: 'five' }]);
    expect(verdictsOf(await station.record(...first.facts)).at(-1)).toBe('applied');
    const euro = { currency: 'EUR' as const };
    const inEuro = contractId('in-euro');
    const lines = [aReturnLine({ orderLineId: id })];
    await ground().central.seed.putDocuments([
      { collection: 'contracts', body: aContract({ id: inEuro, ...euro }) },
      { collection: 'orderLines', body: anOrderLine({ id, lineNumber: one, ...euro }) },
      ...[one, other].map((number) => ({
        collection: 'cases' as const,
        body: caseNumber(number, { contractId: inEuro, lines }),
      })),
    ]);
    const second = anInspectedStory(other, { two: 2 });
    second.decide('olga', [{ group: 'two' }], {}, [
      { question: 'mixedFreight', unitGroupId: null, answer: 'us' },
    ]);
    const { results } = await station.record(...second.facts);
    const refusal = { field: `orderLine:${id}.currency`, why: 'currencyMismatch' };
    expect(results.at(-1)).toMatchObject({ refusal: { code: 'policyCannotDecide', ...refusal } });
    first.count('more', 2);
    first.find('more', 2);
    first.finish();
    first.decide('olga', [{ group: 'more' }]);
    const again = await station.record(...first.facts.slice(-4));
    expect(again.results.at(-1)).toMatchObject({ refusal });
  });
});

onEachDatabase('A sum somebody granted for a whole group', (ground) => {
  test('is granted once, however many portions the group has', async () => {
    const station = await aStation(ground().central, ground().keys);
    const number = ground().nextCase();
    const story = aStory(number);
    story.arrive();
    story.count('ten', 10);
    story.find('ten', 3, { units: [{ from: 0, to: 3 }] });
    story.find('ten', 7, { units: [{ from: 3, to: 10 }] });
    story.finish();
    story.decide('sara', [{ group: 'ten', overrideAmount: 10_001 }], { decision: 'override' });
    expect(verdictsOf(await station.record(...story.facts)).at(-1)).toBe('applied');
    const { rows } = ground().central.database;
    const refunds = await refundsOfCases(rows, [`case-${number}`]);
    expect([...refunds.values()].flat().map(({ amount }) => amount)).toEqual([10_001]);
    const [grant] = (await grantsOfCases(rows, [`case-${number}`])).get(`case-${number}`) ?? [];
    expect(grant?.portions.map(({ amount }) => amount)).toEqual([3000, 7001]);
  });
});

onEachDatabase('Goods that cost nothing', (ground) => {
  test('are taken back like others: the case is closed, and no payment begins', async () => {
    const station = await aStation(ground().central, ground().keys);
    const number = ground().nextCase();
    const id = orderLineId(`order-line-${number}`);
    const free = { unitPrice: 0, invoiced: { net: 0, tax: 0 } };
    const documents = [
      { collection: 'orderLines', body: anOrderLine({ id, lineNumber: number, ...free }) },
      {
        collection: 'cases',
        body: caseNumber(number, { lines: [aReturnLine({ orderLineId: id })] }),
      },
    ] as const;
    await ground().central.seed.putDocuments(documents);
    const story = anInspectedStory(number, { ten: 10 }, aDefect());
    story.decide('sara', [{ group: 'ten', resolution: 'refund', disposition: 'scrap' }]);
    expect(verdictsOf(await station.record(...story.facts)).at(-1)).toBe('applied');
    const { rows } = ground().central.database;
    const name = `case-${number}`;
    expect((await refundsOfCases(rows, [name])).get(name) ?? []).toEqual([]);
    const closed = fileOf(await loadWholeCases(rows, [name]), name);
    expect(['settled', 'refundStarted']).toContain(closed?.state);
  });

  test('are sent again no more often than they were shipped', async () => {
    const station = await aStation(ground().central, ground().keys);
    const [one, other] = [ground().nextCase(), ground().nextCase()];
    const line = aReturnLine({
      orderLineId: orderLineId(`order-line-${one}`),
      claimedReason: 'wrongGoods',
    });
    const free = anOrderLine({
      id: orderLineId(`order-line-${one}`),
      lineNumber: one,
      unitPrice: 0,
      invoiced: { net: 0, tax: 0 },
    });
    await ground().central.seed.putDocuments([
      { collection: 'orderLines', body: free },
      ...[one, other].map((number) => ({
        collection: 'cases' as const,
        body: caseNumber(number, { lines: [line] }),
      })),
    ]);
    const wrong = aDefect({ code: 'specification.wrongModel', cause: 'orderError' });
    const added: unknown[] = [];
    for (const [number, by] of [
      [one, 'sara'],
      [other, 'olga'],
    ] as const) {
      const story = anInspectedStory(number, { ten: 10 }, wrong);
      story.decide(
        by,
        [{ group: 'ten', resolution: 'exchange', disposition: 'restock' }],
        {},
        number === other ? [{ question: 'mixedFreight', unitGroupId: null, answer: 'us' }] : [],
      );
      await station.record(...story.facts);
      const grants = await grantsOfCases(ground().central.database.rows, [`case-${number}`]);
      added.push(
        grants.get(`case-${number}`)?.flatMap((grant) => grant.added.map((a) => a.quantity)) ?? [],
      );
    }
    expect(added).toEqual([[10], []]);
  });
});
