import type { ArrivalFact } from '../../../shared/facts/fact.ts';
import type { ArrivalId, CaseId } from '../../../shared/ids.ts';
import { standingRows } from '../../cases/blindFacts.ts';
import { factsOfCases } from '../../cases/factsOfCases.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';

/** A box that is here already: who received it, and whose it turned out to be. */
export type ArrivalSeen = {
  readonly arrival: ArrivalFact;
  readonly caseId: CaseId | null;
  readonly receivedBy: string;
};

export async function arrivalSeen(
  db: StationDatabase,
  arrivalId: string,
): Promise<ArrivalSeen | null> {
  const rows = await db.facts.where('arrivalId').equals(arrivalId).toArray();
  const about = (await standingRows(db, rows)).map((r) => r.fact);
  const arrival = about.find((f) => f.kind === 'arrival');
  if (!arrival) return null;
  const link = about.find((f) => f.kind === 'arrivalLinked');
  const person = await db.people.get(arrival.personId);
  return {
    arrival,
    caseId: arrival.caseId ?? link?.caseId ?? null,
    receivedBy: person?.name ?? arrival.personId,
  };
}

/** The goods of a case that came last; null while none are here. */
export async function arrivalOfCase(
  db: StationDatabase,
  caseId: string,
): Promise<ArrivalId | null> {
  const rows = await standingRows(db, (await factsOfCases(db, [caseId])).get(caseId) ?? []);
  const arrivals = rows.flatMap(({ fact }) => (fact.kind === 'arrival' ? [fact] : []));
  arrivals.sort((a, b) => (a.at.utc < b.at.utc ? 1 : -1));
  return arrivals[0]?.arrivalId ?? null;
}
