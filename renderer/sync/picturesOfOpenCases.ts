import { rowsUnder } from '../storage/byIndex.ts';
import { nobodyWaits } from '../storage/peopleFirst.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { whenChanged } from '../storage/whenChanged.ts';

/** Read beside the work: so many, then whoever waits for the database has it. */
const casesAtOnce = 100;

type Known = {
  /** By open case. */
  readonly pictures: Map<string, readonly string[]>;
  readonly stale: Set<string>;
  isAllStale: boolean;
};
const inMind = new WeakMap<StationDatabase, Known>();

/**
 * The pictures of every open case, the client's and the stations'. Asked again, only the cases that
 * have changed since are read: anything that happens to one gives it a new list row.
 */
export async function picturesOfOpenCases(db: StationDatabase): Promise<ReadonlySet<string>> {
  const known = inMind.get(db) ?? watching(db);
  if (known.isAllStale) {
    known.isAllStale = false;
    known.pictures.clear();
    for (const id of await db.caseRows.toCollection().primaryKeys()) known.stale.add(id);
  }
  while (known.stale.size > 0) {
    await nobodyWaits(db);
    const some = [...known.stale].slice(0, casesAtOnce);
    for (const id of some) known.stale.delete(id);
    await readAgain(db, known, some);
  }
  return new Set([...known.pictures.values()].flat());
}

function watching(db: StationDatabase): Known {
  const known: Known = { pictures: new Map(), stale: new Set(), isAllStale: true };
  inMind.set(db, known);
  whenChanged(db, 'caseRows', (keys) => {
    if (keys === null) known.isAllStale = true;
    else for (const key of keys) known.stale.add(key);
  });
  return known;
}

async function readAgain(
  db: StationDatabase,
  { pictures }: Known,
  caseIds: readonly string[],
): Promise<void> {
  const rows = await db.caseRows.bulkGet([...caseIds]);
  const open = rows.flatMap((row) => (row && row.lists.length > 0 ? [row.caseId] : []));
  for (const id of caseIds) pictures.delete(id);
  const [papers, facts] = await Promise.all([
    db.cases.bulkGet(open),
    rowsUnder(db.facts, 'caseId', open),
  ]);
  open.forEach((caseId, index) => {
    const claimed = papers[index]?.application?.evidence.flatMap((e) => e.sha256 ?? []) ?? [];
    const taken = facts.flatMap((row) =>
      row.caseId === caseId && row.fact.kind === 'photoTaken' ? [row.fact.sha256] : [],
    );
    if (claimed.length + taken.length > 0) pictures.set(caseId, [...claimed, ...taken]);
  });
}
