import type { CaseListRow, Worklist } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { whenChanged } from '../storage/whenChanged.ts';
import { type CaseRow, caseRowsOf } from './caseRow.ts';

type Line = {
  readonly place: string;
  readonly row: CaseRow;
  /** How safe it is changes with central's answers, which do not touch its row. */
  readonly isWaiting: boolean;
};
/** The cases to be read again; all of them where nobody could name them. */
type Behind = ReadonlySet<string> | 'all';

const byPlace = new Intl.Collator('en');
const nothing: ReadonlySet<string> = new Set();

/**
 * A work list kept up with the database, nearest deadline first: of a list of thousands only the
 * cases that have changed are read again, and the others stay the same objects.
 */
export function liveWorklist(db: StationDatabase, list: Worklist, now: number) {
  return {
    hasValue: () => false,
    subscribe(next: (rows: readonly CaseRow[]) => void, failed?: (cause: unknown) => void) {
      let lines: readonly Line[] | null = null;
      let behind: Behind = 'all';
      let running = false;
      let stopped = false;
      const stop = whenChanged(db, 'caseRows', (keys) => {
        fallBehind(keys);
      });
      const stopToo = whenChanged(db, 'answeredRuns', () => {
        const waiting = lines?.filter((line) => line.isWaiting).map((line) => line.row.caseId);
        // While it is being read for the first time, nobody can say who waits.
        fallBehind(running ? null : (waiting ?? null));
      });

      function fallBehind(keys: readonly string[] | null): void {
        behind = keys === null || behind === 'all' ? 'all' : new Set([...behind, ...keys]);
        void catchUp();
      }

      async function catchUp() {
        if (running) return;
        running = true;
        try {
          while (isBehind()) await readOnce();
        } catch (cause) {
          if (!stopped && db.isOpen()) failed?.(cause);
        } finally {
          running = false;
        }
      }

      function isBehind(): boolean {
        return !stopped && (behind === 'all' || behind.size > 0);
      }

      async function readOnce() {
        const asked = behind;
        behind = nothing;
        const read = await linesOf(db, list, asked, now);
        const before = lines;
        lines = before === null || asked === 'all' ? read : withChanged(before, asked, read);
        if (!stopped && lines !== before) next(lines.map((line) => line.row));
      }

      void catchUp();
      return () => {
        stopped = true;
        stop();
        stopToo();
      };
    },
  };
}

/** Its lines among these cases, in their order. */
export async function linesOf(
  db: StationDatabase,
  list: Worklist,
  which: Behind,
  now: number,
): Promise<readonly Line[]> {
  const stored =
    which === 'all'
      ? await db.caseRows.where('lists').equals(list).toArray()
      : (await db.caseRows.bulkGet([...which])).flatMap((row) => row ?? []);
  const own = stored.filter((row) => row.lists.includes(list));
  const rows = await caseRowsOf(db, own, now);
  return rows
    .flatMap((row, index): readonly Line[] => {
      const from = own[index];
      if (!from) return [];
      return [{ place: placeOf(from), row, isWaiting: from.waiting.here.length > 0 }];
    })
    .sort((a, b) => byPlace.compare(a.place, b.place));
}

function placeOf({ dueBefore, expectedOn, rma, caseId }: CaseListRow): string {
  return `${dueBefore} ${expectedOn ?? '9999'} ${rma ?? ''} ${caseId}`;
}

/** The very same lines where none of the changed is or was among them. */
function withChanged(
  before: readonly Line[],
  changed: ReadonlySet<string>,
  read: readonly Line[],
): readonly Line[] {
  const stay = before.filter((line) => !changed.has(line.row.caseId));
  if (read.length === 0 && stay.length === before.length) return before;
  const merged: Line[] = [];
  let next = 0;
  for (const line of stay) {
    for (
      let one = read[next];
      one && byPlace.compare(one.place, line.place) < 0;
      one = read[next]
    ) {
      merged.push(one);
      next += 1;
    }
    merged.push(line);
  }
  return [...merged, ...read.slice(next)];
}
