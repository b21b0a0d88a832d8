import { beforeAll, expect, test } from 'vitest';
import { expireFinishedCases } from '../../../central/cases/sweeps/expireCases.ts';
import { silent } from '../../../central/log.ts';
import { aDefect } from '../../builders/cases/recordedFacts.ts';
import { aStation, asAdminOf, type TestStation, verdictsOf } from '../aStation.ts';
import { anInspectedStory, type Story } from '../aStory.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

const wrongModel = aDefect({ code: 'specification.wrongModel', cause: 'orderError' });

onEachDatabase('A final decision', (ground) => {
  let station: TestStation;
  beforeAll(async () => {
    station = await aStation(ground().central, ground().keys);
  });
  const record = async (story: Story) => verdictsOf(await station.record(...story.facts)).at(-1);
  const pageText = async () => {
    const html = await (
      await fetch(`${ground().central.url}/central/register`, asAdminOf(ground().central))
    ).text();
    return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  };

  /** One approved exchange, one refusal, one return to the client. */
  async function decidedWithoutMoney() {
    const numbers = [ground().nextCase(), ground().nextCase(), ground().nextCase()] as const;
    const exchange = anInspectedStory(numbers[0], { five: 5 }, wrongModel);
    exchange.decide('sara', [{ group: 'five', resolution: 'exchange', disposition: 'restock' }]);
    const refusal = anInspectedStory(numbers[1], { five: 5 });
    refusal.decide('sara', [], { decision: 'decline' });
    const back = anInspectedStory(numbers[2], { five: 5 }, { kind: 'noDefect' });
    back.decide('olga', [
      { group: 'five', resolution: 'returnToClient', disposition: 'returnToClient' },
    ]);
    for (const story of [exchange, refusal, back]) expect(await record(story)).toBe('applied');
    return { numbers, stories: [exchange, refusal, back] };
  }

  test('that moves no money stands in the register of instructions, for people, stations and the feed', async () => {
    const { numbers, stories } = await decidedWithoutMoney();
    const text = (await pageText()).replace(/\u00a0/g, ' ');
    for (const said of [
      'Exchange × 5 USD 625.00',
      'refused',
      'Return to the client × 5',
      'Sara',
      'Olga',
      ...numbers.map((number) => `RMA-${1000 + number}`),
    ])
      expect(text).toContain(said);
    const feed = await station.pullAll();
    for (const [index, number] of numbers.entries()) {
      const answer = await station.call('GET', `/central/cases/case-${number}/refunds`);
      const decision = stories[index]?.facts.at(-1)?.id;
      expect(answer.body).toMatchObject({ refunds: [], grants: [{ id: decision }] });
      expect(feed).toContainEqual(expect.objectContaining({ collection: 'grants', id: decision }));
    }
  });

  test('ends the work on its case: it leaves the stations when nobody can object any more, and comes back whole', async () => {
    const { numbers, stories } = await decidedWithoutMoney();
    const gone = async () =>
      (await station.pullAll()).flatMap((c) =>
        c.collection === 'cases' && c.body === null ? [c.id] : [],
      );
    const ids = numbers.map((number) => `case-${number}`);
    const { database } = ground().central;
    const inDays = (days: number) => () => new Date(Date.now() + days * 24 * 60 * 60_000);
    await expireFinishedCases({ database, now: inDays(60), log: silent });
    expect((await gone()).filter((id) => ids.includes(id))).toEqual([]);
    await expireFinishedCases({ database, now: inDays(200), log: silent });
    expect((await gone()).filter((id) => ids.includes(id)).toSorted()).toEqual(ids.toSorted());
    const grantsIn = async () =>
      (await station.pullAll()).flatMap((c) => (c.collection === 'grants' ? [c.id] : []));
    const [decided] = stories.map((story) => story.facts.at(-1)?.id ?? '');
    expect(await grantsIn()).not.toContain(decided);
    const whole = await station.call('GET', `/central/cases/${ids[0]}`);
    expect(JSON.stringify(whole.body)).toContain('"collection":"grants"');
  });
});
