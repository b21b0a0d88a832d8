import { useLiveQuery } from 'dexie-react-hooks';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import { sourcesOfCases } from '../cases/caseSources.ts';
import { indexed } from '../cases/identifiersOf.ts';
import { ownersUnder } from '../storage/identifierPages.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { labelOf } from './blindParcels.ts';
import { type CaseRow, caseRowsOf } from './caseRow.ts';
import type { CaseView } from './caseView.ts';
import { type Likely, likelihood, type Traits } from './likelihood.ts';
import { useNow, useStationDatabase } from './StationStorage.tsx';

export type LikelyCase = Likely & { readonly row: CaseRow };

const shown = 6;

/** Live: the announced cases that these goods may belong to, with the reasons; undefined until read. */
export function useLikelyCases(goods: CaseView | null): readonly LikelyCase[] | undefined {
  const db = useStationDatabase();
  const now = useNow();
  return useLiveQuery(
    async () => (goods ? await likelyCases(db, goods, now) : []),
    [db, goods, now],
  );
}

export async function likelyCases(
  db: StationDatabase,
  goods: CaseView,
  now: number,
): Promise<readonly LikelyCase[]> {
  const instant = new Date(now).toISOString();
  const { siteId, id, clientId } = goods.file.returnCase;
  const named = new Set<string>(
    (await ownersUnder(db, namesOf(goods))).flatMap(({ owner, caseId }) =>
      owner.startsWith('case:') ? [caseId] : [],
    ),
  );
  // Whatever is still expected: nothing of it is here, or something of it is missing.
  const open = (await db.caseRows.where('lists').equals('dock').toArray()).filter(
    (row) =>
      row.siteId === siteId &&
      row.caseId !== id &&
      row.rma !== null &&
      (named.has(row.caseId) || (clientId !== null && row.clientId === clientId)),
  );
  const sources = await sourcesOfCases(
    db,
    open.map((row) => row.caseId),
  );
  const ranked = likelihood(
    traitsOf(goods, localDateOf(instant, goods.references?.calendar.timeZone ?? 'UTC')),
    [...sources.values()].map(({ paper, orderLines, client }) => ({
      paper,
      orderLines,
      clientName: client?.name ?? '',
    })),
  ).slice(0, shown);
  const rows = await caseRowsOf(
    db,
    open.filter((row) => ranked.some((one) => one.caseId === row.caseId)),
    now,
  );
  return ranked.flatMap((one) => {
    const row = rows.find(({ caseId }) => caseId === one.caseId);
    return row ? [{ ...one, row }] : [];
  });
}

function namesOf({ file }: CaseView): readonly string[] {
  const labels = file.arrivals.flatMap((arrival) => labelOf(arrival) ?? []);
  const kinds = ['tracking', 'sscc', 'rma', 'order', 'serial', 'article'] as const;
  const names = [
    ...labels.flatMap((value) => kinds.map((kind) => ({ kind, value }))),
    ...file.unitGroups.flatMap(({ article, serials }) => [
      ...(article.gtin === null ? [] : [{ kind: 'gtin', value: article.gtin } as const]),
      ...(article.number === null ? [] : [{ kind: 'article', value: article.number } as const]),
      ...serials.map((value) => ({ kind: 'serial', value }) as const),
    ]),
  ];
  return [...new Set(names.map(indexed))];
}

function traitsOf({ file }: CaseView, today: string): Traits {
  return {
    labels: file.arrivals.flatMap((arrival) => labelOf(arrival) ?? []),
    clientId: file.returnCase.clientId,
    units: file.unitGroups.map(({ article, lot, serials, quantity }) => ({
      gtin: article.gtin,
      number: article.number,
      lot,
      serials,
      quantity,
    })),
    today,
  };
}
