/** Twelve thousand requests out of shape on each database: no failure, memory as before. QUAYSIDE_REQUESTS makes them fewer. */
import { expect, test } from 'vitest';
import { aStation } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';
import { fuzz } from './attackers/fuzzing.ts';

const wanted = Number(process.env['QUAYSIDE_REQUESTS'] ?? 12_000);

onEachDatabase(
  'Twelve thousand requests out of shape',
  (ground) => {
    test('never end in a failure, and leave nothing behind', async () => {
      const { central, keys } = ground();
      const { token } = await aStation(central, keys);
      const warm = await fuzz(central, token, Math.min(2000, wanted));
      const seen = await fuzz(central, token, wanted);
      process.stdout.write(`fuzzed ${JSON.stringify({ ...seen, warm: warm.heapAfter })}\n`);
      expect([...warm.failures, ...seen.failures]).toEqual([]);
      expect(seen.heapAfter - seen.heapBefore).toBeLessThan(100);
    }, 3_600_000);
  },
  { limits: { requests: 1_000_000, enrolments: 1_000_000 } },
);
