import { type CaseFile, readCaseFile } from '../../shared/cases/reading/caseFile.ts';
import type { Fact, FactOf } from '../../shared/facts/fact.ts';
import { fileOf, type WorkingSet } from './workingSet.ts';

/**
 * Facts a case may hold, or goods without one, before only a supervisor's own hand or word adds more: ten
 * thousand pieces scanned one by one, each with a photo.
 */
export const mostFactsPerCase = 20_000;

/**
 * Whether a fact is held against all its case holds. What the dock records is not: of the case it asks
 * whether there is one and who decided it; nor is what the bench records, which asks about the group or
 * the finding it names (`needsNamedOnly`). So a case that grew makes neither dearer. A correction is:
 * whether it may be taken back by somebody else depends on what followed.
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
    case 'photoTaken':
    case 'finding':
    case 'photoAttached':
      return false;
    default:
      return true;
  }
}

/** Whether a fact is held against what it names in its case: a group, an inspection, a finding, a photo. */
export function needsNamedOnly(fact: Fact): fact is NamingFact {
  const isOfGroup = fact.kind === 'photoTaken' && fact.subject.kind === 'unitGroup';
  return isOfGroup || fact.kind === 'finding' || fact.kind === 'photoAttached';
}
export type NamingFact = FactOf<'photoTaken'> | FactOf<'finding'> | FactOf<'photoAttached'>;

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
  if (!needsWholeCase(fact) && !needsNamedOnly(fact)) return fileOfHands(workingSet, caseId);
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
