import { type CaseFile, readCaseFile } from '../../shared/cases/reading/caseFile.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { assertNever } from '../../shared/result.ts';
import { fileOf, type WorkingSet } from './workingSet.ts';

/**
 * Facts a case may hold, or goods without one, before only a supervisor's own hand or word adds more: ten
 * thousand pieces scanned one by one, each with a photo.
 */
export const mostFactsPerCase = 20_000;

/**
 * What of its case a fact is held against. What the dock records: whether there is one and who decided it.
 * What is found, pictured, released or taken back: what it names (`factsNamed`). Neither is dearer in a case
 * that grew. A verdict, what is decided about one and a report read all of it, and so does what says whose goods
 * are.
 */
export function needsOf(
  fact: Fact,
  takenBack: ReadonlyMap<string, Fact>,
): 'hands' | 'named' | 'whole' {
  switch (fact.kind) {
    case 'arrival':
    case 'doorChecked':
    case 'handlingUnit':
    case 'unitsCounted':
    case 'missingNoted':
    case 'parcelDone':
    case 'held':
    case 'caseOpened':
    case 'arrivalLinked':
    case 'acceptedAnyway':
    case 'caseTaken':
    case 'caseHandedOver':
      return 'hands';
    case 'photoTaken':
      return fact.subject.kind === 'unitGroup' ? 'named' : 'hands';
    case 'finding':
    case 'photoAttached':
    case 'photoAnnotated':
    case 'released':
    case 'inspectionStarted':
      return 'named';
    case 'correction': {
      const target = takenBack.get(fact.corrects)?.kind;
      return target === 'arrivalLinked' || target === 'caseOpened' ? 'whole' : 'named';
    }
    case 'reportMade':
    case 'inspectionFinished':
    case 'inspectionChosen':
    case 'verdictDecided':
      return 'whole';
    default:
      return assertNever(fact);
  }
}

/** Kinds that leave as it was what a finding or a photo is admitted by: groups, layers begun and finished, hands. */
const changesNothing: readonly Fact['kind'][] = [
  'arrival',
  'doorChecked',
  'handlingUnit',
  'missingNoted',
  'parcelDone',
  'photoTaken',
  'photoAttached',
  'photoAnnotated',
  'finding',
  'held',
  'released',
  'caseTaken',
  'caseHandedOver',
];

const cachedFiles = new WeakMap<WorkingSet, Map<string, CaseFile | null>>();

/** The file of a case as far as this fact is admitted by it; folded once for findings that follow one another. */
export function fileFor(workingSet: WorkingSet, fact: Fact): CaseFile | null {
  const { caseId } = fact;
  if (caseId === null) return null;
  if (needsOf(fact, workingSet.facts.byId) === 'hands') return fileOfHands(workingSet, caseId);
  const isOfGroups =
    fact.kind === 'photoTaken' || (fact.kind === 'finding' && fact.inspectionId === undefined);
  if (!isOfGroups) return fileOf(workingSet, caseId);
  const files = cachedFiles.get(workingSet) ?? new Map<string, CaseFile | null>();
  cachedFiles.set(workingSet, files);
  const known = files.get(caseId);
  if (known !== undefined) return known;
  const file = fileOf(workingSet, caseId);
  files.set(caseId, file);
  return file;
}

function fileOfHands(workingSet: WorkingSet, caseId: string): CaseFile | null {
  const paper = workingSet.cases.get(caseId);
  return paper ? readCaseFile(paper, workingSet.facts.decidingByCase.get(caseId) ?? []) : null;
}

/** The ledger grows by a fact: what was folded before it holds no more, and its case is larger. */
export function growBy(workingSet: WorkingSet, fact: Fact): void {
  if (!changesNothing.includes(fact.kind)) cachedFiles.delete(workingSet);
  const place = placeOf(fact);
  if (place !== null) workingSet.sizes?.set(place, sizeOf(workingSet, fact) + 1);
}

/** How many facts there are where this one goes. */
export function sizeOf(workingSet: WorkingSet, fact: Fact): number {
  return workingSet.sizes?.get(placeOf(fact) ?? '') ?? 0;
}

/** Its case; else the goods nobody knows the owner of. */
export function placeOf(fact: Fact): string | null {
  return fact.caseId ?? ('arrivalId' in fact ? (fact.arrivalId ?? null) : null);
}
