import type { CaseDecision } from '../policy/decision.ts';
import { accept, assertNever, type Result, refuse } from '../result.ts';
import type { Refusal } from '../sync/refusal.ts';
import { admitDecision } from './approval.ts';
import { type CaseFile, handsOf } from './caseFile.ts';
import type { Role } from './codes.ts';
import type { Person, Refund } from './documents.ts';
import type { ArrivalFact, Fact, FactKind, FactOf } from './fact.ts';
import type { CaseReferences } from './policyInput.ts';
import type { RefundDue } from './refund.ts';

/** What the one who asks already knows, loaded beforehand. */
export type AdmissionView = {
  /** The case the fact names, before the fact; null when it names none or it is unknown. */
  readonly file: CaseFile | null;
  /** The arrival the fact names, wherever it belongs. */
  readonly arrival: ArrivalFact | null;
  /**
   * For an arrival: the same box, already here (`sameBox`). A station passes it, to tell the dock
   * who received it. Central passes null: two docks offline are both right, the file merges them.
   */
  readonly twin: ArrivalFact | null;
  /**
   * For a correction: the fact it takes back. For a link: the link standing already. For the release
   * of goods without a case: the hold.
   */
  readonly target: Fact | null;
  readonly references: CaseReferences | null;
  /** Refunds this case had before. */
  readonly refunds: readonly Refund[];
};

export type Admission = {
  /** The money this fact sets free; null for all but a final approval. */
  readonly refund: RefundDue | null;
  readonly decision: CaseDecision | null;
};

const nothingFollows: Admission = { refund: null, decision: null };

/** Who may record what. The warehouse records what is, so capture is wide and money is narrow. */
export const rolesFor: Readonly<Record<FactKind, readonly Role[]>> = {
  arrival: ['dock', 'inspector', 'supervisor'],
  doorChecked: ['dock', 'inspector', 'supervisor'],
  arrivalLinked: ['dock', 'inspector', 'supervisor'],
  caseOpened: ['dock', 'inspector', 'supervisor'],
  handlingUnit: ['dock', 'inspector', 'supervisor'],
  unitsCounted: ['dock', 'inspector'],
  photoTaken: ['dock', 'inspector', 'supervisor'],
  finding: ['inspector'],
  inspectionFinished: ['inspector'],
  verdictDecided: ['supervisor'],
  held: ['dock', 'inspector', 'supervisor'],
  released: ['inspector', 'supervisor'],
  missingNoted: ['dock', 'inspector'],
  parcelDone: ['dock', 'inspector'],
  correction: ['dock', 'inspector', 'supervisor'],
};

/**
 * The one rule by which a fact enters a case: used before saving on the station and again, with
 * central's own knowledge, before it counts. Refusals name what stands in the way.
 */
export function admitFact(
  fact: Fact,
  actor: Person,
  view: AdmissionView,
): Result<Admission, Refusal> {
  if (!actor.active) return refuse({ code: 'inactivePerson' });
  const roles = rolesFor[fact.kind];
  if (!roles.some((role) => actor.roles.includes(role)))
    return refuse({ code: 'notYourRole', needs: [...roles] });
  if (!actor.siteIds.includes(fact.siteId)) return refuse({ code: 'otherSite' });
  const hands = handsOf(fact);
  if (hands && view.file?.decisions.some((d) => d.personId === fact.personId))
    return refuse({ code: 'ownHandsOnCase', hands });

  switch (fact.kind) {
    case 'arrival':
      if (fact.caseId !== null && !view.file) return refuse({ code: 'unknownCase' });
      return view.twin
        ? refuse({
            code: 'alreadyArrived',
            arrivalId: view.twin.arrivalId,
            by: view.twin.personId,
          })
        : accept(nothingFollows);
    case 'arrivalLinked':
      return admitLink(fact, view);
    case 'caseOpened':
      return accept(nothingFollows);
    case 'doorChecked':
    case 'handlingUnit':
      return view.arrival ? accept(nothingFollows) : refuse({ code: 'unknownArrival' });
    case 'unitsCounted':
    case 'missingNoted':
    case 'parcelDone':
      if (fact.caseId !== null && !view.file) return refuse({ code: 'unknownCase' });
      return view.arrival ? accept(nothingFollows) : refuse({ code: 'unknownArrival' });
    case 'photoTaken':
      return admitPhoto(fact, view);
    case 'finding':
      return admitFinding(fact, view);
    case 'inspectionFinished':
      if (!view.file) return refuse({ code: 'unknownCase' });
      return view.file.findings.length > 0
        ? accept(nothingFollows)
        : refuse({ code: 'nothingInspected' });
    case 'verdictDecided':
      return view.file
        ? admitDecision(fact, view.file, view.references, view.refunds)
        : refuse({ code: 'unknownCase' });
    case 'held':
      if (fact.caseId !== null)
        return view.file ? accept(nothingFollows) : refuse({ code: 'unknownCase' });
      return view.arrival ? accept(nothingFollows) : refuse({ code: 'unknownArrival' });
    case 'released':
      return admitRelease(fact, actor, view);
    case 'correction':
      return admitCorrection(fact, actor, view);
    default:
      return assertNever(fact);
  }
}

function admitLink(fact: FactOf<'arrivalLinked'>, view: AdmissionView): Result<Admission, Refusal> {
  if (!view.file) return refuse({ code: 'unknownCase' });
  if (!view.arrival) return refuse({ code: 'unknownArrival' });
  const standing = view.arrival.caseId ?? view.target?.caseId ?? null;
  return standing !== null && standing !== fact.caseId
    ? refuse({ code: 'alreadyLinked', caseId: standing })
    : accept(nothingFollows);
}

/** A hazard is released by who answers for people's safety; every other hold by who works on the case. */
function admitRelease(
  fact: FactOf<'released'>,
  actor: Person,
  view: AdmissionView,
): Result<Admission, Refusal> {
  if (fact.caseId !== null && !view.file) return refuse({ code: 'unknownCase' });
  const held =
    view.file?.holds.find((h) => h.id === fact.heldFactId) ??
    (fact.caseId === null ? view.target : null);
  if (held?.kind !== 'held') return refuse({ code: 'unknownFact' });
  if (held.reason === 'hazard' && !actor.roles.includes('supervisor'))
    return refuse({ code: 'notYourRole', needs: ['supervisor'] });
  return fact.because === 'other' && fact.note.trim() === ''
    ? refuse({ code: 'reasonRequired' })
    : accept(nothingFollows);
}

function admitPhoto(fact: FactOf<'photoTaken'>, view: AdmissionView): Result<Admission, Refusal> {
  const { subject } = fact;
  if (subject.kind === 'arrival')
    return view.arrival ? accept(nothingFollows) : refuse({ code: 'unknownArrival' });
  if (!view.file) return refuse({ code: 'unknownCase' });
  if (subject.kind === 'case') return accept(nothingFollows);
  return view.file.unitGroups.some((g) => g.unitGroupId === subject.unitGroupId)
    ? accept(nothingFollows)
    : refuse({ code: 'unknownUnitGroup' });
}

function admitFinding(fact: FactOf<'finding'>, view: AdmissionView): Result<Admission, Refusal> {
  if (!view.file) return refuse({ code: 'unknownCase' });
  const group = view.file.unitGroups.find((g) => g.unitGroupId === fact.unitGroupId);
  if (!group) return refuse({ code: 'unknownUnitGroup' });
  return fact.quantity > group.quantity
    ? refuse({ code: 'moreThanCounted', counted: group.quantity, asked: fact.quantity })
    : accept(nothingFollows);
}

/** One's own record, or a supervisor's word; never a decision about money, never a correction. */
function admitCorrection(
  fact: FactOf<'correction'>,
  actor: Person,
  view: AdmissionView,
): Result<Admission, Refusal> {
  if (!view.target) return refuse({ code: 'unknownFact' });
  if (view.target.kind === 'verdictDecided' || view.target.kind === 'correction')
    return refuse({ code: 'notCorrectable' });
  if (view.target.personId !== actor.id && !actor.roles.includes('supervisor'))
    return refuse({ code: 'notYourRole', needs: ['supervisor'] });
  return accept(nothingFollows);
}
