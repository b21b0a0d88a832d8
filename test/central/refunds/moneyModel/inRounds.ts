import type { CentralInMemory } from '../../../builders/central/centralInMemory.ts';
import type { Keys } from '../../aCompany.ts';
import { type Books, playOn } from './onDatabase.ts';

/** Histories `from` on, several at once; stops at the first that goes wrong. */
export async function playMany(
  central: CentralInMemory,
  keys: Keys,
  { from, count, atOnce, steps }: { from: number; count: number; atOnce: number; steps: number },
): Promise<Books> {
  const sum = { wrong: [] as string[], granted: 0, refunds: 0, quarantined: 0 };
  const seeds = Array.from({ length: count }, (_, index) => from + index);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
        const books = await playOn(central, keys, seed, steps);
        sum.wrong.push(...books.wrong.map((what) => `seed ${seed}: ${what}`));
        sum.granted += books.granted;
        sum.refunds += books.refunds;
        sum.quarantined += books.quarantined;
        if (sum.wrong.length > 0) return;
      }
    }),
  );
  return sum;
}
