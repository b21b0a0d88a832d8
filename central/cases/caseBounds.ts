import { type CaseFile, readCaseFile } from '../../shared/cases/reading/caseFile.ts';
import { type Fact, type FactOf, mostFactsInBasis } from '../../shared/facts/fact.ts';
import type { Refusal } from '../../shared/facts/refusal.ts';
import { assertNever } from '../../shared/result.ts';
import type { PlaceSize } from './placeSizeRows.ts';
import { fileOf, type WorkingSet } from './workingSet.ts';

const mb = 1024 * 1024;
/**
 * What a case may hold, with the goods linked to it, or goods without one. A finished inspection names all
 * of it in one push, and whoever decides reads it whole.
 */
export const mostOfCase = {
  /** By anybody: six thousand pieces scanned one by one, each with a photo. */
  byAnybody: { facts: 12_000, bytes: 32 * mb },
  /** By a supervisor's own hand or word, and by nobody's beyond it. */
  bySupervisor: { facts: mostFactsInBasis, bytes: 40 * mb },
} as const;

/** Why a case takes no more such facts; null: it does. */
export function whyFull(
  workingSet: WorkingSet,
  fact: Fact,
  by: keyof typeof mostOfCase,
): Refusal | null {
  const most = mostOfCase[by];
  const { facts, bytes } = sizeWith(workingSet, fact);
  return facts > most.facts || bytes > most.bytes
    ? { code: 'caseFull', most: Math.min(facts - 1, most.facts) }
    : null;
}

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
  if (place !== null) workingSet.sizes?.set(place, sizeWith(workingSet, fact));
}

/** How large it is where this one goes, and with it; linked goods come with all that was recorded of them. */
function sizeWith({ sizes, facts }: WorkingSet, fact: Fact): PlaceSize {
  const own = sizes?.get(placeOf(fact) ?? '') ?? nothing;
  const isNew = fact.kind === 'arrivalLinked' && !isLinkedTo(facts, fact);
  const linked = isNew ? (sizes?.get(fact.arrivalId) ?? nothing) : nothing;
  return {
    facts: own.facts + linked.facts + 1,
    bytes: own.bytes + linked.bytes + Buffer.byteLength(JSON.stringify(fact)),
  };
}

const nothing: PlaceSize = { facts: 0, bytes: 0 };

/** Then its goods are of the case already. */
function isLinkedTo(index: WorkingSet['facts'], fact: FactOf<'arrivalLinked'>): boolean {
  const links = index.linksByArrival.get(fact.arrivalId) ?? [];
  return links.some((one) => one.caseId === fact.caseId && !index.corrections.has(one.id));
}

/** Its case; else the goods nobody knows the owner of. */
export function placeOf(fact: Fact): string | null {
  return fact.caseId ?? ('arrivalId' in fact ? (fact.arrivalId ?? null) : null);
}
