import { type CaseFile, readCaseFile } from '../../shared/cases/reading/caseFile.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { fileOf, type WorkingSet } from './workingSet.ts';

/**
 * Facts a case may hold, or goods without one, before only a supervisor's own hand or word adds more: ten
 * thousand pieces scanned one by one, each with a photo.
 */
export const mostFactsPerCase = 20_000;

/**
 * Whether a fact is held against what its case holds. What the dock records is not: of the case it asks
 * whether there is one and who decided it, so a case that grew makes it no dearer. A correction is: whether it may
 * be taken back by somebody else depends on what followed.
 */
export function needsWholeCase(fact: Fact): boolean {
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
      return false;
    case 'photoTaken':
      return fact.subject.kind === 'unitGroup';
    default:
      return true;
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
  'finding',
  'held',
  'released',
];

const cachedFiles = new WeakMap<WorkingSet, Map<string, CaseFile | null>>();

/** The file of a case as far as this fact is admitted by it; folded once for findings that follow one another. */
export function fileFor(workingSet: WorkingSet, fact: Fact): CaseFile | null {
  const { caseId } = fact;
  if (caseId === null) return null;
  if (!needsWholeCase(fact)) return fileOfHands(workingSet, caseId);
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
