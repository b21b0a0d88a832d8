import type { Instant } from '../../shared/facts/time.ts';
import { setStationValues, stationValues } from '../storage/meta.ts';
import { putCaseIdentifiers } from '../storage/packed/identifierIndex.ts';
import { listRowsIn } from '../storage/packed/packedRows.ts';
import { putPackedRows } from '../storage/packed/packRows.ts';
import { putInBulk } from '../storage/putInBulk.ts';
import type { CaseListRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { projectionOf } from './caseCache.ts';
import { type Prefetched, sourcesOfCases } from './caseSources.ts';
import { identifierRowOfCase } from './identifiersOf.ts';

/** Between two handfuls whoever waits for the thread has it. */
const handfulMs = 8;

/**
 * Makes the list rows of these cases anew, within the transaction that changed them. `papers`: their
 * documents changed too, so what they can be found by is written anew as well.
 */
export async function refreshCases(
  db: StationDatabase,
  caseIds: readonly string[],
  now: Instant,
  changed: 'facts' | 'papers',
  prefetched: Prefetched = {},
): Promise<void> {
  if (caseIds.length === 0) return;
  const sources = [...(await sourcesOfCases(db, caseIds, prefetched)).values()];
  const revision = await nextRevision(db);
  const rows: CaseListRow[] = [];
  let began = performance.now();
  for (const one of sources) {
    if (performance.now() - began > handfulMs) {
      // A question that waits for nothing else, by Dexie's own way of waiting.
      await db.casesBehind.get('');
      began = performance.now();
    }
    rows.push({ ...projectionOf(one, now), revision });
  }
  await putPackedRows(listRowsIn(db), rows);
  if ((await db.casesBehind.limit(1).primaryKeys()).length > 0)
    await db.casesBehind.bulkDelete([...caseIds]);
  if (changed === 'papers')
    await putCaseIdentifiers(
      db,
      sources.map((one) => identifierRowOfCase(one.paper, one.orderLines)),
      revision,
    );
}

/**
 * Within a transaction, instead of making the rows of these cases anew: `catchRowsUp` does it later.
 * Whoever has read one of the cases before sees that it has changed; until its row has been made
 * nobody trusts what they read of it.
 */
export async function leaveBehind(db: StationDatabase, caseIds: readonly string[]): Promise<void> {
  await putInBulk(
    db.casesBehind,
    caseIds.map((caseId) => ({ caseId })),
  );
}

/** Within a transaction. */
export async function nextRevision(db: StationDatabase): Promise<number> {
  const revision = ((await stationValues(db)).revision ?? 0) + 1;
  await setStationValues(db, { revision });
  return revision;
}
