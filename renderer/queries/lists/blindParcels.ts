import { useLiveQuery } from 'dexie-react-hooks';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import { nameOfArticle } from '../../../shared/facts/articles.ts';
import type { ArrivalFact, HeldFact } from '../../../shared/facts/fact.ts';
import { sumQuantities } from '../../../shared/facts/quantity.ts';
import type { FactId } from '../../../shared/ids.ts';
import { type BlindGoods, blindGoods, blindGoodsOf, readBlind } from '../../cases/blindFile.ts';
import { type ClockStanding, standingOfCase } from '../../cases/deadlineOfCase.ts';
import { withAcks } from '../../storage/ackRanges.ts';
import type { Acceptance } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import type { CaseView } from '../oneCase/caseView.ts';
import { useNow, useStationDatabase } from '../StationStorage.tsx';

/** Goods nobody announced, on the list from the second they were kept. */
export type BlindParcel = Omit<ClockStanding, 'corrected'> & {
  readonly arrival: ArrivalFact;
  /** What is printed on them; null where nothing could be read. */
  readonly label: string | null;
  readonly receivedBy: string;
  readonly units: number;
  readonly articles: readonly string[];
  readonly holds: readonly HeldFact[];
  readonly saved: Acceptance;
};

/** Live, oldest first; undefined until read. */
export function useBlindParcels(): readonly BlindParcel[] | undefined {
  const db = useStationDatabase();
  const now = useNow();
  return useLiveQuery(() => blindParcels(db, now), [db, now]);
}

export async function blindParcels(
  db: StationDatabase,
  now: number,
): Promise<readonly BlindParcel[]> {
  const goods = await blindGoods(db);
  if (goods.length === 0) return [];
  const known = await knownBy(db);
  const people = await db.people.bulkGet(goods.map((one) => one.arrival.personId));
  const instant = new Date(now).toISOString();
  return await Promise.all(
    goods.map(async (one, index): Promise<BlindParcel> => {
      const loaded = readBlind(one, known, localDateOf(instant, 'UTC'));
      const { arrival } = one;
      const [own] = await withAcks(
        db,
        one.rows.filter((row) => row.id === arrival.id),
      );
      return {
        arrival,
        label: labelOf(arrival),
        receivedBy: people[index]?.name ?? arrival.personId,
        units: sumQuantities(loaded.file.unitGroups.map((group) => group.quantity)),
        articles: [...new Set(loaded.file.unitGroups.map(nameOfArticle))],
        holds: loaded.file.holds,
        ...standingOfCase(loaded, instant),
        saved: own?.acceptance ?? 'here',
      };
    }),
  );
}

/** Live; undefined until read, null when they belong to a case or are not here. */
export function useBlindParcel(arrivalId: string | null): CaseView | null | undefined {
  const db = useStationDatabase();
  const now = useNow();
  return useLiveQuery(
    async () => (arrivalId === null ? null : await blindParcel(db, arrivalId, now)),
    [db, arrivalId, now],
  );
}

export async function blindParcel(
  db: StationDatabase,
  arrivalId: string,
  now: number,
): Promise<CaseView | null> {
  const goods = await blindGoodsOf(db, arrivalId);
  return goods && (await viewOf(db, goods, now));
}

async function viewOf(db: StationDatabase, goods: BlindGoods, now: number): Promise<CaseView> {
  const instant = new Date(now).toISOString();
  const loaded = readBlind(goods, await knownBy(db), localDateOf(instant, 'UTC'));
  const ids = [...new Set(goods.rows.map((row) => row.fact.personId))];
  const people = (await db.people.bulkGet(ids)).flatMap((person) => (person ? [person] : []));
  const rows = await withAcks(db, goods.rows);
  return {
    file: loaded.file,
    references: loaded.references,
    refunds: [],
    orderLines: [],
    decision: null,
    precedents: [],
    people: new Map(people.map((person) => [person.id, person])),
    clientName: '',
    ...standingOfCase(loaded, instant),
    acceptance: new Map<FactId, Acceptance>(rows.map((row) => [row.id, row.acceptance])),
  };
}

export function labelOf(arrival: ArrivalFact): string | null {
  return arrival.trackingNumber ?? arrival.sscc ?? arrival.raw;
}

async function knownBy(db: StationDatabase) {
  const [policies, calendars] = await Promise.all([
    db.policyVersions.toArray(),
    db.calendars.toArray(),
  ]);
  return { policies, calendars };
}
