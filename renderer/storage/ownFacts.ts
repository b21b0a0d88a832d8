import type { FactRow } from './rows.ts';
import type { StationDatabase } from './stationDatabase.ts';

/**
 * The station's own facts under these numbers, in their order. An unbroken run is one question,
 * which is many times quicker than one for each.
 */
export async function ownFacts(
  db: StationDatabase,
  sequences: readonly number[],
): Promise<readonly FactRow[]> {
  if (sequences.length === 0) return [];
  const [first, last] = [Math.min(...sequences), Math.max(...sequences)];
  const wanted = new Set(sequences);
  const isUnbroken = last - first + 1 === wanted.size;
  const under = db.facts.where('sequence');
  return await (isUnbroken
    ? under.between(first, last, true, true)
    : under.anyOf([...wanted])
  ).toArray();
}
