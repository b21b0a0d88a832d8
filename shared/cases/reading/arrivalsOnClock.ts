import type { Grant } from '../../facts/documents.ts';
import type { ArrivalFact, Fact, FactOf } from '../../facts/fact.ts';
import { sumQuantities, toThousandths } from '../../facts/quantity.ts';
import { joined, lengthOf, spansOf } from '../../facts/spans.ts';
import { type CaseFile } from './caseFile.ts';
import { distinctArrivals, sameBox } from './distinctArrivals.ts';

type Clocked = Pick<
  CaseFile,
  'facts' | 'corrected' | 'arrivals' | 'acceptedAt' | 'inspections' | 'unitGroups' | 'grants'
>;

/**
 * The arrivals III-INSPECT runs for: seven working days are promised of each parcel's goods, so those
 * that central has decided finally count no more. Once all are decided, those the last decision was about.
 */
export function arrivalsOnClock(file: Clocked): readonly ArrivalFact[] {
  const boxes = distinctArrivals(file.arrivals, file.acceptedAt);
  if (boxes.length < 2 || file.grants.length === 0) return boxes;
  const openAfter = (grants: readonly Grant[]) => {
    const seen = seenBy(grants, file);
    return boxes.filter((box) => !isDecided(box, file, grants, seen));
  };
  const open = openAfter(file.grants);
  return open.length > 0 ? open : openAfter(file.grants.slice(0, -1));
}

/** What the verdicts that granted something rest on. */
function seenBy(grants: readonly Grant[], { inspections }: Clocked): ReadonlySet<string> {
  const granted = inspections.filter((i) => grants.some((g) => g.verdictId === i.verdictId));
  return new Set(granted.flatMap(({ basis }) => basis));
}

/** A final decision has seen it and all that was counted in it, and every unit it saw is decided. */
function isDecided(
  box: ArrivalFact,
  file: Clocked,
  grants: readonly Grant[],
  seen: ReadonlySet<string>,
): boolean {
  const sightings = file.arrivals.filter((other) => sameBox(other, box));
  const counts = file.facts.filter(isCount).filter(({ id }) => !file.corrected.has(id));
  const own = counts.filter((count) =>
    sightings.some(({ arrivalId }) => arrivalId === count.arrivalId),
  );
  const isSeen = sightings.some(({ id }) => seen.has(id)) && own.every(({ id }) => seen.has(id));
  if (!isSeen) return false;
  const groupOf = groupsByCount(file);
  const inGroup = (unitGroupId: string) =>
    counts.filter((count) => seen.has(count.id) && groupOf(count) === unitGroupId);
  return [...new Set(own.map(groupOf))].every((unitGroupId) => {
    const group = file.unitGroups.find((one) => one.unitGroupId === unitGroupId);
    const portions = grants.flatMap((g) => g.portions).filter((p) => p.unitGroupId === unitGroupId);
    const quantity = sumQuantities(inGroup(unitGroupId).map((count) => count.quantity));
    const isWhole = portions.some(({ units }) => units === undefined);
    const decided = lengthOf(joined(portions.flatMap(({ units }) => spansOf(units ?? []))));
    // A serial scanned twice is one unit.
    const needed = Math.min(toThousandths(quantity), toThousandths(group?.quantity ?? 0));
    return isWhole || decided >= needed;
  });
}

/** Units counted before anybody knew whose they are joined the group their link names. */
function groupsByCount({ facts, corrected }: Clocked) {
  const linked = new Map(
    facts.flatMap((fact) =>
      fact.kind === 'arrivalLinked' && !corrected.has(fact.id)
        ? (fact.units ?? []).map((unit) => [unit.countId, unit.unitGroupId] as const)
        : [],
    ),
  );
  return (count: FactOf<'unitsCounted'>): string => linked.get(count.id) ?? count.unitGroupId;
}

function isCount(fact: Fact): fact is FactOf<'unitsCounted'> {
  return fact.kind === 'unitsCounted';
}
