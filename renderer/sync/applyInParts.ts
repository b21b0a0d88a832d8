import type { Change } from '../../shared/sync/change.ts';
import { isSomebodyAtWork, nobodyWaits } from '../storage/peopleFirst.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { applyChanges } from './applyChanges.ts';

/** As many as are stored before a scan notices that it waited. */
const whileSomebodyWorks = 50;

/**
 * A page of the feed, its cursor with the last of it: what is broken off is read again, and says the
 * same. At once where nobody works; in parts, each after what people wait for, where somebody does.
 */
export async function applyInParts(
  db: StationDatabase,
  page: {
    readonly changes: readonly Change[];
    readonly cursor: string;
    readonly more: boolean;
    readonly isLong: boolean;
  },
  now: () => number,
): Promise<readonly string[]> {
  const { changes, cursor, more, isLong } = page;
  const answered: string[] = [];
  for (let from = 0; ; ) {
    await nobodyWaits(db);
    const many = isSomebodyAtWork(db) ? whileSomebodyWorks : changes.length;
    const part = changes.slice(from, from + many);
    from += part.length;
    const isLast = from >= changes.length;
    const told = {
      changes: part,
      isMoreToCome: more || !isLast,
      isLong,
      ...(isLast && { cursor }),
    };
    answered.push(...(await applyChanges(db, told, now())));
    if (isLast) return answered;
  }
}
