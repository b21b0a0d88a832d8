import type { OrderLine } from '../../shared/facts/documents.ts';
import type { Change } from '../../shared/sync/change.ts';
import { ownersUnder } from '../storage/packed/identifierIndex.ts';
import { mayBeStored, orderLinesBy } from '../storage/packed/orderLinePacks.ts';
import { allPackedRows, listRowsIn, packedKeys, papersIn } from '../storage/packed/packedRows.ts';
import { areManyWaiting, rowsWaitingFor } from '../storage/packed/waitingRows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { indexed } from './identifiersOf.ts';

/** Cases whose list line was made from a document that changes now, asked before it is stored. */
export async function casesBuiltOn(
  db: StationDatabase,
  changes: readonly Change[],
): Promise<readonly string[]> {
  const changed = changes.flatMap((c) => (c.collection === 'orderLines' ? [c.id] : []));
  // What was granted of a line is no longer left for the other cases that return from it.
  const granted = changes.flatMap((c) =>
    c.collection === 'grants' && c.body ? c.body.orderLines : [],
  );
  const office = await casesOfOffice(db, changes);
  const lines = await mayBeStored(db, [...new Set<string>([...changed, ...granted])]);
  return [...office, ...(await casesShowing(db, await orderLinesBy(db, lines)))];
}

/** Cases whose list line shows these order lines and was made before they came. */
export async function casesAwaiting(
  db: StationDatabase,
  changes: readonly Change[],
): Promise<readonly string[]> {
  const awaited = changes.flatMap((c) =>
    c.collection === 'orderLines' ? [`orderLines:${c.id}`] : [],
  );
  return await rowsWaitingFor(listRowsIn(db), awaited);
}

/** At least so many, as far as one question tells. */
export async function areManyAwaiting(
  db: StationDatabase,
  changes: readonly Change[],
  many: number,
): Promise<boolean> {
  const names = changes
    .flatMap((c) => (c.collection === 'orderLines' ? [`orderLines:${c.id}`] : []))
    .sort();
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined || names.length < many) return false;
  return await areManyWaiting(listRowsIn(db), first, last, many);
}

/**
 * Few documents that hundreds of cases name and that hardly ever change: every row is looked at then,
 * instead of an index entry for each of them in every row.
 */
async function casesOfOffice(
  db: StationDatabase,
  changes: readonly Change[],
): Promise<readonly string[]> {
  if (changes.some((c) => c.collection === 'policyVersions'))
    return await packedKeys(listRowsIn(db));
  const clients = new Set<string>();
  const sites = new Set<string>();
  const contracts = new Set<string>();
  for (const change of changes) {
    if (change.collection === 'clients') clients.add(change.id);
    else if (change.collection === 'calendars' && change.body) sites.add(change.body.siteId);
    else if (change.collection === 'contracts' && change.body) contracts.add(change.body.id);
  }
  if (sites.size > 0)
    for (const { id, periodCalendar } of await db.contracts.toArray())
      if (sites.has(periodCalendar ?? '')) contracts.add(id);
  const rows = clients.size + sites.size > 0 ? await allPackedRows(listRowsIn(db)) : [];
  const papers = contracts.size > 0 ? await allPackedRows(papersIn(db)) : [];
  return [
    ...rows
      .filter(({ siteId, clientId }) => sites.has(siteId) || clients.has(clientId ?? ''))
      .map((row) => row.caseId),
    ...papers.filter((paper) => contracts.has(paper.contractId ?? '')).map((paper) => paper.id),
  ];
}

/** A case is found by the order numbers of all lines that its row was made from. */
async function casesShowing(
  db: StationDatabase,
  lines: readonly (OrderLine | undefined)[],
): Promise<readonly string[]> {
  const orders = lines.flatMap((line) =>
    line ? [indexed({ kind: 'order', value: line.orderNumber })] : [],
  );
  if (orders.length === 0) return [];
  const owners = await ownersUnder(db, [...new Set(orders)]);
  return owners.flatMap(({ owner, caseId }) => (owner.startsWith('case:') ? [caseId] : []));
}
