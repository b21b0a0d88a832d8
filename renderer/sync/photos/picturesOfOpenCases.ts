import { nobodyWaits } from '../../storage/peopleFirst.ts';
import type { CaseListRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { whenChanged } from '../../storage/whenChanged.ts';

/** Read beside the work: so many, then whoever waits for the database has it. */
const casesAtOnce = 200;

type Known = {
  /** By open case. */
  readonly pictures: Map<string, readonly string[]>;
  readonly stale: Set<string>;
  isAllStale: boolean;
};
const cache = new WeakMap<StationDatabase, Known>();

/**
 * The pictures of every open case, the client's and the stations', as its list row names them. Asked
 * again, only the rows that have changed since are read.
 */
export async function picturesOfOpenCases(db: StationDatabase): Promise<ReadonlySet<string>> {
  const known = cache.get(db) ?? watching(db);
  if (known.isAllStale) await readAll(db, known);
  while (known.stale.size > 0) {
    await nobodyWaits(db);
    const some = [...known.stale].slice(0, casesAtOnce);
    for (const id of some) {
      known.stale.delete(id);
      known.pictures.delete(id);
    }
    note(known, await db.caseRows.bulkGet(some));
  }
  return new Set([...known.pictures.values()].flat());
}

function watching(db: StationDatabase): Known {
  const known: Known = { pictures: new Map(), stale: new Set(), isAllStale: true };
  cache.set(db, known);
  whenChanged(db, 'caseRows', (keys) => {
    if (keys === null) known.isAllStale = true;
    else for (const key of keys) known.stale.add(key);
  });
  return known;
}

/** Not in one transaction: what changes meanwhile is told of, and read again after. */
async function readAll(db: StationDatabase, known: Known): Promise<void> {
  known.isAllStale = false;
  known.pictures.clear();
  for (let last: string | undefined = ''; last !== undefined; ) {
    await nobodyWaits(db);
    const rows: CaseListRow[] = await db.caseRows
      .where(':id')
      .above(last)
      .limit(casesAtOnce)
      .toArray();
    note(known, rows);
    last = rows.at(-1)?.caseId;
  }
}

function note({ pictures }: Known, rows: readonly (CaseListRow | undefined)[]): void {
  for (const row of rows)
    if (row && row.pictures.length > 0) pictures.set(row.caseId, row.pictures);
}
