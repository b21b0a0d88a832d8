/** Decisions as stations made them before there were terms: central computes, and what they say holds all the same. */
import { beforeAll, expect, test } from 'vitest';
import { grantsOfCases } from '../../../central/cases/grantRows.ts';
import { refundsOfCases } from '../../../central/refunds/refundRows.ts';
import { aContract } from '../../builders/cases/aContract.ts';
import { contractId } from '../../builders/cases/ids.ts';
import { caseNumber } from '../aCompany.ts';
import { aStation, type TestStation, verdictsOf } from '../aStation.ts';
import { anInspectedStory, type Story } from '../aStory.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

const price = 12_500;

onEachDatabase('A decision older than terms', (ground) => {
  let station: TestStation;
  beforeAll(async () => {
    station = await aStation(ground().central, ground().keys);
    const body = aContract({ id: contractId('limit-500'), secondApprovalAbove: 50_000 });
    await ground().central.seed.putDocuments([{ collection: 'contracts', body }]);
  });

  const rows = () => ground().central.database.rows;
  const sent = new WeakMap<Story, number>();
  async function answerTo(story: Story): Promise<string | undefined> {
    const from = sent.get(story) ?? 0;
    sent.set(story, story.facts.length);
    return verdictsOf(await station.record(...story.facts.slice(from))).at(-1);
  }
  const paidIn = async (number: number) =>
    [...(await refundsOfCases(rows(), [`case-${number}`])).values()].flat().map((r) => r.amount);
  const grantsIn = async (number: number) =>
    (await grantsOfCases(rows(), [`case-${number}`])).get(`case-${number}`) ?? [];
  async function underLimit(): Promise<number> {
    const number = ground().nextCase();
    const body = caseNumber(number, { contractId: contractId('limit-500') });
    await ground().central.seed.putDocuments([{ collection: 'cases', body }]);
    return number;
  }

  test('pays what is computed, and never beyond the limit without a second', async () => {
    const number = await underLimit();
    const story = anInspectedStory(number, { ten: 10 });
    story.decide('sara', [{ group: 'ten' }]);
    expect(await answerTo(story)).toBe('applied');
    expect(await grantsIn(number)).toEqual([]);
    story.decide('sara', [{ group: 'ten' }]);
    expect(await answerTo(story)).toBe('refused alreadyDecided');
    story.decide('olga', [{ group: 'ten' }]);
    expect(await answerTo(story)).toBe('applied');
    expect(await grantsIn(number)).toMatchObject([{ signedBy: ['sara', 'olga'] }]);
    expect(await paidIn(number)).toEqual([10 * price]);
  });

  test.each([
    ['amount', { amount: price }],
    ['quantity', { quantity: 1 }],
    ['value', { value: 10 * price + 1 }],
    ['amount', { units: [{ from: 0, to: 10 }], amount: price }],
  ])('is refused where its %s is not what is computed', async (field, stated) => {
    const number = ground().nextCase();
    const story = anInspectedStory(number, { ten: 10 });
    await answerTo(story);
    story.decide('sara', [{ group: 'ten', ...stated }]);
    const [answer] = (await station.record(...story.facts.slice(-1))).results;
    expect(answer).toMatchObject({ refusal: { code: 'signedDiffers', field } });
    expect(await paidIn(number)).toEqual([]);
  });

  test('overrides no further than the goods are worth', async () => {
    const number = ground().nextCase();
    const story = anInspectedStory(number, { ten: 10 });
    const beyond = [{ group: 'ten', overrideAmount: 10 * price + 1 }];
    story.decide('sara', beyond, { decision: 'override' });
    expect(await answerTo(story)).toBe('refused amountOutOfRange');
  });

  test('frees nothing with a signature over other sums', async () => {
    const number = await underLimit();
    const story = anInspectedStory(number, { ten: 10 });
    story.decide('sara', [{ group: 'ten' }]);
    await answerTo(story);
    const signed = { quantity: 10, value: 10 * price, amount: 10 * price };
    story.decide('olga', [{ group: 'ten', units: [{ from: 0, to: 10 }], ...signed }]);
    expect(await answerTo(story)).toBe('applied');
    expect(await paidIn(number)).toEqual([]);
  });
});
