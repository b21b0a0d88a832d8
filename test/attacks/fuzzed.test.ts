import { expect, test } from 'vitest';
import { aReturn } from '../central/aReturn.ts';
import { aStation, verdictsOf } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';
import { fuzz } from './attackers/fuzzing.ts';

onEachDatabase(
  'Requests out of shape',
  (ground) => {
    test('never end in a failure, and honest ones go on', async () => {
      const { central, keys, nextCase } = ground();
      const [bad, honest] = [await aStation(central, keys), await aStation(central, keys)];
      const seen = await fuzz(central, bad.token, 800);
      expect(seen.failures).toEqual([]);
      const { inspected, approval } = aReturn(nextCase());
      const answers = verdictsOf(await honest.record(...inspected, approval));
      expect(new Set(answers)).toEqual(new Set(['applied']));
    }, 120_000);
  },
  { limits: { requests: 1_000_000, enrolments: 1_000_000 } },
);
