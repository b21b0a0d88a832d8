import type { OrderLine } from '../../../shared/facts/documents.ts';
import type { Change } from '../../../shared/sync/change.ts';

/**
 * The order lines a pull has just stored: the cases that come right behind them are read with them,
 * and nobody asks the database for what it was given a moment ago.
 */
export type RecentLines = {
  readonly get: (id: string) => OrderLine | undefined;
  /** Once they are stored. */
  readonly note: (changes: readonly Change[]) => void;
};

/** Some pages of them; what is older is asked for. */
const mostKept = 6_000;

export function recentLines(): RecentLines {
  const kept = new Map<string, OrderLine>();
  return {
    get: (id) => kept.get(id),
    note(changes) {
      for (const { collection, id, body } of changes) {
        if (collection !== 'orderLines') continue;
        kept.delete(id);
        if (body !== null) kept.set(id, body);
      }
      for (const id of kept.keys()) {
        if (kept.size <= mostKept) break;
        kept.delete(id);
      }
    },
  };
}
