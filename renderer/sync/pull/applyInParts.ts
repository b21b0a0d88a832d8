import type { Change } from '../../../shared/sync/change.ts';
import { isQuiet, nobodyWaits, untilSomebodyActs } from '../../storage/peopleFirst.ts';
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
 * same. At once while nobody does anything, giving way to whatever they begin; in parts, each after
 * what people wait for, while they work.
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
    const isAlone = isQuiet(db);
    const part = changes.slice(from, from + (isAlone ? changes.length : size.many()));
    const isLast = from + part.length >= changes.length;
    const told = {
      changes: part,
      isMoreToCome: more || !isLast,
      isLong,
      recentLines,
      ...(isLast && { cursor }),
    };
    const apply = (giveWay?: AbortSignal) =>
      watched(applyChanges(db, told, now(), giveWay), partMs);
    const began = performance.now();
    const applied = isAlone ? await untilSomebodyActs(db, apply) : { done: await apply() };
    if (!applied) continue;
    from += part.length;
    answered.push(...applied.done);
    recentLines.note(part);
    if (!isAlone) size.took(part.length, performance.now() - began);
    if (isLast) return answered;
  }
}
