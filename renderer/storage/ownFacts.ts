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
  const under = db.facts.where('envelope.sequence');
  return await (isUnbroken
    ? under.between(first, last, true, true)
    : under.anyOf([...wanted])
  ).toArray();
}

const inASlice = 32;
/** Nobody remembers what was done so many records ago. */
const furthestBack = 512;

/**
 * The station's own facts, the newest first, so many that they are enough: a slice of numbers at a
 * time, each one question, and never further back than `furthestBack` numbers, whatever was done since.
 */
export async function newestOwnFacts(
  db: StationDatabase,
  areEnough: (read: readonly FactRow[]) => boolean,
): Promise<readonly FactRow[]> {
  const newest = (await db.facts.where('envelope.sequence').above(0).last())?.sequence ?? 0;
  const read: FactRow[] = [];
  for (let through = newest; through > Math.max(0, newest - furthestBack); through -= inASlice) {
    const from = Math.max(1, through - inASlice + 1);
    const rows = await db.facts
      .where('envelope.sequence')
      .between(from, through, true, true)
      .toArray();
    read.push(...rows.toReversed());
    if (areEnough(read)) break;
  }
  return read;
}
