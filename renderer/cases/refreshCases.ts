import type { Instant } from '../../shared/facts/time.ts';
import { setStationValues, stationValues } from '../storage/meta.ts';
import { putCaseIdentifiers } from '../storage/packed/identifierIndex.ts';
import { putInBulk } from '../storage/putInBulk.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { projectionOf } from './caseCache.ts';
import { type Prefetched, sourcesOfCases } from './caseSources.ts';
import { identifierRowOfCase } from './identifiersOf.ts';
import { factsBehind } from './projectCase.ts';

/** Between two handfuls whoever waits for the thread has it. */
const rowsAtOnce = 16;

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
  for (let from = 0; from < sources.length; from += rowsAtOnce)
    await putInBulk(
      db.caseRows,
      sources
        .slice(from, from + rowsAtOnce)
        .map((one) => ({ ...projectionOf(one, now), revision })),
    );
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
  const already = new Set(await db.caseRows.where('documents').equals(factsBehind).primaryKeys());
  const fresh = caseIds.filter((id) => !already.has(id));
  if (fresh.length === 0) return;
  const rows = (await db.caseRows.bulkGet(fresh)).flatMap((row) => row ?? []);
  const revision = await nextRevision(db);
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await putInBulk(
      db.caseRows,
      rows.slice(from, from + rowsAtOnce).map((row) => ({
        ...row,
        revision,
        documents: [...row.documents, factsBehind],
      })),
    );
}

/** Within a transaction. */
export async function nextRevision(db: StationDatabase): Promise<number> {
  const revision = ((await stationValues(db)).revision ?? 0) + 1;
  await setStationValues(db, { revision });
  return revision;
}
