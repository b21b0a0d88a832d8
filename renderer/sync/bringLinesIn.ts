import { refreshCases } from '../cases/refreshCases.ts';
import { setStationValues, stationValues } from '../storage/meta.ts';
import { orderLinesBy } from '../storage/orderLinePacks.ts';
import { isSomebodyAtWork, nobodyWaits } from '../storage/peopleFirst.ts';
import type { SyncParts } from './syncParts.ts';

const casesAtOnce = 500;
const whileSomebodyWorks = 25;

/**
 * List rows that were made before their order lines came, made anew once the feed has been read to
 * its end: page by page each would be made as often as it has lines.
 */
export async function bringLinesIn({ db, now }: Pick<SyncParts, 'db' | 'now'>): Promise<void> {
  if ((await stationValues(db)).linesBehind !== true) return;
  const waiting = [...new Set(await db.caseRows.where('documents').above('').primaryKeys())];
  for (let from = 0; from < waiting.length; ) {
    await nobodyWaits(db);
    const many = isSomebodyAtWork(db) ? whileSomebodyWorks : casesAtOnce;
    const some = waiting.slice(from, from + many);
    from += some.length;
    await db.transaction('rw', db.tables, async () => {
      const rows = (await db.caseRows.bulkGet(some)).flatMap((row) => row ?? []);
      const awaited = rows.flatMap((row) => row.documents.map(idIn));
      const lines = await orderLinesBy(db, awaited);
      const here = new Set<string>(lines.flatMap((line) => line?.id ?? []));
      const ready = rows.filter((row) => row.documents.some((name) => here.has(idIn(name))));
      await refreshCases(
        db,
        ready.map((row) => row.caseId),
        new Date(now()).toISOString(),
        'papers',
      );
    });
  }
  await setStationValues(db, { linesBehind: false });
}

function idIn(name: string): string {
  return name.slice('orderLines:'.length);
}
