import type { Change } from '../../shared/sync/change.ts';
import { isSomebodyAtWork, nobodyWaits } from '../storage/peopleFirst.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { watched } from '../storage/watchdog.ts';
import { applyChanges } from './applyChanges.ts';

/** As many as are stored before a scan notices that it waited. */
const whileSomebodyWorks = 20;
/** To wait for people is no trouble of the disk: each part is watched by itself. */
const partMs = 60_000;

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
    answered.push(...(await watched(applyChanges(db, told, now()), partMs)));
    if (isLast) return answered;
  }
}
