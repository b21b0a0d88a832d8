import { expect, test } from 'vitest';
import type { Fact } from '../../shared/facts/fact.ts';
import { arrivalId, factId } from '../builders/cases/ids.ts';
import { aReturn } from '../central/aReturn.ts';
import { aStation, type TestStation, verdictsOf } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';

onEachDatabase('A station that asks in crowds', (ground) => {
  const push = (station: TestStation, commands: readonly unknown[]) =>
    station.call('POST', '/central/commands', { contractVersion: 1, epoch: null, commands });

  test('waits for itself alone, and hears in words what is too much', async () => {
    const { central, keys, nextCase } = ground();
    const [greedy, honest] = [await aStation(central, keys), await aStation(central, keys)];
    const { arrival, count } = aReturn(nextCase());
    const many = Array.from({ length: 100 }, (_, n): Fact => {
      const id = `crowd-${arrival.id}-${n}`;
      return { ...arrival, id: factId(id), arrivalId: arrivalId(id) } as Fact;
    }).map((fact) => greedy.seal(fact));
    await honest.pull(undefined, 1);
    const crowd = Array.from({ length: 30 }, async () => push(greedy, many));
    let open = crowd.length;
    for (const one of crowd) void one.finally(() => (open -= 1));
    expect(verdictsOf(await honest.record(arrival, count))).toEqual(['applied', 'applied']);
    expect(open).toBeGreaterThan(20);
    const answers = await Promise.all(crowd);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(14);
    for (const { status, body, headers } of refused) {
      expect([status, headers.get('retry-after')]).toEqual([429, '1']);
      expect(body).toMatchObject({
        code: 'tooMany',
        message: 'This station waits for 16 answers already: again when they are there',
      });
    }
    expect((await push(greedy, many)).status).toBe(200);
  });
});
