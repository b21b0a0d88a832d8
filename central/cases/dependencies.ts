import type { Fact } from '../../shared/facts/fact.ts';
import type { RefusalCode } from '../../shared/facts/refusal.ts';
import { assertNever } from '../../shared/result.ts';
import { arrivalNamedBy, factsOfCase } from './factsOfCase.ts';
import type { WorkingSet } from './workingSet.ts';

export type Dependency = {
  readonly kind:
    | 'case'
    | 'arrival'
    | 'unitGroup'
    | 'verdict'
    | 'fact'
    | 'photo'
    | 'finding'
    | 'inspection';
  readonly id: string;
};

/** What a fact depends on: what other facts or the office bring. */
export function dependenciesOf(fact: Fact): readonly Dependency[] {
  const arrivalId = fact.kind === 'arrival' || dependsOnNoCase(fact) ? null : arrivalNamedBy(fact);
  return [
    ...(fact.caseId === null || dependsOnNoCase(fact)
      ? []
      : [{ kind: 'case' as const, id: fact.caseId }]),
    ...(arrivalId === null ? [] : [{ kind: 'arrival' as const, id: arrivalId }]),
    ...ownDependencies(fact),
  ];
}

/** It opens the case it names, or brings the record that may. */
function dependsOnNoCase({ kind }: Fact): boolean {
  return kind === 'caseOpened' || kind === 'acceptedAnyway';
}

/** Ids a fact brings into the world: what names them waits for it, and falls with it. */
export function providedBy(fact: Fact): readonly string[] {
  switch (fact.kind) {
    case 'arrival':
      return [fact.id, fact.arrivalId];
    case 'caseOpened':
      return [fact.id, fact.caseId];
    case 'unitsCounted':
      return [fact.id, fact.unitGroupId];
    case 'inspectionFinished':
      return [fact.id, fact.verdictId];
    case 'photoTaken':
      return [fact.id, fact.photoId];
    case 'finding':
      return [fact.id, fact.findingId];
    case 'inspectionStarted':
      return [fact.id, fact.inspectionId];
    case 'arrivalLinked':
      return [fact.id, ...(fact.units ?? []).map((unit) => unit.unitGroupId)];
    default:
      return [fact.id];
  }
}

/** What the fact names and central does not know. */
export function missingDependencies(workingSet: WorkingSet, fact: Fact): readonly Dependency[] {
  return dependenciesOf(fact).filter((named) => !knows(workingSet, fact, named));
}

export const unknownCodes = {
  case: 'unknownCase',
  arrival: 'unknownArrival',
  unitGroup: 'unknownUnitGroup',
  verdict: 'unknownVerdict',
  fact: 'unknownFact',
  photo: 'unknownPhoto',
  finding: 'unknownFact',
  inspection: 'inspectionNotStarted',
} as const satisfies Record<Dependency['kind'], RefusalCode>;

function ownDependencies(fact: Fact): readonly Dependency[] {
  switch (fact.kind) {
    case 'photoTaken':
      return fact.subject.kind === 'unitGroup'
        ? [{ kind: 'unitGroup', id: fact.subject.unitGroupId }]
        : [];
    case 'finding':
      return [
        { kind: 'unitGroup', id: fact.unitGroupId },
        ...(fact.inspectionId === undefined
          ? []
          : [{ kind: 'inspection' as const, id: fact.inspectionId }]),
      ];
    case 'photoAttached':
      return [
        { kind: 'photo', id: fact.photoId },
        { kind: 'finding', id: fact.findingId },
      ];
    case 'photoAnnotated':
      return [{ kind: 'photo', id: fact.photoId }];
    case 'inspectionFinished':
      return fact.basis.map((id) => ({ kind: 'fact', id }));
    case 'verdictDecided':
      return [{ kind: 'verdict', id: fact.verdictId }];
    case 'released':
      return [{ kind: 'fact', id: fact.heldFactId }];
    case 'correction':
      return [{ kind: 'fact', id: fact.corrects }];
    case 'inspectionChosen':
      return [{ kind: 'verdict', id: fact.verdictId }];
    case 'acceptedAnyway':
    case 'reportMade':
    case 'arrival':
    case 'doorChecked':
    case 'arrivalLinked':
    case 'caseOpened':
    case 'handlingUnit':
    case 'unitsCounted':
    case 'held':
    case 'missingNoted':
    case 'parcelDone':
    case 'inspectionStarted':
    case 'caseTaken':
    case 'caseHandedOver':
      return [];
    default:
      return assertNever(fact);
  }
}

/** Counted for the case, or for goods linked to it since. */
function bringsGroup(facts: readonly Fact[], unitGroupId: string): boolean {
  return facts.some(
    (f) =>
      (f.kind === 'unitsCounted' && f.unitGroupId === unitGroupId) ||
      (f.kind === 'arrivalLinked' && f.units?.some((unit) => unit.unitGroupId === unitGroupId)),
  );
}

function knows(workingSet: WorkingSet, fact: Fact, { kind, id }: Dependency): boolean {
  const ofCase = fact.caseId === null ? [] : (workingSet.facts.byCase.get(fact.caseId) ?? []);
  switch (kind) {
    case 'case':
      return workingSet.cases.has(id);
    case 'arrival':
      return workingSet.facts.arrivals.has(id);
    case 'unitGroup':
      return fact.caseId !== null && bringsGroup(factsOfCase(workingSet.facts, fact.caseId), id);
    case 'verdict':
      return ofCase.some((f) => f.kind === 'inspectionFinished' && f.verdictId === id);
    case 'fact':
      return workingSet.facts.byId.has(id);
    case 'photo':
      // It may have been taken of an arrival before anybody knew whose it is.
      return [...workingSet.facts.byId.values()].some(
        (f) => f.kind === 'photoTaken' && f.photoId === id,
      );
    case 'finding':
      return ofCase.some((f) => f.kind === 'finding' && f.findingId === id);
    case 'inspection':
      return ofCase.some((f) => f.kind === 'inspectionStarted' && f.inspectionId === id);
    default:
      return assertNever(kind);
  }
}
