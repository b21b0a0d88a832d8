import type { CentralInMemory } from '../../../builders/central/centralInMemory.ts';
import type { Keys } from '../../aCompany.ts';
import { playOn } from './onDatabase.ts';
import type { Books } from './readBooks.ts';

export type Rounds = {
  /** The first seed. */
  readonly from: number;
  readonly count: number;
  /** Pairs of stations at work at the same time. */
  readonly atOnce: number;
  /** Histories that share a pair of stations; every fifth pair has one to itself, for small pushes too. */
  readonly together: number;
  readonly steps: number;
};

/** Histories `from` on, several at once; stops at the first that goes wrong. */
export async function playMany(
  central: CentralInMemory,
  keys: Keys,
  { from, count, atOnce, together, steps }: Rounds,
): Promise<Books> {
  const sum = { wrong: [] as string[], granted: 0, refunds: 0, quarantined: 0 };
  let pairs = 0;
  const seeds = Array.from({ length: count }, (_, index) => from + index);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (seeds.length > 0 && sum.wrong.length === 0) {
        pairs += 1;
        const theirs = seeds.splice(0, pairs % 5 === 0 ? 1 : together);
        const books = await playOn(central, keys, theirs, steps);
        sum.wrong.push(...books.wrong);
        sum.granted += books.granted;
        sum.refunds += books.refunds;
        sum.quarantined += books.quarantined;
      }
    }),
  );
  return sum;
}
