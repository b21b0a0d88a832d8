import { useLiveQuery } from 'dexie-react-hooks';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import { indexed } from '../../cases/identifiersOf.ts';
import { ownersUnder } from '../../storage/packed/identifierIndex.ts';
import { kindIn } from '../../storage/packed/identifierKey.ts';
import { orderLinesBy } from '../../storage/packed/orderLinePacks.ts';
import { packedRowsBy, papersIn } from '../../storage/packed/packedRows.ts';
import type { CaseListRow, IdentifierRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import type { CaseView } from '../oneCase/caseView.ts';
import { useNow, useStationDatabase } from '../StationStorage.tsx';
import { labelOf } from './blindParcels.ts';
import type { Days } from './caseLines.ts';
import { type CaseRow, caseRowsOf } from './caseRow.ts';
import { expectedOf } from './expectedOf.ts';
import { type Announced, type Likely, likelihood, type Traits } from './likelihood.ts';
import { useCachedList } from './worklist.ts';

export type LikelyCase = Likely & { readonly row: CaseRow };

const shown = 6;
/** The papers of no more are read: thousands may announce the same article. */
const mostCompared = 100;

/** Live: the announced cases that these goods may belong to, with the reasons; undefined until read. */
export function useLikelyCases(goods: CaseView): readonly LikelyCase[] | undefined {
  const db = useStationDatabase();
  const now = useNow();
  const dock = useCachedList('dock')?.days;
  return useLiveQuery(
    async () => (dock ? await likelyCases(db, goods, dock, now) : undefined),
    [db, goods, dock, now],
  );
}

/** `dock`: whatever is still expected, because nothing of it is here or something of it is missing. */
export async function likelyCases(
  db: StationDatabase,
  goods: CaseView,
  dock: Days,
  now: number,
): Promise<readonly LikelyCase[]> {
  const { siteId, id, clientId } = goods.file.returnCase;
  const zone = goods.references?.calendar.timeZone ?? 'UTC';
  const today = localDateOf(new Date(now).toISOString(), zone);
  const names = namesOf(goods);
  const expected = expectedOf(dock);
  const isComparable = (row: CaseListRow) =>
    row.siteId === siteId && row.caseId !== id && row.rma !== null;
  const placed = (row: CaseListRow, named: number) =>
    `${99 - strengthWith(row, named, clientId, today)} ${row.caseId}`;
  const owners = await ownersUnder(db, names, {
    most: mostCompared,
    placeOf(caseId) {
      const row = expected.byCase(caseId);
      return row && isComparable(row) ? placed(row, 1) : null;
    },
  });
  const strength = strengthOf(names, owners);
  const named = [...strength.keys()].flatMap((caseId) => expected.byCase(caseId) ?? []);
  const clients =
    clientId === null
      ? []
      : expected.ofClient({ siteId, clientId }, today, mostCompared + strength.size);
  const compared = [...new Set([...named, ...clients])]
    .filter(isComparable)
    .map((row) => ({ row, place: placed(row, strength.get(row.caseId) ?? 0) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, mostCompared)
    .map(({ row }) => row);
  const ranked = likelihood(traitsOf(goods, today), await announced(db, compared)).slice(0, shown);
  const rows = await caseRowsOf(
    db,
    compared.filter((row) => ranked.some((one) => one.caseId === row.caseId)),
    now,
  );
  return ranked.flatMap((one) => {
    const row = rows.find(({ caseId }) => caseId === one.caseId);
    return row ? [{ ...one, row }] : [];
  });
}

/** By case: 2 where one piece or parcel has that name, 1 where an article has it. */
function strengthOf(
  names: readonly string[],
  owners: readonly IdentifierRow[],
): ReadonlyMap<string, number> {
  const own = new Set(names.filter((key) => !['gtin', 'article'].includes(kindIn(key) ?? '')));
  return new Map(
    owners.flatMap(({ owner, caseId, values }) =>
      owner.startsWith('case:')
        ? [[caseId, values.some((key) => own.has(key)) ? 2 : 1] as const]
        : [],
    ),
  );
}

/** What the list itself tells: a name goes before the client, the client before the day. */
function strengthWith(
  { clientId, expectedOn }: CaseListRow,
  named: number,
  client: string | null,
  today: LocalDate,
): number {
  const isClients = client !== null && clientId === client;
  const isDue = expectedOn !== null && expectedOn <= today;
  return named * 4 + (isClients ? 2 : 0) + (isDue ? 1 : 0);
}

async function announced(
  db: StationDatabase,
  rows: readonly CaseListRow[],
): Promise<readonly Announced[]> {
  const read = await packedRowsBy(
    papersIn(db),
    rows.map((row) => row.caseId),
  );
  const papers = read.flatMap((paper) => paper ?? []);
  const lineIds = papers.flatMap((paper) => paper.lines.flatMap((line) => line.orderLineId ?? []));
  const found = await orderLinesBy(db, [...new Set(lineIds)]);
  const lines = new Map(found.flatMap((line) => (line ? [[line.id, line] as const] : [])));
  const names = new Map(rows.map((row) => [row.caseId as string, row.clientName]));
  return papers.map((paper) => ({
    paper,
    orderLines: paper.lines.flatMap((line) =>
      line.orderLineId === null ? [] : (lines.get(line.orderLineId) ?? []),
    ),
    clientName: names.get(paper.id) ?? '',
  }));
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
