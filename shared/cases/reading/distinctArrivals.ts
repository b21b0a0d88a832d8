import { normalForm } from '../../barcodes/lookup/normalForm.ts';
import { type AcceptedAt, plausibleArrival } from '../../deadlines/inspectionClock.ts';
import type { ArrivalFact } from '../../facts/fact.ts';

/**
 * Goods seen twice (two docks, two stations offline) are one arrival: the earliest plausible sighting
 * of each box.
 */
export function distinctArrivals(
  arrivals: readonly ArrivalFact[],
  acceptedAt: AcceptedAt = new Map(),
): readonly ArrivalFact[] {
  const at = new Map(
    arrivals.map((a) => [a.id, Date.parse(plausibleArrival(a, acceptedAt).instant)]),
  );
  const between = (a: ArrivalFact, b: ArrivalFact) => (at.get(a.id) ?? 0) - (at.get(b.id) ?? 0);
  const earliestFirst = [...arrivals].sort((a, b) => between(a, b) || (a.id < b.id ? -1 : 1));
  return earliestFirst.filter(
    (arrival, index) => !earliestFirst.slice(0, index).some((earlier) => sameBox(earlier, arrival)),
  );
}

/** The same box: same SSCC, or same tracking number on the same site-local day. */
export function sameBox(a: ArrivalFact, b: ArrivalFact): boolean {
  if (a.arrivalId === b.arrivalId) return true;
  if (a.siteId !== b.siteId) return false;
  if (a.sscc !== null && a.sscc === b.sscc) return true;
  return a.at.localDate === b.at.localDate && isSameNumber(a, b);
}

/** However it was written; what is too long for the record is compared as it was scanned. */
function isSameNumber(a: ArrivalFact, b: ArrivalFact): boolean {
  if (a.trackingNumber === null || b.trackingNumber === null) return false;
  if (normalForm(a.trackingNumber) !== normalForm(b.trackingNumber)) return false;
  return a.trackingNumber.length < 40 || a.raw === null || b.raw === null || a.raw === b.raw;
}
