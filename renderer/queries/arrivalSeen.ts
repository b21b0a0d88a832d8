import type { CaseId } from '../../shared/ids.ts';
import type { ArrivalFact } from '../../shared/returns/fact.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

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
  const about = (await db.facts.where('arrivalId').equals(arrivalId).toArray()).map((r) => r.fact);
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
