import type { ArrivalFact } from '../../facts/fact.ts';
import { type CaseFile } from './caseFile.ts';
import { distinctArrivals, sameBox } from './distinctArrivals.ts';

/** Of several parcels those nothing was counted in: the verdict would be about the others alone. */
export function uncountedParcels({
  arrivals,
  acceptedAt,
  facts,
  corrected,
}: CaseFile): readonly ArrivalFact[] {
  const boxes = distinctArrivals(arrivals, acceptedAt);
  if (boxes.length < 2) return [];
  const counted = new Set(
    facts.flatMap((f) => (f.kind === 'unitsCounted' && !corrected.has(f.id) ? [f.arrivalId] : [])),
  );
  return boxes.filter(
    (box) => !arrivals.some((other) => sameBox(other, box) && counted.has(other.arrivalId)),
  );
}

/** What a person finds a parcel by. */
export function labelOf({ trackingNumber, sscc, raw }: ArrivalFact): string {
  return trackingNumber ?? sscc ?? raw ?? '–';
}
