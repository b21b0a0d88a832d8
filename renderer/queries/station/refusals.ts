import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { CaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { Person } from '../../../shared/facts/documents.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { loadCases } from '../../cases/loadCases.ts';
import { rowsUnder } from '../../storage/byIndex.ts';
import { listRowsIn, packedRowsBy } from '../../storage/packed/packedRows.ts';
import type { FactRow, RefusedRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** What central answered no to, with the fact and the case's number. */
export type RefusedFact = RefusedRow & {
  readonly fact: Fact;
  readonly rma: string | null;
  /** The hash it was sealed under; null for what was not sealed here. */
  readonly hash: string | null;
  readonly recordedBy: string;
  /** Somebody has accepted it all the same, and central has not answered yet. */
  readonly acceptedBy: string | null;
};

/** Newest first. */
export function useRefusals(): readonly RefusedFact[] | undefined {
  const db = useStationDatabase();
  return useLiveQuery(() => refusals(db), [db]);
}

export async function refusals(db: StationDatabase): Promise<readonly RefusedFact[]> {
  const rows = await db.refused.toArray();
  const [facts, cases] = await Promise.all([
    db.facts.bulkGet(rows.map((r) => r.id)),
    packedRowsBy(
      listRowsIn(db),
      rows.map((r) => r.caseId),
    ),
  ]);
  const accepters = await acceptersOf(
    db,
    facts.flatMap((row) => row ?? []),
  );
  const ids = [...facts.flatMap((row) => row?.fact.personId ?? []), ...accepters.values()];
  const nameOf = await namesOf(db, [...new Set(ids)]);
  return rows
    .flatMap((row, index): readonly RefusedFact[] => {
      const stored = facts[index];
      if (!stored) return [];
      const { fact, envelope } = stored;
      const accepter = accepters.get(row.id);
      return [
        {
          ...row,
          fact,
          rma: cases[index]?.rma ?? null,
          hash: envelope?.hash ?? null,
          recordedBy: nameOf(fact.personId),
          acceptedBy: accepter === undefined ? null : nameOf(accepter),
        },
      ];
    })
    .sort((a, b) => (a.refusedAt < b.refusedAt ? 1 : -1));
}

/** By refused record, who has accepted it all the same without an answer yet. */
async function acceptersOf(
  db: StationDatabase,
  refused: readonly FactRow[],
): Promise<ReadonlyMap<string, string>> {
  const named = (key: 'caseId' | 'arrivalId') => [
    ...new Set(refused.flatMap((row) => row[key] ?? []).filter((id) => id !== '')),
  ];
  const around = [
    ...(await rowsUnder(db.facts, 'caseId', named('caseId'))),
    ...(await rowsUnder(db.facts, 'arrivalId', named('arrivalId'))),
  ];
  return new Map(
    around.flatMap(({ fact, acceptance }) =>
      fact.kind === 'acceptedAnyway' && acceptance !== 'refused'
        ? [[fact.accepts, fact.personId]]
        : [],
    ),
  );
}

/** The cases of refused decisions, read together: what stands there instead. */
export function useCasesOfRefused(
  refused: readonly RefusedFact[] | undefined,
): ReadonlyMap<string, CaseFile> | undefined {
  const db = useStationDatabase();
  const ids = (refused ?? []).flatMap(({ kind, caseId }) =>
    kind === 'verdictDecided' && caseId !== '' ? [caseId] : [],
  );
  const key = [...new Set(ids)].sort().join(' ');
  return useLiveQuery(async () => {
    const loaded = await loadCases(db, key === '' ? [] : key.split(' '), aDay);
    return new Map([...loaded].map(([id, { file }]) => [id, file]));
  }, [db, key]);
}

/** Nothing of what is read of them depends on the day. */
const aDay = '2026-01-01';

/** Ids of handed-in records that count by now, as the feed has told. */
export function useAcceptedSince(ids: readonly string[]): ReadonlySet<string> {
  const db = useStationDatabase();
  const key = ids.join(' ');
  const found = useLiveQuery(async () => {
    const rows = await db.facts.bulkGet(key === '' ? [] : key.split(' '));
    return new Set<string>(rows.flatMap((row) => (row?.acceptance === 'accepted' ? [row.id] : [])));
  }, [db, key]);
  return found ?? new Set();
}

/** A person's name, or the bare id of one nobody here knows. */
async function namesOf(
  db: StationDatabase,
  ids: readonly string[],
): Promise<(id: string) => string> {
  return nameIn(await db.people.bulkGet([...ids]));
}

/** Names of everybody known here; the bare id of anybody else. */
export function useNames(): (id: string) => string {
  const db = useStationDatabase();
  const people = useLiveQuery(() => db.people.toArray(), [db]);
  // The very same until somebody's name has changed: rows are drawn by it.
  return useMemo(() => nameIn(people ?? []), [people]);
}

function nameIn(people: readonly (Person | undefined)[]): (id: string) => string {
  const names = new Map<string, string>(
    people.flatMap((person) => (person ? [[person.id, person.name]] : [])),
  );
  return (id) => names.get(id) ?? id;
}
