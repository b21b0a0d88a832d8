import { listRowsIn, packedRowsBy, readInSlices } from '../../storage/packed/packedRows.ts';
import { nobodyWaits } from '../../storage/peopleFirst.ts';
import type { CaseListRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { whenChanged } from '../../storage/whenChanged.ts';

/** Read beside the work: so many, then whoever waits for the database has it. */
const casesAtOnce = 200;

/** Of each picture, in how many open cases it is. */
export type OpenPictures = ReadonlyMap<string, number>;

type Known = {
  /** By open case. */
  readonly pictures: Map<string, readonly string[]>;
  /** By picture, in how many open cases. */
  readonly cases: Map<string, number>;
  readonly stale: Set<string>;
  isAllStale: boolean;
};
const cache = new WeakMap<StationDatabase, Known>();

/**
 * The pictures of every open case, the client's and the stations', as its list row names them. Asked
 * again, only the rows that have changed since are read; the answer follows them.
 */
export async function picturesOfOpenCases(db: StationDatabase): Promise<OpenPictures> {
  const known = cache.get(db) ?? watching(db);
  if (known.isAllStale) await readAll(db, known);
  while (known.stale.size > 0) {
    await nobodyWaits(db);
    const some = [...known.stale].slice(0, casesAtOnce);
    for (const id of some) known.stale.delete(id);
    const rows = await packedRowsBy(listRowsIn(db), some);
    for (const id of some) forget(known, id);
    note(known, rows);
  }
  return known.cases;
}

function watching(db: StationDatabase): Known {
  const known: Known = {
    pictures: new Map(),
    cases: new Map(),
    stale: new Set(),
    isAllStale: true,
  };
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
  known.cases.clear();
  await readInSlices(listRowsIn(db), async (rows) => {
    note(known, rows);
    await nobodyWaits(db);
  });
}

function note(known: Known, rows: readonly (CaseListRow | undefined)[]): void {
  for (const row of rows) {
    if (!row || row.pictures.length === 0) continue;
    forget(known, row.caseId);
    known.pictures.set(row.caseId, row.pictures);
    for (const sha256 of row.pictures) known.cases.set(sha256, (known.cases.get(sha256) ?? 0) + 1);
  }
}

function forget({ pictures, cases }: Known, caseId: string): void {
  for (const sha256 of pictures.get(caseId) ?? []) {
    const left = (cases.get(sha256) ?? 0) - 1;
    if (left > 0) cases.set(sha256, left);
    else cases.delete(sha256);
  }
  pictures.delete(caseId);
}
