import type { AcceptedAt } from '../../deadlines/inspectionClock.ts';
import type { Answer } from '../../facts/decisionFacts.ts';
import type { Grant, Refund, ReturnCase } from '../../facts/documents.ts';
import type {
  ArrivalFact,
  Fact,
  FactKind,
  FactOf,
  FindingFact,
  HeldFact,
  InspectionFinishedFact,
  PhotoTakenFact,
  UnitsCountedFact,
  VerdictDecidedFact,
} from '../../facts/fact.ts';
import { toThousandths } from '../../facts/quantity.ts';
import type { UnitSpan } from '../../facts/recorded.ts';
import { covers, spansOf } from '../../facts/spans.ts';
import { unitGroupsOf } from '../../facts/unitGroups.ts';
import type { CaseId, FactId, UnitGroupId, VerdictId } from '../../ids.ts';
import { sameBox } from './distinctArrivals.ts';
import { type Duties, dutiesIn, isByHandsOnCase } from './duties.ts';
import { type InspectionLayer, layersOf } from './layers.ts';
import { isInspecting, type Taking, takingsOf } from './takings.ts';

/**
 *   applied → inReview → authorised ─┐        (denied · moreInformation stay until goods come anyway)
 *                                    ▼
 *   (blind arrival) ──→ received (and counted) → inspecting → verdictProposed
 *                                               ▲            │ ├─ sendBack → sentBack ─┐
 *                                               └────────────┼─┴───────────────────────┘
 *                                                            ├─ decline → declined
 *                                                            ├─ approve some → partlyDecided
 *                                                            └─ approve → approved → refundDue → refundStarted
 *                                                                             └────→ settled (no money moves)
 *   any → onHold (a fact) · cancelled (the office, while no goods have come)
 */
export type CaseState =
  | 'applied'
  | 'inReview'
  | 'authorised'
  | 'denied'
  | 'moreInformation'
  | 'received'
  | 'inspecting'
  | 'verdictProposed'
  | 'sentBack'
  | 'partlyDecided'
  | 'approved'
  | 'declined'
  | 'refundDue'
  | 'refundStarted'
  | 'settled'
  | 'onHold'
  | 'cancelled';

/** Everything known about one case, corrections applied; the same from the same facts in any order. */
export type CaseFile = {
  readonly returnCase: ReturnCase;
  /** Every fact handed in, corrected ones included, by id. */
  readonly facts: readonly Fact[];
  readonly corrected: ReadonlySet<FactId>;
  readonly arrivals: readonly ArrivalFact[];
  readonly doorChecks: readonly FactOf<'doorChecked'>[];
  readonly handlingUnits: readonly FactOf<'handlingUnit'>[];
  /** What the dock said about each parcel once it was counted. */
  readonly countedOff: readonly (FactOf<'missingNoted'> | FactOf<'parcelDone'>)[];
  /** One per group: counts of the same group add up, so every scan can be a fact of its own. */
  readonly unitGroups: readonly UnitsCountedFact[];
  readonly photos: readonly PhotoTakenFact[];
  /** Of the inspection that counts: the one the standing verdict rests on, or that is at work. */
  readonly findings: readonly FindingFact[];
  readonly layers: readonly InspectionLayer[];
  readonly inspections: readonly InspectionFinishedFact[];
  /**
   * Those nobody replaced by a later one of the same hand, without approvals that had no effect yet by
   * people who turn out to have had the goods in their hands.
   */
  readonly decisions: readonly VerdictDecidedFact[];
  /** Decisions central accepted as final, with what they granted. */
  readonly grants: readonly Grant[];
  /** Holds nobody released yet. */
  readonly holds: readonly HeldFact[];
  /** Who has it on their bench, whoever came first in front. */
  readonly takings: readonly Taking[];
  readonly answers: readonly Answer[];
  /** Reports printed of it, in the order they were made as far as their ids say. */
  readonly reports: readonly FactOf<'reportMade'>[];
  /** Verdicts that stand: seen by no later inspection, not sent back, not passed over. More than one: rivals. */
  readonly heads: readonly VerdictId[];
  /** Who received and who inspected: by four eyes they do not decide it. A correction does not wash hands. */
  readonly duties: Duties;
  readonly state: CaseState;
  /** When central accepted which of its facts, as far as is known here. */
  readonly acceptedAt: AcceptedAt;
};

/**
 * Folds the facts of one case into its file. `facts` are those naming the case plus the arrivals
 * linked to it. Order, clocks and repetition do not matter: what follows what is told by what each
 * inspection names as its basis.
 */
export function readCaseFile(
  returnCase: ReturnCase,
  given: readonly Fact[],
  refunds: readonly Refund[] = [],
  grants: readonly Grant[] = [],
  acceptedAt: AcceptedAt = new Map(),
): CaseFile {
  const facts = [...new Map(given.map((f) => [f.id, f])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const corrected = new Set(facts.flatMap((f) => (f.kind === 'correction' ? [f.corrects] : [])));
  const live = facts.filter((f) => !corrected.has(f.id));
  const only = <K extends FactKind>(kind: K): readonly FactOf<K>[] =>
    live.filter((f): f is FactOf<K> => f.kind === kind);

  const inspections = only('inspectionFinished');
  const layers = layersOf(live);
  const decided = only('verdictDecided');
  const replaced = new Set<string>(
    decided.flatMap((d) =>
      (d.replaces ?? []).filter((id) =>
        decided.some((o) => o.id === id && o.personId === d.personId),
      ),
    ),
  );
  const duties = dutiesIn(facts);
  const decisions = decided.filter(
    (d) => !replaced.has(d.id) && !isByHandsOnCase(d, duties, grants),
  );
  const released = new Set(only('released').map((f) => f.heldFactId));
  const holds = only('held').filter((f) => !released.has(f.id));
  const heads = standingVerdicts(inspections, decisions, only('inspectionChosen'));
  const file = {
    returnCase,
    facts,
    corrected,
    arrivals: only('arrival'),
    doorChecks: only('doorChecked'),
    handlingUnits: only('handlingUnit'),
    countedOff: [...only('missingNoted'), ...only('parcelDone')],
    unitGroups: unitGroupsOf(
      againstPapers(returnCase.id, only('unitsCounted'), only('arrivalLinked')),
    ),
    photos: only('photoTaken'),
    findings: countingLayer(layers, heads)?.findings ?? [],
    layers,
    inspections,
    decisions,
    grants,
    holds,
    takings: takingsOf(live, acceptedAt),
    answers: decisions.flatMap((d) => d.answers),
    reports: only('reportMade'),
    heads,
    duties,
    acceptedAt,
  };
  return { ...file, state: stateOf(file, refunds) };
}

/** Units counted before anybody knew whose they are stand as the link of their arrival says. */
function againstPapers(
  caseId: CaseId,
  counts: readonly FactOf<'unitsCounted'>[],
  links: readonly FactOf<'arrivalLinked'>[],
): readonly UnitsCountedFact[] {
  const said = new Map(links.flatMap((l) => (l.units ?? []).map((unit) => [unit.countId, unit])));
  return counts.map((count) => {
    const unit = count.caseId === null ? said.get(count.id) : undefined;
    if (!unit) return { ...count, caseId };
    const { unitGroupId, returnLineId, identity } = unit;
    return { ...count, caseId, unitGroupId, returnLineId, identity };
  });
}

/** The layer of the one standing verdict; else the one at work, the latest begun. */
function countingLayer(
  layers: readonly InspectionLayer[],
  heads: readonly VerdictId[],
): InspectionLayer | undefined {
  const [head] = heads;
  const ofHead = layers.find((layer) => layer.finished.some((f) => f.verdictId === head));
  return ofHead ?? layers.findLast((layer) => layer.findings.length > 0) ?? layers[0];
}

function standingVerdicts(
  inspections: readonly InspectionFinishedFact[],
  decisions: readonly VerdictDecidedFact[],
  chosen: readonly FactOf<'inspectionChosen'>[],
): readonly VerdictId[] {
  const seenByLater = new Set(inspections.flatMap((i) => i.basis));
  const sentBack = new Set(
    decisions.filter((d) => d.decision === 'sendBack').map((d) => d.verdictId),
  );
  const passedOver = new Set(chosen.flatMap((c) => c.over.filter((id) => id !== c.verdictId)));
  return inspections
    .filter(
      (i) => !seenByLater.has(i.id) && !sentBack.has(i.verdictId) && !passedOver.has(i.verdictId),
    )
    .map((i) => i.verdictId);
}

function stateOf(file: Omit<CaseFile, 'state'>, refunds: readonly Refund[]): CaseState {
  // Goods that came all the same are somebody's, and somebody must decide about them.
  if (file.arrivals.length === 0 && isWithdrawn(file)) return 'cancelled';
  if (file.holds.length > 0) return 'onHold';
  if (file.layers.some((l) => l.started !== null && l.finished.length === 0)) return 'inspecting';
  if (file.heads.length > 0) return stateDecided(file, refunds);
  if (isLookedAt(file)) return 'inspecting';
  if (file.inspections.length > 0) return 'sentBack';
  if (file.arrivals.length > 0 || file.unitGroups.length > 0) return 'received';
  if (file.returnCase.review) {
    const { outcome } = file.returnCase.review;
    return outcome === 'partlyAuthorised' ? 'authorised' : outcome;
  }
  return file.returnCase.application ? 'inReview' : 'applied';
}

function stateDecided(file: Omit<CaseFile, 'state'>, refunds: readonly Refund[]): CaseState {
  const decided = file.decisions.filter((d) => file.heads.includes(d.verdictId));
  if (decided.length === 0 || file.heads.length > 1) return 'verdictProposed';
  const granted = file.grants.filter((g) => g.decision !== 'decline');
  const ofHead = refunds.filter((r) => file.heads.includes(r.verdictId));
  const isFinal =
    file.grants.length > 0
      ? coversAll(
          file,
          file.grants.flatMap((g) => g.portions),
        )
      : ofHead.length > 0;
  const isDeclined = decided.some((d) => d.decision === 'decline');
  // One says no and another yes, and neither had an effect: somebody must settle it.
  if (isDeclined && isDisputedNo(file, decided)) return 'verdictProposed';
  if ((isFinal || isDeclined) && moreCame(file)) return 'partlyDecided';
  if (isFinal) {
    const own = refunds.filter(
      (r) => ofHead.includes(r) || granted.some((g) => g.refundId === r.id),
    );
    if (own.some((r) => r.startedAt === null)) return 'refundDue';
    if (own.length > 0) return 'refundStarted';
    return isDeclined ? 'declined' : 'settled';
  }
  // Goods it was not about, be it that the inspection that saw them was passed over, are open still.
  if (isDeclined) return isDeclinedForGood(file) ? 'partlyDecided' : 'declined';
  // What central granted says exactly which units: a choice that names none meant those there were.
  const choices = decided.flatMap((d) => (granted.some((g) => g.id === d.id) ? [] : d.choices));
  return coversAll(file, [...choices, ...granted.flatMap((g) => g.portions)])
    ? 'approved'
    : 'partlyDecided';
}

/** Whether a no stands against a yes that had no effect; central takes neither as final. */
function isDisputedNo(
  file: Pick<CaseFile, 'grants' | 'heads'>,
  decided: readonly VerdictDecidedFact[],
): boolean {
  const { grants } = file;
  if (isDeclinedForGood(file)) return false;
  return decided.some(
    (d) =>
      (d.decision === 'approve' || d.decision === 'override') &&
      !grants.some((g) => g.verdictId === d.verdictId && g.signedBy.includes(d.personId)),
  );
}

/** Central took a no as final: about the verdict that stands nothing is decided any more. */
export function isDeclinedForGood({ grants, heads }: Pick<CaseFile, 'grants' | 'heads'>): boolean {
  return grants.some((g) => g.decision === 'decline' && heads.includes(g.verdictId));
}

/**
 * Central granted all of it, and the one verdict may still be sent back, to be counted and found anew:
 * what was granted stays granted, and only what is more is added to it.
 */
export function isGrantedWhole(file: CaseFile): boolean {
  const isOver = ['refundDue', 'refundStarted', 'settled'].includes(file.state);
  return isOver && file.heads.length === 1 && !isDeclinedForGood(file);
}

/** Goods that no inspection has seen: another parcel of the return, or units counted since. */
export function moreCame(
  file: Pick<CaseFile, 'facts' | 'corrected' | 'inspections' | 'arrivals'>,
): boolean {
  const seen = new Set(file.inspections.flatMap((i) => i.basis));
  const before = file.facts.flatMap((f) => (f.kind === 'arrival' && seen.has(f.id) ? [f] : []));
  return (
    file.arrivals.some((one) => !before.some((other) => sameBox(other, one))) ||
    file.facts.some(
      (f) => f.kind === 'unitsCounted' && !seen.has(f.id) && !file.corrected.has(f.id),
    )
  );
}

/** Whether every unit counted is among these; one that names no units is about its whole group. */
export function coversAll(
  { unitGroups }: Pick<CaseFile, 'unitGroups'>,
  decided: readonly {
    readonly unitGroupId: UnitGroupId;
    readonly units?: readonly UnitSpan[] | undefined;
  }[],
): boolean {
  return unitGroups.every((group) => {
    const own = decided.filter((d) => d.unitGroupId === group.unitGroupId);
    const whole = [{ from: 0, to: toThousandths(group.quantity) }];
    return covers(
      own.flatMap((d) => (d.units === undefined ? whole : spansOf(d.units))),
      whole,
    );
  });
}

/**
 * By the office; or opened here for goods that turned out to be another case's, be it that a colleague
 * elsewhere had opened one for them already.
 */
function isWithdrawn({ returnCase, facts }: Omit<CaseFile, 'state'>): boolean {
  if (returnCase.cancelled) return true;
  const { application, lines } = returnCase;
  const isOpenedHere = facts.some((fact) => fact.kind === 'caseOpened');
  return isOpenedHere && application === null && lines.length === 0;
}

/** An inspector found or pictured something that no finished inspection has seen. Counting is the dock's. */
function isLookedAt({ facts, corrected, inspections }: Omit<CaseFile, 'state'>): boolean {
  const seen = new Set(inspections.flatMap((i) => i.basis));
  return facts.some((f) => isInspecting(f) && !seen.has(f.id) && !corrected.has(f.id));
}
