/**
 * What one more fact of each kind costs in a case of 100, 1 000 and 10 000: median of pushes of one, in
 * milliseconds over HTTP.
 */
import { expect, test } from 'vitest';
import type { Fact } from '../../shared/facts/fact.ts';
import { aStation, verdictsOf } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';
import { fill, fillings, growing, oneMoreOf } from './attackers/growingCase.ts';

const sizes = [100, 1000, 10_000];
const times = Number(process.env['QUAYSIDE_TIMES'] ?? 5);

onEachDatabase(
  'A case that grows',
  (ground) => {
    test.each(fillings)(
      'by %s is not dearer for what is in it',
      async (filling) => {
        const { central, keys, nextCase } = ground();
        const table: Record<string, Record<string, number>> = {};
        for (const size of sizes) {
          const station = await aStation(central, keys);
          const number = nextCase();
          const { begun, filled } = growing(number, filling);
          expect(new Set(verdictsOf(await station.record(...begun)))).toEqual(new Set(['applied']));
          await fill(central.database, filled, size);
          const timed = async (fact: Fact) => {
            const command = station.seal(fact);
            const from = performance.now();
            const answers = verdictsOf(await station.push([command]));
            const took = performance.now() - from;
            expect([fact.kind, ...answers]).toEqual([fact.kind, 'applied']);
            return took;
          };
          for (const [kind, next] of Object.entries(oneMoreOf(number, filling))) {
            const seen: number[] = [];
            for (let one = 0; one <= times; one += 1) {
              const facts = next();
              for (const before of facts.slice(0, -1)) await timed(before);
              const last = facts.at(-1);
              if (last) seen.push(await timed(last));
            }
            const sorted = seen.slice(1).toSorted((a, b) => a - b);
            table[kind] = {
              ...table[kind],
              [size]: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
            };
          }
        }
        console.table(table);
      },
      1_800_000,
    );
  },
  { limits: { requests: 1_000_000, enrolments: 1_000_000 } },
);
