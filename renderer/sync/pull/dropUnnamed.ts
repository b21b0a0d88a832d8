import { casesTouchedBy } from '../../cases/factsOfCases.ts';
import { refreshCases } from '../../cases/refreshCases.ts';
import { documentTables } from '../../storage/documentTables.ts';
import { setStationValues } from '../../storage/meta.ts';
import { tidyIdentifierIndex } from '../../storage/packed/identifierIndex.ts';
import { keepOrderLines } from '../../storage/packed/orderLinePacks.ts';
import { listRowsIn, packedKeys, papersIn } from '../../storage/packed/packedRows.ts';
import { dropPackedRows } from '../../storage/packed/packRows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { noteExpired } from '../retention/evictCases.ts';

/**
 * The end of a full catch-up: documents and foreign facts central did not name are no longer there.
 * The station's own facts stay whatever central says; they are offered to it again. What central
 * named has its list row by now; only rows made from what goes are made anew.
 */
export async function dropUnnamed(
  db: StationDatabase,
  named: ReadonlySet<string>,
  now: number,
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const touched = new Set<string>();
    let isEachTouched = false;
    for (const { collection, table } of documentTables(db)) {
      const keys = await table.toCollection().primaryKeys();
      const gone = keys.filter((key) => !named.has(`${collection}:${key}`));
      if (gone.length === 0) continue;
      await table.bulkDelete(gone);
      isEachTouched = true;
    }
    for (const id of await dropPapers(db, named, now)) touched.add(id);
    const isLineGone = await keepOrderLines(db, (id) => named.has(`orderLines:${id}`));
    for (const caseId of await dropFacts(db, named)) touched.add(caseId);
    const cases = isEachTouched || isLineGone ? await packedKeys(listRowsIn(db)) : [...touched];
    await dropPackedRows(listRowsIn(db), cases);
    await db.casesBehind.bulkDelete([...cases]);
    await refreshCases(db, cases, new Date(now).toISOString(), 'papers');
    await tidyIdentifierIndex(db);
    await setStationValues(db, { resyncing: false });
  });
}

/** What was recorded here of them goes by the rule for cases that leave. */
async function dropPapers(
  db: StationDatabase,
  named: ReadonlySet<string>,
  now: number,
): Promise<readonly string[]> {
  const keys = await packedKeys(papersIn(db));
  const gone = keys.filter((key) => !named.has(`cases:${key}`));
  if (gone.length === 0) return [];
  await dropPackedRows(papersIn(db), gone);
  await db.identifiers.bulkDelete(gone.map((id) => `case:${id}`));
  const from = new Date(now).toISOString();
  await noteExpired(
    db,
    gone.map((caseId) => ({ caseId, from })),
    [],
  );
  return gone;
}

/** Foreign facts that were not named; the cases they showed up in. */
async function dropFacts(
  db: StationDatabase,
  named: ReadonlySet<string>,
): Promise<readonly string[]> {
  const own = new Set(await db.facts.where('envelope.sequence').above(0).primaryKeys());
  const all = await db.facts.toCollection().primaryKeys();
  const gone = all.filter((id) => !own.has(id) && !named.has(`facts:${id}`));
  if (gone.length === 0) return [];
  const rows = (await db.facts.bulkGet(gone)).flatMap((row) => row ?? []);
  const cases = await casesTouchedBy(db, rows);
  await db.facts.bulkDelete(gone);
  await db.identifiers.bulkDelete(gone.map((id) => `fact:${id}`));
  return cases;
}
