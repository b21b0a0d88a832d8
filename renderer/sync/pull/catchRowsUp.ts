import { refreshCases } from '../../cases/refreshCases.ts';
import { givingWay } from '../../storage/givingWay.ts';
import { setStationValues, stationValues } from '../../storage/meta.ts';
import { orderLinesBy } from '../../storage/packed/orderLinePacks.ts';
import { listRowsIn, papersIn, readInSlices } from '../../storage/packed/packedRows.ts';
import { tidyPages } from '../../storage/packed/packRows.ts';
import { isQuiet, nobodyWaits, untilSomebodyActs } from '../../storage/peopleFirst.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';
import { partSize } from './partSize.ts';

const casesAtOnce = 100;

type Waiting = {
  readonly caseId: string;
  readonly rma: string;
  /** Order lines it was made without. */
  readonly lines: readonly string[];
  /** Facts have come since. */
  readonly isBehind: boolean;
};

/**
 * List rows that were made before their order lines or facts came, made anew once the feed has been
 * read to its end: page by page each would be made as often as it has lines and facts.
 */
export async function catchRowsUp(
  { db, now }: Pick<SyncDeps, 'db' | 'now'>,
  isFirst = false,
): Promise<void> {
  if ((await stationValues(db)).linesBehind !== true) return;
  const waiting = await waitingRows(db);
  const size = partSize();
  for (let from = 0; from < waiting.length; ) {
    await nobodyWaits(db);
    const isAlone = isQuiet(db);
    const some = waiting.slice(from, from + (isAlone ? casesAtOnce : size.many()));
    const began = performance.now();
    const at = new Date(now()).toISOString();
    const make = async () => {
      const isShowing = await showing(db, some);
      const papers = some.filter(isShowing);
      const facts = some.filter((row) => row.isBehind && !isShowing(row));
      if (papers.length > 0) await refreshCases(db, papers.map(idOf), at, 'papers');
      if (facts.length > 0) await refreshCases(db, facts.map(idOf), at, 'facts');
    };
    const makeAll = (giveWay?: AbortSignal) => givingWay(db, giveWay, make);
    const made = isAlone ? await untilSomebodyActs(db, makeAll) : { done: await makeAll() };
    if (!made) continue;
    from += some.length;
    if (!isAlone) size.took(some.length, performance.now() - began);
  }
  await db.transaction('rw', db.meta, db.casesBehind, async () => {
    await setStationValues(db, { linesBehind: false });
    // Of cases nobody here knows.
    await db.casesBehind.clear();
  });
  // After a first pull somebody waits; whatever is evicted later tidies them.
  if (isFirst || waiting.length < casesAtOnce) return;
  await tidyPages(listRowsIn(db), () => nobodyWaits(db));
  await tidyPages(papersIn(db), () => nobodyWaits(db));
}

/** In the order of their numbers, which is about that of the feed: their order lines lie together. */
async function waitingRows(db: StationDatabase): Promise<readonly Waiting[]> {
  const behind = new Set(await db.casesBehind.toCollection().primaryKeys());
  const waiting: Waiting[] = [];
  await readInSlices(listRowsIn(db), (rows) => {
    for (const { caseId, rma, documents } of rows) {
      const isBehind = behind.has(caseId);
      if (!isBehind && documents.length === 0) continue;
      waiting.push({ caseId, rma: rma ?? '', lines: documents.flatMap(lineNamed), isBehind });
    }
  });
  return waiting.sort((a, b) => (a.rma < b.rma ? -1 : a.rma > b.rma ? 1 : 0));
}

/** Which of these rows show an order line that is here by now. */
async function showing(
  db: StationDatabase,
  rows: readonly Waiting[],
): Promise<(row: Waiting) => boolean> {
  const named = rows.flatMap((row) => row.lines);
  // Nothing is awaited that asks the database nothing: the transaction would end behind it.
  const lines = named.length === 0 ? [] : await orderLinesBy(db, named);
  const here = new Set<string>(lines.flatMap((line) => line?.id ?? []));
  return ({ lines: waited }) => waited.some((id) => here.has(id));
}

const prefix = 'orderLines:';

function lineNamed(name: string): readonly string[] {
  return name.startsWith(prefix) ? [name.slice(prefix.length)] : [];
}

function idOf({ caseId }: Waiting): string {
  return caseId;
}
