import { type CaseFile, coversAll, distinctArrivals, sameBox } from './caseFile.ts';
import type { Grant } from './documents.ts';
import type { ArrivalFact } from './fact.ts';

type Clocked = Pick<CaseFile, 'arrivals' | 'acceptedAt' | 'inspections' | 'unitGroups' | 'grants'>;

/**
 * The arrivals III-INSPECT runs for: seven working days are promised of each parcel's goods, so those
 * that central has decided finally count no more. Once all are decided, those the last decision was about.
 */
export function arrivalsOnClock(file: Clocked): readonly ArrivalFact[] {
  const boxes = distinctArrivals(file.arrivals, file.acceptedAt);
  const open = boxes.filter((box) => !isDecided(box, file, file.grants));
  if (open.length > 0) return open;
  const before = file.grants.slice(0, -1);
  return boxes.filter((box) => !isDecided(box, file, before));
}

/** A final decision has seen it, and every unit counted in it is decided. */
function isDecided(box: ArrivalFact, file: Clocked, grants: readonly Grant[]): boolean {
  const sightings = file.arrivals.filter((other) => sameBox(other, box));
  const isSeen = file.inspections.some(
    ({ verdictId, basis }) =>
      grants.some((grant) => grant.verdictId === verdictId) &&
      sightings.some(({ id }) => basis.includes(id)),
  );
  if (!isSeen) return false;
  const unitGroups = file.unitGroups.filter((group) =>
    sightings.some(({ arrivalId }) => arrivalId === group.arrivalId),
  );
  return coversAll(
    { unitGroups },
    grants.flatMap(({ portions }) => portions),
  );
}
