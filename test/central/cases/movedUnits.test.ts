/** Goods are paid once, whatever order line they stand under: recounted, linked anew, or moved in the papers. */
import { beforeAll, expect, test } from 'vitest';
import { refundsOfCases } from '../../../central/refunds/refundRows.ts';
import type { ReturnCase } from '../../../shared/facts/documents.ts';
import type { FactOf } from '../../../shared/facts/fact.ts';
import { aReturnLine } from '../../builders/cases/aCase.ts';
import { aCorrection } from '../../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  caseId,
  factId,
  orderLineId,
  personId,
  returnLineId,
  unitGroupId,
} from '../../builders/cases/ids.ts';
import { anArrival, aUnitGroup } from '../../builders/cases/recordedFacts.ts';
import { caseNumber } from '../aCompany.ts';
import { aStation, type TestStation, verdictsOf } from '../aStation.ts';
import { aStory, type Story } from '../aStory.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

const price = 12_500;

onEachDatabase('Units that move to another order line', (ground) => {
  let station: TestStation;
  beforeAll(async () => {
    station = await aStation(ground().central, ground().keys);
  });

  const sent = new WeakMap<Story, number>();
  async function answerTo(story: Story): Promise<string | undefined> {
    const from = sent.get(story) ?? 0;
    sent.set(story, story.facts.length);
    return verdictsOf(await station.record(...story.facts.slice(from))).at(-1);
  }
  const paidIn = async (number: number) =>
    [...(await refundsOfCases(ground().central.database.rows, [`case-${number}`])).values()]
      .flat()
      .map((refund) => refund.amount);
  const lines = (...orderLines: readonly number[]): ReturnCase['lines'] =>
    orderLines.map((of, index) =>
      aReturnLine({
        id: returnLineId(`line-${index + 1}`),
        orderLineId: orderLineId(`order-line-${of}`),
      }),
    );
  const write = (body: ReturnCase) =>
    ground().central.seed.putDocuments([{ collection: 'cases', body }]);
  /** A return over two order lines; `goods` stand under the first and are paid. */
  async function paidUnderTheFirst(goods: number, more: Readonly<Record<string, number>> = {}) {
    const [number, other] = [ground().nextCase(), ground().nextCase()];
    await write(caseNumber(number, { lines: lines(number, other) }));
    const story = aStory(number);
    story.arrive();
    const counted = story.count('goods', goods);
    for (const [group, quantity] of Object.entries(more))
      story.count(group, quantity, { returnLineId: returnLineId('line-2') });
    for (const [group, quantity] of Object.entries({ goods, ...more })) story.find(group, quantity);
    story.finish();
    story.decide('sara', [{ group: 'goods' }]);
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([goods * price]);
    return { number, other, story, counted };
  }
  const second = { returnLineId: returnLineId('line-2') };
  /** Nothing is taken back below a decided verdict, nor below a finding. */
  function takeBack(story: Story, counted: FactOf<'unitsCounted'>): void {
    story.decide('sara', [], { decision: 'sendBack', reason: 'Count them again' });
    const found = story.facts.filter(
      (fact) => fact.kind === 'finding' && fact.unitGroupId === counted.unitGroupId,
    );
    for (const finding of found) story.undo(finding);
    story.undo(counted);
  }

  test.each(['goods', 'moved'])(
    'undone and counted under the second line as "%s" are not paid again by one person',
    async (group) => {
      const { number, story, counted } = await paidUnderTheFirst(10);
      takeBack(story, counted);
      story.count(group, 10, second);
      story.find(group, 10);
      story.finish();
      story.decide('olga', [{ group }]);
      expect(await answerTo(story)).toBe('refused grantedOnOtherLine');
      expect(await paidIn(number)).toEqual([10 * price]);
    },
  );

  test('are paid a difference where two override', async () => {
    const { number, story, counted } = await paidUnderTheFirst(10);
    takeBack(story, counted);
    story.count('moved', 10, second);
    story.find('moved', 10);
    story.finish();
    const difference = [{ group: 'moved', overrideAmount: 300 }];
    story.decide('sara', difference, { decision: 'override' });
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([10 * price]);
    story.decide('olga', difference, { decision: 'override' });
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([10 * price, 300]);
  });

  test('some of them, added to a group of the second line that stood beside them', async () => {
    const { number, story, counted } = await paidUnderTheFirst(5, { few: 2 });
    takeBack(story, counted);
    story.count('goods', 3);
    story.find('goods', 3);
    story.count('few', 2, second);
    story.find('few', 4);
    story.finish();
    story.decide('olga', [{ group: 'few' }]);
    expect(await answerTo(story)).toBe('refused grantedOnOtherLine');
    expect(await paidIn(number)).toEqual([5 * price]);
  });

  test('are not paid again when the office writes another order line beside them', async () => {
    const { number, other, story } = await paidUnderTheFirst(10);
    await write(caseNumber(number, { lines: lines(other, number) }));
    story.find('goods', 10);
    story.finish();
    story.decide('olga', [{ group: 'goods' }]);
    expect(await answerTo(story)).toBe('refused grantedOnOtherLine');
    expect(await paidIn(number)).toEqual([10 * price]);
  });

  test('what stood beside them all along is paid, though the first line turns out to be fewer', async () => {
    const { number, story, counted } = await paidUnderTheFirst(10, { others: 5 });
    takeBack(story, counted);
    story.count('goods', 8);
    story.find('goods', 8);
    story.finish();
    story.decide('olga', [{ group: 'others' }]);
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([10 * price, 5 * price]);
  });

  test('two lines that change places pay nothing', async () => {
    const { number, other, story } = await paidUnderTheFirst(10, { others: 10 });
    story.decide('olga', [{ group: 'others' }]);
    expect(await answerTo(story)).toBe('applied');
    await write(caseNumber(number, { lines: lines(other, number) }));
    story.find('goods', 10);
    story.finish();
    story.decide('olga', [{ group: 'goods' }]);
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([10 * price, 10 * price]);
  });

  test('counted for another return of the same parcel instead are not paid there by one person', async () => {
    const { number, story, counted } = await paidUnderTheFirst(10);
    const next = ground().nextCase();
    const other = aStory(next);
    const parcel = { arrivalId: counted.arrivalId };
    other.count('goods', 4, parcel);
    expect(await answerTo(other)).toBe('applied');
    // What stood there before is its own.
    other.find('goods', 4);
    other.finish({ basis: other.facts.map((f) => f.id).sort() });
    other.decide('sara', [{ group: 'goods' }]);
    expect(await answerTo(other)).toBe('applied');
    takeBack(story, counted);
    expect(await answerTo(story)).toBe('applied');
    other.count('moved', 5, parcel);
    other.find('moved', 5);
    other.finish();
    other.decide('olga', [{ group: 'goods' }, { group: 'moved' }]);
    expect(await answerTo(other)).toBe('refused grantedOnOtherLine');
    expect([await paidIn(number), await paidIn(next)]).toEqual([[10 * price], [4 * price]]);
    for (const by of ['sara', 'olga'])
      other.decide(by, [{ group: 'moved' }], { decision: 'override' });
    expect(await answerTo(other)).toBe('applied');
    expect(await paidIn(next)).toEqual([4 * price, 5 * price]);
  });

  /** A parcel without papers, counted, and linked to a return of two lines. */
  async function linkedBlind() {
    const [number, other] = [ground().nextCase(), ground().nextCase()];
    await write(caseNumber(number, { lines: lines(number, other) }));
    const parcel = arrivalId(`parcel-${number}`);
    const blind = anArrival({
      id: factId(`parcel-${number}`),
      caseId: null,
      arrivalId: parcel,
      trackingNumber: `parcel-${number}`,
    });
    const counted = {
      ...aUnitGroup({
        id: factId(`parcel-count-${number}`),
        arrivalId: parcel,
        unitGroupId: unitGroupId(`parcel-group-${number}`),
        returnLineId: null,
        quantity: 10,
      }),
      caseId: null,
    };
    const { siteId, stationId, at } = blind;
    const link = (line: string, to: number, name = 'first'): FactOf<'arrivalLinked'> => ({
      siteId,
      stationId,
      at,
      personId: personId('ivan'),
      id: factId(`parcel-link-${number}-${name}`),
      kind: 'arrivalLinked',
      caseId: caseId(`case-${to}`),
      arrivalId: parcel,
      reason: 'The only one this week',
      units: [
        {
          countId: counted.id,
          unitGroupId: unitGroupId(`s${to}-goods`),
          returnLineId: returnLineId(line),
          identity: 'match',
        },
      ],
    });
    const story = aStory(number);
    const first = link('line-1', number);
    expect(verdictsOf(await station.record(blind, counted, first))).toEqual(
      Array.from({ length: 3 }, () => 'applied'),
    );
    story.find('goods', 10);
    story.finish({
      basis: [blind.id, counted.id, first.id, ...story.facts.map((f) => f.id)].sort(),
    });
    story.decide('sara', [{ group: 'goods' }]);
    expect(await answerTo(story)).toBe('applied');
    return { number, other, blind, counted, first, link, story };
  }

  test('linked once more, to the second line, are not paid again', async () => {
    const { number, blind, counted, first, link, story } = await linkedBlind();
    const again = link('line-2', number, 'second');
    expect(verdictsOf(await station.record(again))).toEqual(['applied']);
    story.find('goods', 10);
    const told = story.facts.filter((f) => f.kind !== 'verdictDecided');
    story.finish({
      basis: [blind, counted, first, again, ...told].map((f) => f.id).sort(),
    });
    story.decide('olga', [{ group: 'goods' }]);
    expect(await answerTo(story)).toBe('refused grantedOnOtherLine');
    expect(await paidIn(number)).toEqual([10 * price]);
  });

  test('stay in the case they were paid in, also by a supervisor’s word', async () => {
    const { number, other, first, link } = await linkedBlind();
    const back = aCorrection({
      id: factId(`parcel-back-${number}`),
      caseId: caseId(`case-${number}`),
      personId: personId('olga'),
      corrects: first.id,
      reason: 'Of the other return',
    });
    expect(verdictsOf(await station.record(back))).toEqual(['refused grantedOfArrival']);
    expect(verdictsOf(await station.record(link('line-1', other, 'elsewhere')))).toEqual([
      'refused alreadyLinked',
    ]);
  });
});
