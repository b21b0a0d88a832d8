import type { Person } from '../../facts/documents.ts';
import type { Fact, FactKind, FactOf, FindingFact } from '../../facts/fact.ts';
import type { Refusal } from '../../facts/refusal.ts';
import { type CaseFile, readCaseFile } from '../reading/caseFile.ts';
import { isUnderVerdict } from '../reading/underVerdict.ts';
import { isGrantedOf } from './movedUnits.ts';

/** What a correction is held against. */
export type TakingBack = {
  /** The record it takes back. */
  readonly target: Fact | null;
  /** The case it names. */
  readonly file: CaseFile | null;
  /** For a record of before anybody knew whose goods these are: the case they turned out to be in. */
  readonly owner: CaseFile | null;
  /** For an arrival: what stands of the goods in it, whatever case it names. */
  readonly goods: readonly Fact[];
};

/** Decisions are replaced or sent back, never taken back; nor is a correction, nor paper somebody has. */
const neverTakenBack: readonly FactKind[] = [
  'verdictDecided',
  'inspectionChosen',
  'acceptedAnyway',
  'correction',
  'reportMade',
];

/** Counts, holds and links would hang on nothing without their arrival, and goods without a case be on no list. */
const inUse: readonly FactKind[] = ['unitsCounted', 'held', 'arrivalLinked'];

/** What may stay behind in a case opened for goods that go elsewhere, since nothing of the goods is in it. */
const staysBehind: readonly FactKind[] = [
  'caseOpened',
  'arrivalLinked',
  'correction',
  'caseTaken',
  'caseHandedOver',
];

/**
 * What stands in the way of a correction; null: nothing. It takes back one's own record, or another's by
 * a supervisor's word, and nothing that others rest on: a verdict that stands, goods in a parcel, a
 * finding. Whose goods without papers are says whoever finds it out.
 */
export function whyNotTakenBack(
  fact: FactOf<'correction'>,
  actor: Person,
  { target, file, owner, goods }: TakingBack,
): Refusal | null {
  if (!target) return { code: 'unknownFact' };
  const about = file ?? owner;
  if (neverTakenBack.includes(target.kind) || isDecidedUpon(target, about))
    return { code: 'notCorrectable' };
  if (target.kind === 'arrivalLinked' && file && isGrantedOf(target.arrivalId, file))
    return { code: 'grantedOfArrival' };
  const isSupervisor = actor.roles.includes('supervisor');
  const isTheirs = target.personId === actor.id || saysWhose(target, file);
  if (!isTheirs && !isSupervisor) return { code: 'notYourRole', needs: ['supervisor'] };
  if (about && isUnderVerdict(target, about)) return { code: 'underVerdict' };
  if (target.kind === 'arrival' && goods.some(({ kind }) => inUse.includes(kind)))
    return { code: 'goodsInIt' };
  // Where goods go that were looked at already is a supervisor's to say.
  if (target.kind === 'arrivalLinked' && isSupervisor) return null;
  return about && isFoundOn(fact, target, about) ? { code: 'foundOnIt' } : null;
}

/** Nobody has done anything yet with goods a case was opened for, but receive, count and hold them. */
export function isNothingBegun({ returnCase, facts, corrected }: CaseFile): boolean {
  return (
    returnCase.lines.length === 0 &&
    facts.some(({ kind }) => kind === 'caseOpened') &&
    facts.every(
      ({ id, caseId, kind }) => caseId === null || corrected.has(id) || staysBehind.includes(kind),
    )
  );
}

function saysWhose({ kind }: Fact, file: CaseFile | null): boolean {
  return (
    (kind === 'caseOpened' || kind === 'arrivalLinked') && file !== null && isNothingBegun(file)
  );
}

/** A verdict somebody has decided about stays what they decided about. */
function isDecidedUpon(target: Fact, file: CaseFile | null): boolean {
  return (
    target.kind === 'inspectionFinished' &&
    file !== null &&
    file.facts.some((f) => f.kind === 'verdictDecided' && f.verdictId === target.verdictId)
  );
}

/** Without it a finding would be about units that are not there, or of no inspection. */
function isFoundOn(fact: FactOf<'correction'>, target: Fact, file: CaseFile): boolean {
  switch (target.kind) {
    case 'inspectionStarted':
      return file.layers.some(
        ({ inspectionId, findings }) => inspectionId === target.inspectionId && findings.length > 0,
      );
    case 'unitsCounted':
    case 'arrivalLinked': {
      const left = readCaseFile(file.returnCase, [...staying(file.facts, target), fact]);
      return findingsOf(file).some((finding) => fits(finding, file) && !fits(finding, left));
    }
    default:
      return false;
  }
}

/** What was recorded of the goods before goes with their link. */
function staying(facts: readonly Fact[], target: FactOf<'unitsCounted' | 'arrivalLinked'>) {
  if (target.kind === 'unitsCounted') return facts;
  return facts.filter(
    (f) => f.caseId !== null || !('arrivalId' in f && f.arrivalId === target.arrivalId),
  );
}

function findingsOf({ layers }: CaseFile): readonly FindingFact[] {
  return layers.flatMap(({ findings }) => findings);
}

function fits(finding: FindingFact, { unitGroups }: CaseFile): boolean {
  const group = unitGroups.find(({ unitGroupId }) => unitGroupId === finding.unitGroupId);
  const needed = Math.max(finding.quantity, ...(finding.units ?? []).map(({ to }) => to));
  return (
    group !== undefined &&
    needed <= group.quantity &&
    (finding.serials ?? []).every((serial) => group.serials.includes(serial))
  );
}
