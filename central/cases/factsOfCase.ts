import { normalForm } from '../../shared/barcodes/lookup/normalForm.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { Instant } from '../../shared/facts/time.ts';

/** Facts by what one looks for them by. */
export type FactIndex = {
  readonly byId: Map<string, Fact>;
  readonly byCase: Map<string, Fact[]>;
  /** Of these, decisions about money and between verdicts: whoever made one has no hands on the case. */
  readonly decidingByCase: Map<string, Fact[]>;
  /** Facts without a case, by their arrival. */
  readonly blindByArrival: Map<string, Fact[]>;
  readonly linksByArrival: Map<string, Fact[]>;
  readonly arrivals: Map<string, Fact[]>;
  readonly corrections: Map<string, Fact[]>;
  /** Counts by the serials they bring, in their normal form. */
  readonly bySerial: Map<string, Fact[]>;
  readonly acceptedAt: Map<string, Instant>;
};

export function emptyIndex(): FactIndex {
  return {
    byId: new Map(),
    byCase: new Map(),
    decidingByCase: new Map(),
    blindByArrival: new Map(),
    linksByArrival: new Map(),
    arrivals: new Map(),
    corrections: new Map(),
    bySerial: new Map(),
    acceptedAt: new Map(),
  };
}

export function addToIndex(index: FactIndex, fact: Fact, acceptedAt: Instant): void {
  if (index.byId.has(fact.id)) return;
  index.acceptedAt.set(fact.id, acceptedAt);
  index.byId.set(fact.id, fact);
  const arrivalId = arrivalNamedBy(fact);
  if (fact.caseId !== null) push(index.byCase, fact.caseId, fact);
  else if (arrivalId !== null) push(index.blindByArrival, arrivalId, fact);
  if (fact.kind === 'verdictDecided' || fact.kind === 'inspectionChosen')
    push(index.decidingByCase, fact.caseId, fact);
  if (fact.kind === 'arrivalLinked') push(index.linksByArrival, fact.arrivalId, fact);
  if (fact.kind === 'arrival') push(index.arrivals, fact.arrivalId, fact);
  if (fact.kind === 'correction') push(index.corrections, fact.corrects, fact);
  if (fact.kind === 'unitsCounted')
    for (const serial of new Set(fact.serials.map(normalForm))) push(index.bySerial, serial, fact);
}

/**
 * The facts of a case: those that name it, and those of a blind arrival linked to it (the arrival,
 * its door check, handling units and photos, and their corrections). The station reads the same.
 */
export function factsOfCase(index: FactIndex, caseId: string): readonly Fact[] {
  const named = index.byCase.get(caseId) ?? [];
  const linked = named.flatMap((fact) => {
    if (fact.kind !== 'arrivalLinked' || index.corrections.has(fact.id)) return [];
    const blind = index.blindByArrival.get(fact.arrivalId) ?? [];
    const corrections = blind.flatMap((f) =>
      (index.corrections.get(f.id) ?? []).filter((c) => c.caseId === null),
    );
    return [...blind, ...corrections];
  });
  return [...named, ...linked];
}

/** The case a count belongs to: its own, or that of its arrival's standing links. */
export function casesOfCount(index: FactIndex, count: Fact): readonly string[] {
  if (count.caseId !== null) return [count.caseId];
  const links = index.linksByArrival.get(arrivalNamedBy(count) ?? '') ?? [];
  return links.flatMap((link) =>
    link.caseId === null || index.corrections.has(link.id) ? [] : [link.caseId],
  );
}

/** The arrival a fact is or is about; null for none. */
export function arrivalNamedBy(fact: Fact): string | null {
  if (fact.kind === 'photoTaken')
    return fact.subject.kind === 'arrival' ? fact.subject.arrivalId : null;
  return 'arrivalId' in fact ? (fact.arrivalId ?? null) : null;
}

function push(map: Map<string, Fact[]>, key: string, fact: Fact): void {
  const list = map.get(key);
  if (list) list.push(fact);
  else map.set(key, [fact]);
}
