/** Everything a refund once exceeded the goods by, through the door a station pushes at. */
import { beforeAll, expect, test } from 'vitest';
import { grantsOfCases } from '../../../central/cases/grantRows.ts';
import { refundsOfCases } from '../../../central/refunds/refundRows.ts';
import { termsOf } from '../../../shared/cases/decisions/verdict.ts';
import { readCaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { ReturnCase } from '../../../shared/facts/documents.ts';
import type { Fact, FactOf } from '../../../shared/facts/fact.ts';
import { OrderLineId } from '../../../shared/ids.ts';
import { aCalendar } from '../../builders/cases/aCalendar.ts';
import { aReturnLine } from '../../builders/cases/aCase.ts';
import { aClient } from '../../builders/cases/aClient.ts';
import { aContract } from '../../builders/cases/aContract.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';
import { caseId, contractId, orderLineId, stationId, verdictId } from '../../builders/cases/ids.ts';
import { aDefect } from '../../builders/cases/recordedFacts.ts';
import { caseNumber } from '../aCompany.ts';
import { aStation, type TestStation, verdictsOf } from '../aStation.ts';
import { anInspectedStory, aStory, type Story } from '../aStory.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

const price = 12_500;
const wrongModel = aDefect({ code: 'specification.wrongModel', cause: 'orderError' });

onEachDatabase('Money can never be wrong', (ground) => {
  let station: TestStation;
  beforeAll(async () => {
    station = await aStation(ground().central, ground().keys);
    await ground().central.seed.putDocuments([
      {
        collection: 'contracts',
        body: aContract({ id: contractId('limit-500'), secondApprovalAbove: 50_000 }),
      },
      {
        collection: 'contracts',
        body: aContract({ id: contractId('limit-125'), secondApprovalAbove: 12_500 }),
      },
    ]);
  });

  const rows = () => ground().central.database.rows;
  /** Sends what a story told since it was last sent. */
  const sent = new WeakMap<Story, number>();
  async function send(story: Story, by = station): Promise<readonly string[]> {
    const from = sent.get(story) ?? 0;
    sent.set(story, story.facts.length);
    return verdictsOf(await by.record(...story.facts.slice(from)));
  }
  const answerTo = async (story: Story, by = station) => (await send(story, by)).at(-1);
  const paidIn = async (...numbers: readonly number[]) => {
    const refunds = await refundsOfCases(
      rows(),
      numbers.map((n) => `case-${n}`),
    );
    return [...refunds.values()].flat().map((refund) => refund.amount);
  };
  const grantsIn = async (number: number) =>
    (await grantsOfCases(rows(), [`case-${number}`])).get(`case-${number}`) ?? [];
  async function paper(number: number, overrides: Partial<ReturnCase>): Promise<void> {
    const body = caseNumber(number, overrides);
    await ground().central.seed.putDocuments([{ collection: 'cases', body }]);
  }
  async function underContract(id: string): Promise<number> {
    const number = ground().nextCase();
    await paper(number, { contractId: contractId(id) });
    return number;
  }

  test('ten pumps refunded, undone and recounted as five and five pay nothing again', async () => {
    const number = ground().nextCase();
    const story = anInspectedStory(number, { ten: 10 });
    const [, counted] = story.facts;
    const found = story.facts.find((f) => f.kind === 'finding');
    story.decide('sara', [{ group: 'ten' }]);
    expect(await answerTo(story)).toBe('applied');
    story.decide('sara', [], { decision: 'sendBack', reason: 'Count them again' });
    for (const fact of [found, counted]) if (fact) story.undo(fact);
    for (const group of ['left', 'right']) story.count(group, 5);
    for (const group of ['left', 'right']) story.find(group, 5);
    story.finish();
    story.decide('olga', [{ group: 'left' }, { group: 'right' }]);
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([10 * price]);
    const [first, second] = await grantsIn(number);
    expect(first?.added).toMatchObject([{ quantity: 10, value: 10 * price, paid: 10 * price }]);
    expect(second?.added).toMatchObject([{ quantity: 0, value: 0, paid: 0 }]);
  });

  test('a recount that finds more pays the difference, under the id of its decision', async () => {
    const number = ground().nextCase();
    const story = anInspectedStory(number, { few: 4 });
    story.decide('sara', [{ group: 'few' }]);
    await send(story);
    story.count('more', 3);
    story.find('more', 3);
    story.finish();
    story.decide('olga', [{ group: 'few' }, { group: 'more' }]);
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([4 * price, 3 * price]);
  });

  test('an order line in two cases is granted once', async () => {
    const [one, other] = [ground().nextCase(), ground().nextCase()];
    const line = aReturnLine({ orderLineId: orderLineId(`order-line-${one}`) });
    await paper(other, { lines: [line] });
    const first = anInspectedStory(one, { seven: 7 });
    first.decide('sara', [{ group: 'seven' }]);
    await send(first);
    const second = anInspectedStory(other, { seven: 7 });
    second.decide('olga', [{ group: 'seven' }], {}, [
      { question: 'mixedFreight', unitGroupId: null, answer: 'us' },
    ]);
    expect(await answerTo(second)).toBe('applied');
    expect(await paidIn(one, other)).toEqual([7 * price, 3 * price]);
  });

  test('two stations decide about two cases of one line at the same moment, and it is granted once', async () => {
    const [one, other] = [ground().nextCase(), ground().nextCase()];
    const line = aReturnLine({ orderLineId: orderLineId(`order-line-${one}`) });
    await paper(other, { lines: [line] });
    const [left, right] = await Promise.all([
      aStation(ground().central, ground().keys),
      aStation(ground().central, ground().keys),
    ]);
    const stories = [one, other].map((number) => anInspectedStory(number, { ten: 10 }));
    for (const story of stories) await send(story);
    const [mine, theirs] = stories;
    mine?.decide('sara', [{ group: 'ten' }]);
    theirs?.decide('olga', [{ group: 'ten' }]);
    await Promise.all([mine && send(mine, left), theirs && send(theirs, right)]);
    expect((await paidIn(one, other)).reduce((a, b) => a + b, 0)).toBe(10 * price);
  });

  test('a case of another site sees what was granted of its line', async () => {
    const [one, other] = [ground().nextCase(), ground().nextCase()];
    const line = aReturnLine({ orderLineId: orderLineId(`order-line-${one}`) });
    const story = anInspectedStory(one, { ten: 10 });
    const decision = story.decide('sara', [{ group: 'ten' }]);
    await send(story);
    const elsewhere = await aStation(ground().central, ground().keys, 'site-2');
    const grantsSeen = async () =>
      (await elsewhere.pullAll()).filter((c) => c.collection === 'grants').map((c) => c.id);
    expect(await grantsSeen()).not.toContain(decision.id);
    await paper(other, { lines: [line], siteId: 'site-2' as never });
    // The feed ends before whatever the database has not finished, be it statistics of its own.
    await expect.poll(grantsSeen, { timeout: 8_000 }).toContain(decision.id);
  });

  test('an override of one group to the whole worth beside another as offered stays within the line', async () => {
    const number = ground().nextCase();
    const story = anInspectedStory(number, { left: 5, right: 5 });
    story.decide('sara', [{ group: 'left', overrideAmount: 10 * price }, { group: 'right' }], {
      decision: 'override',
    });
    expect(await answerTo(story)).toBe('refused amountOutOfRange');
    expect(await paidIn(number)).toEqual([]);
  });

  test('beyond what is left of a line only two supervisors together go, and each sees the other', async () => {
    const [one, other] = [ground().nextCase(), ground().nextCase()];
    const line = aReturnLine({ orderLineId: orderLineId(`order-line-${one}`) });
    await paper(other, { lines: [line] });
    const first = anInspectedStory(one, { ten: 10 });
    first.decide('sara', [{ group: 'ten' }]);
    await send(first);
    const second = anInspectedStory(other, { ten: 10 });
    const choice = [{ group: 'ten', overrideAmount: 5 * price }];
    second.decide('sara', choice, { decision: 'override' });
    expect(await answerTo(second)).toBe('applied');
    expect(await paidIn(one, other)).toEqual([10 * price]);
    second.decide('olga', choice, { decision: 'override' });
    expect(await answerTo(second)).toBe('applied');
    expect(await paidIn(one, other)).toEqual([10 * price, 5 * price]);
    expect((await grantsIn(other)).map((g) => g.signedBy)).toEqual([['sara', 'olga']]);
  });

  test('a verdict id is used once, whoever made it', async () => {
    const number = await underContract('limit-125');
    const story = anInspectedStory(number, { one: 1 });
    expect(await answerTo(story)).toBe('applied');
    // Nine more behind it, under the same id: the signature of one pump would pay for ten.
    story.count('nine', 9);
    story.find('nine', 9);
    story.finish({ verdictId: verdictId(`s${number}-verdict-1`) });
    expect(await answerTo(story)).toBe('refused idReused');
    const stranger = ground().nextCase();
    const theirs = anInspectedStory(stranger, { ten: 10 });
    theirs.finish({ verdictId: verdictId(`s${number}-verdict-1`) });
    expect(await answerTo(theirs)).toBe('refused idReused');
  });

  test('a limit of 500 counts over the whole case, however the units are grouped', async () => {
    const number = await underContract('limit-500');
    const story = aStory(number);
    story.arrive();
    const granted: string[] = [];
    for (const group of ['a', 'b', 'c']) {
      story.count(group, 3);
      story.find(group, 3);
      story.finish();
      story.decide('sara', [{ group }]);
      granted.push((await answerTo(story)) ?? '');
    }
    expect(granted).toEqual(['applied', 'applied', 'applied']);
    expect(await paidIn(number)).toEqual([3 * price]);
    story.decide('olga', [{ group: 'c' }]);
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([3 * price, 3 * price]);
  });

  test('an exchange above the limit needs two, like money', async () => {
    const number = await underContract('limit-500');
    const story = anInspectedStory(number, { five: 5 }, wrongModel);
    const choice = [{ group: 'five', resolution: 'exchange', disposition: 'restock' } as const];
    story.decide('sara', choice);
    expect(await answerTo(story)).toBe('applied');
    expect(await grantsIn(number)).toEqual([]);
    story.decide('olga', choice);
    expect(await answerTo(story)).toBe('applied');
    expect(await grantsIn(number)).toMatchObject([
      { signedBy: ['sara', 'olga'], added: [{ value: 5 * price, paid: 0, exchanged: 5 * price }] },
    ]);
    expect(await paidIn(number)).toEqual([]);
  });

  test('an exchange with a sum of nothing beside it is worth what its goods are', async () => {
    const number = await underContract('limit-500');
    const story = anInspectedStory(number, { ten: 10 });
    story.decide('sara', [{ group: 'ten', resolution: 'exchange', overrideAmount: 0 }], {
      decision: 'override',
    });
    expect(await answerTo(story)).toBe('applied');
    expect(await grantsIn(number)).toEqual([]);
  });

  test('who was paid is not sent goods for the same units by one person', async () => {
    const number = ground().nextCase();
    const story = anInspectedStory(number, { ten: 10 }, wrongModel);
    story.decide('sara', [{ group: 'ten', disposition: 'restock' }]);
    await send(story);
    story.find('ten', 10, { observation: wrongModel });
    story.finish();
    story.decide('sara', [{ group: 'ten', resolution: 'exchange', disposition: 'restock' }]);
    expect(await answerTo(story)).toBe('refused moreThanLeft');
  });

  test('the first says "us" and the second "half each": nothing is paid, and each stands beside the other', async () => {
    const number = await underContract('limit-500');
    const story = anInspectedStory(number, { ten: 10 }, aDefect({ cause: 'unknown' }));
    const responsible = (answer: string) => [
      { question: 'responsibleUnknown', unitGroupId: story.facts[1] && groupOf(story), answer },
    ];
    story.decide('sara', [{ group: 'ten' }], {}, responsible('us') as never);
    expect(await answerTo(story)).toBe('applied');
    story.decide('olga', [{ group: 'ten' }], {}, responsible('sharedHalf') as never);
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([]);
    expect(await grantsIn(number)).toEqual([]);
  });

  test('half that becomes a whole pays the other half', async () => {
    const number = ground().nextCase();
    const story = anInspectedStory(number, { ten: 10 }, aDefect({ cause: 'unknown' }));
    const half = [
      { question: 'responsibleUnknown', unitGroupId: groupOf(story), answer: 'sharedHalf' },
    ];
    story.decide('sara', [{ group: 'ten' }], {}, half);
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([5 * price]);
    const unsure = story.facts.find((f) => f.kind === 'finding');
    story.decide('sara', [], { decision: 'sendBack', reason: 'The lab knows more' });
    if (unsure) story.undo(unsure);
    story.find('ten', 10);
    story.finish();
    story.decide('olga', [{ group: 'ten' }]);
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([5 * price, 5 * price]);
  });

  test('what was signed is what is paid: another amount is refused with both', async () => {
    const number = ground().nextCase();
    const story = anInspectedStory(number, { ten: 10 });
    await send(story);
    const terms = signedOver(story, number, station.id);
    const units = [{ from: 0, to: 10 }];
    const signed = { group: 'ten', units, quantity: 10, value: 10 * price } as const;
    story.decide('sara', [{ ...signed, amount: 10 * price + 1 }], { terms });
    const [answer] = (await station.record(...story.facts.slice(-1))).results;
    expect(answer).toMatchObject({
      refusal: {
        code: 'signedDiffers',
        field: 'amount',
        signed: String(10 * price + 1),
        computed: String(10 * price),
      },
    });
    story.decide('sara', [{ ...signed, amount: 10 * price }], {
      terms: { ...terms, basisHash: 'f'.repeat(64) },
    });
    expect(verdictsOf(await station.record(...story.facts.slice(-1)))).toEqual([
      'refused signedDiffers',
    ]);
    story.decide('sara', [{ ...signed, amount: 10 * price }], { terms });
    expect(verdictsOf(await station.record(...story.facts.slice(-1)))).toEqual(['applied']);
    expect(await paidIn(number)).toEqual([10 * price]);
  });

  test('a verdict decided in parts pays each part once', async () => {
    const number = ground().nextCase();
    const story = anInspectedStory(number, { left: 4, right: 6 });
    story.decide('sara', [{ group: 'left' }]);
    expect(await answerTo(story)).toBe('applied');
    story.decide('sara', [{ group: 'left' }]);
    expect(await answerTo(story)).toBe('refused alreadyDecided');
    const later = story.decide('olga', [{ group: 'right' }]);
    expect(await answerTo(story)).toBe('applied');
    const refunds = (await refundsOfCases(rows(), [`case-${number}`])).get(`case-${number}`) ?? [];
    expect(refunds.map((r) => [r.id, r.amount])).toEqual([
      [`s${number}-verdict-1`, 4 * price],
      [later.id, 6 * price],
    ]);
  });

  test('a serial another case returned is asked about, and paid only by a person’s word', async () => {
    const [one, other] = [ground().nextCase(), ground().nextCase()];
    const serials = [`SN-${one}`];
    const first = aStory(one);
    first.arrive();
    first.count('pump', 1, { serials });
    first.find('pump', 1);
    first.finish();
    first.decide('sara', [{ group: 'pump' }]);
    expect(await answerTo(first)).toBe('applied');
    const second = aStory(other);
    second.arrive();
    second.count('pump', 1, { serials: [` sn-${one}`.toLowerCase()] });
    second.find('pump', 1);
    second.finish();
    second.decide('olga', [{ group: 'pump' }]);
    expect(await answerTo(second)).toBe('refused questionOpen');
    expect(await paidIn(one, other)).toEqual([price]);
    const again = [{ question: 'serialAgain', unitGroupId: groupOf(second), answer: 'countAgain' }];
    second.decide('olga', [{ group: 'pump' }], {}, again);
    expect(await answerTo(second)).toBe('applied');
    expect(await paidIn(one, other)).toEqual([price, price]);
  });

  test('a serial that was shipped again is paid again without a question', async () => {
    const [one, other] = [ground().nextCase(), ground().nextCase()];
    const serials = [`SN-${one}`];
    await ground().central.seed.putDocuments([
      {
        collection: 'orderLines',
        body: anOrderLine({ id: OrderLineId.parse(`order-line-${other}`), serials }),
      },
    ]);
    for (const [number, by] of [[one, 'sara'] as const, [other, 'olga'] as const]) {
      const story = aStory(number);
      story.arrive();
      story.count('pump', 1, { serials });
      story.find('pump', 1);
      story.finish();
      story.decide(by, [{ group: 'pump' }]);
      expect(await answerTo(story)).toBe('applied');
    }
    expect(await paidIn(one, other)).toEqual([price, price]);
  });
});

function groupOf(story: Story): FactOf<'unitsCounted'>['unitGroupId'] {
  const count = story.facts.find((f): f is FactOf<'unitsCounted'> => f.kind === 'unitsCounted');
  if (!count) throw new Error('nothing counted');
  return count.unitGroupId;
}

/** What a station signs over, computed from the papers as it has them. */
function signedOver(story: Story, number: number, station: string) {
  const facts = story.facts.map((fact): Fact => ({ ...fact, stationId: stationId(station) }));
  const inspection = facts.find((f) => f.kind === 'inspectionFinished');
  if (inspection?.kind !== 'inspectionFinished') throw new Error('not inspected');
  const returnCase = caseNumber(number, { id: caseId(`case-${number}`) });
  const terms = termsOf({ currency: 'USD' }, inspection, readCaseFile(returnCase, facts), {
    policy: aPolicy(),
    client: aClient(),
    contract: aContract(),
    orderLines: [
      anOrderLine({ id: OrderLineId.parse(`order-line-${number}`), lineNumber: number }),
    ],
    calendar: aCalendar(),
    periodCalendar: null,
    grantedElsewhere: [],
    serialsElsewhere: [],
  });
  if (!terms) throw new Error('no contract');
  return terms;
}
