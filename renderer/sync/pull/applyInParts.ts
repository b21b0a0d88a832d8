import type { Change } from '../../../shared/sync/change.ts';
import { isSomebodyAtWork, nobodyWaits } from '../../storage/peopleFirst.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { watched } from '../../storage/watchdog.ts';
import { applyChanges } from './applyChanges.ts';
import { type PartSize, partSize } from './partSize.ts';
import type { RecentLines } from './recentLines.ts';

/** To wait for people is no trouble of the disk: each part is watched by itself. */
const partMs = 60_000;
/** What it learnt from one page goes for the next. */
const sizes = new WeakMap<StationDatabase, PartSize>();

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
    readonly recentLines: RecentLines;
  },
  now: () => number,
): Promise<readonly string[]> {
  const { changes, cursor, more, isLong, recentLines } = page;
  const size = sizes.get(db) ?? partSize();
  sizes.set(db, size);
  const answered: string[] = [];
  for (let from = 0; ; ) {
    await nobodyWaits(db);
    const isAmongPeople = isSomebodyAtWork(db);
    const part = changes.slice(from, from + (isAmongPeople ? size.many() : changes.length));
    from += part.length;
    const isLast = from >= changes.length;
    const told = {
      changes: part,
      isMoreToCome: more || !isLast,
      isLong,
      recentLines,
      ...(isLast && { cursor }),
    };
    const began = performance.now();
    answered.push(...(await watched(applyChanges(db, told, now()), partMs)));
    recentLines.note(part);
    if (isAmongPeople) size.took(part.length, performance.now() - began);
    if (isLast) return answered;
  }
}
