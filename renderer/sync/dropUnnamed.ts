import { refreshCases } from '../cases/refreshCases.ts';
import { documentTables } from '../storage/documentTables.ts';
import { clearIdentifierPages } from '../storage/identifierPages.ts';
import { setStationValues } from '../storage/meta.ts';
import { keepOrderLines } from '../storage/orderLinePacks.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { noteLeaving } from './letCasesGo.ts';

/**
 * The end of a full catch-up: documents and foreign facts central did not name are no longer there.
 * The station's own facts stay whatever central says; they are offered to it again.
 */
export async function dropUnnamed(
  db: StationDatabase,
  named: ReadonlySet<string>,
  now: number,
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const { collection, table } of documentTables(db)) {
      const keys = await table.toCollection().primaryKeys();
      const gone = keys.filter((key) => !named.has(`${collection}:${key}`));
      await table.bulkDelete(gone);
      if (collection !== 'cases') continue;
      await db.identifiers.bulkDelete(gone.map((id) => `case:${id}`));
      // What was recorded here of them goes by the rule for cases that leave.
      const from = new Date(now).toISOString();
      await noteLeaving(
        db,
        gone.map((caseId) => ({ caseId, from })),
        [],
      );
    }
    await keepOrderLines(db, (id) => named.has(`orderLines:${id}`));
    const foreign = await db.facts.where('sequence').equals(0).primaryKeys();
    const gone = foreign.filter((id) => !named.has(`facts:${id}`));
    await db.facts.bulkDelete(gone);
    await db.identifiers.bulkDelete(gone.map((id) => `fact:${id}`));
    const cases = await db.caseRows.toCollection().primaryKeys();
    await db.caseRows.clear();
    await refreshCases(db, cases, new Date(now).toISOString(), 'papers');
    await clearIdentifierPages(db);
    await setStationValues(db, { resyncing: false });
  });
}
