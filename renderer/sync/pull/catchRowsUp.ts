import { factsBehind } from '../../cases/projectCase.ts';
import { refreshCases } from '../../cases/refreshCases.ts';
import { setStationValues, stationValues } from '../../storage/meta.ts';
import { orderLinesBy } from '../../storage/packed/orderLinePacks.ts';
import { isSomebodyAtWork, nobodyWaits } from '../../storage/peopleFirst.ts';
import type { CaseListRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';
import { partSize } from './partSize.ts';

const casesAtOnce = 100;

/**
 * List rows that were made before their order lines or facts came, made anew once the feed has been
 * read to its end: page by page each would be made as often as it has lines and facts.
 */
export async function catchRowsUp({ db, now }: Pick<SyncDeps, 'db' | 'now'>): Promise<void> {
  if ((await stationValues(db)).linesBehind !== true) return;
  const waiting = await waitingRows(db);
  const size = partSize();
  for (let from = 0; from < waiting.length; ) {
    await nobodyWaits(db);
    const isAmongPeople = isSomebodyAtWork(db);
    const some = waiting.slice(from, from + (isAmongPeople ? size.many() : casesAtOnce));
    from += some.length;
    const began = performance.now();
    const at = new Date(now()).toISOString();
    await db.transaction('rw', db.tables, async () => {
      const rows = (await db.caseRows.bulkGet(some)).flatMap((row) => row ?? []);
      const isShowing = await showing(db, rows);
      const [papers, facts] = [rows.filter(isShowing), rows.filter((row) => !isShowing(row))];
      await refreshCases(db, papers.map(idOf), at, 'papers');
      await refreshCases(db, facts.filter(isBehind).map(idOf), at, 'facts');
    });
    if (isAmongPeople) size.took(some.length, performance.now() - began);
  }
  await setStationValues(db, { linesBehind: false });
}

/** In the order of their numbers, which is about that of the feed: their order lines lie together. */
async function waitingRows(db: StationDatabase): Promise<readonly string[]> {
  const ids = [...new Set(await db.caseRows.where('documents').above('').primaryKeys())];
  const named: (readonly [id: string, rma: string])[] = [];
  for (let from = 0; from < ids.length; from += casesAtOnce)
    for (const row of await db.caseRows.bulkGet(ids.slice(from, from + casesAtOnce)))
      if (row) named.push([row.caseId, row.rma ?? '']);
  return named.sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([id]) => id);
}

/** Which of these rows show an order line that is here by now. */
async function showing(
  db: StationDatabase,
  rows: readonly CaseListRow[],
): Promise<(row: CaseListRow) => boolean> {
  const lines = await orderLinesBy(db, rows.flatMap(linesIn));
  const here = new Set<string>(lines.flatMap((line) => line?.id ?? []));
  return (row) => linesIn(row).some((id) => here.has(id));
}

function linesIn({ documents }: CaseListRow): readonly string[] {
  return documents.flatMap((name) => (name === factsBehind ? [] : [name.slice(prefix.length)]));
}

const prefix = 'orderLines:';

function isBehind({ documents }: CaseListRow): boolean {
  return documents.includes(factsBehind);
}

function idOf({ caseId }: CaseListRow): string {
  return caseId;
}
