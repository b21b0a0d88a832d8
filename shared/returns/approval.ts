import { RefundId } from '../ids.ts';
import { decideCase } from '../policy/decideCase.ts';
import type { CaseDecision } from '../policy/decision.ts';
import { evidenceOf } from '../policy/evidence.ts';
import { portionsOf } from '../policy/portions.ts';
import { apportion } from '../policy/rounding.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { Refusal } from '../sync/refusal.ts';
import type { Admission } from './admitFact.ts';
import { basisHashOf } from './basisHash.ts';
import { type CaseFile, readCaseFile } from './caseFile.ts';
import { type Chosen, checkChoices, grantedBy, matchChoices } from './choices.ts';
import type { Contract, Refund } from './documents.ts';
import { DecisionTerms, type InspectionFinishedFact, type VerdictDecidedFact } from './fact.ts';
import { type Added, addedBy, type GrantedPortion, grantedOnLines, leftOnLine } from './grants.ts';
import { basisOf } from './layers.ts';
import { type CaseReferences, policyInputOf } from './policyInput.ts';
import type { GrantDue, RefundDue } from './refund.ts';
import { agree, isApproval, isSameUnits, pendingOn } from './signatures.ts';
import { keyOfUnits, unitsOf } from './spans.ts';

/**
 * Whether a supervisor's decision about a verdict stands. Only the single standing verdict can be
 * approved, over exactly the facts it rests on, by hands that neither received nor inspected, portion
 * by portion, with every question about the chosen portions answered and their photos held. What was
 * signed must be what is computed here. Above the contract's limit, counted over all the case was
 * granted, and for whatever exceeds an order line, the first signature waits for a second person's;
 * two that differ free nothing.
 */
export function admitDecision(
  fact: VerdictDecidedFact,
  file: CaseFile,
  references: CaseReferences | null,
  earlier: readonly Refund[],
): Result<Admission, Refusal> {
  if (file.hands.received.includes(fact.personId))
    return refuse({ code: 'ownHandsOnCase', hands: 'received' });
  if (file.hands.inspected.includes(fact.personId))
    return refuse({ code: 'ownHandsOnCase', hands: 'inspected' });
  const inspection = file.inspections.find((i) => i.verdictId === fact.verdictId);
  if (!inspection) return refuse({ code: 'unknownVerdict' });
  const head = standing(fact, file);
  if (!head.ok) return head;
  if (fact.decision !== 'approve' && fact.reason.trim() === '')
    return refuse({ code: 'reasonRequired' });
  if (fact.decision === 'sendBack') return accept(nothingGranted);
  if (fact.decision === 'decline') return decline(fact, file);

  const hold = file.holds[0];
  if (hold) return refuse({ code: 'caseOnHold', reason: hold.reason });
  const unseen = factSince(inspection, file);
  if (unseen !== null) return refuse({ code: 'verdictSuperseded', head: unseen });
  if (!references?.contract)
    return refuse({ code: 'policyCannotDecide', field: 'contract', why: 'missing' });

  const decided = decideVerdict(inspection, file, references, fact);
  if (!decided.ok) return decided;
  const decision = decided.value;
  const matched = matchChoices(fact.choices, decision);
  if (!matched.ok) return matched;
  const chosen = matched.value;
  const allowed = checkChoices(fact, chosen, decision, references);
  if (!allowed.ok) return allowed;
  const asSigned = checkSigned(fact, chosen, decision, inspection, file, references);
  if (!asSigned.ok) return asSigned;

  const pending = pendingOn(fact.verdictId, file).filter((d) => isSameUnits(d, fact));
  const mine = pending.find((d) => d.personId === fact.personId && !replaces(fact, d));
  if (mine) return refuse({ code: 'alreadyDecided', by: mine.personId });
  const theirs = pending.filter((d) => d.personId !== fact.personId);

  const portions = chosen.map((one) => grantedPortion(one, file));
  const added = addedBy(portions, file);
  const needs = signaturesNeeded(fact, added, file, references, references.contract);
  if (!needs.ok) return needs;
  const [first] = theirs;
  if (theirs.some((other) => !agree(other, fact)) || (needs.value === 2 && !first))
    return accept({ ...nothingGranted, decision });
  const signedBy = first ? [first.personId, fact.personId] : [fact.personId];
  const refund = refundFrom({
    fact,
    chosen,
    decision,
    portions,
    added,
    file,
    references,
    inspection,
    method: references.contract.refundMethod,
    earlier,
  });
  return accept({
    decision,
    refund,
    grant: {
      id: fact.id,
      caseId: fact.caseId,
      verdictId: fact.verdictId,
      siteId: file.returnCase.siteId,
      decision: fact.decision,
      currency: decision.currency,
      portions: [...portions],
      added: [...added],
      orderLines: added.map((line) => line.orderLineId),
      refundId: refund ? RefundId.parse(refund.id) : null,
      signedBy,
    },
  });
}

const nothingGranted: Admission = { refund: null, decision: null, grant: null };

/** Does an approved verdict of this file still wait for a second supervisor? */
export function awaitsSecondApproval(
  file: CaseFile,
  references: CaseReferences | null,
): VerdictDecidedFact | null {
  const [head] = file.heads;
  if (!head || !references?.contract || file.heads.length > 1) return null;
  const { contract } = references;
  const inspection = file.inspections.find((i) => i.verdictId === head);
  return (
    pendingOn(head, file).find((first) => {
      if (!isApproval(first) || !inspection) return false;
      const decided = decideVerdict(inspection, file, references, first);
      if (!decided.ok) return false;
      const matched = matchChoices(first.choices, decided.value);
      if (!matched.ok) return false;
      const added = addedBy(
        matched.value.map((one) => grantedPortion(one, file)),
        file,
      );
      const needs = signaturesNeeded(first, added, file, references, contract);
      return needs.ok && needs.value === 2;
    }) ?? null
  );
}

/** The decision over exactly the facts the verdict names, with this supervisor's answers. */
export function decideVerdict(
  inspection: InspectionFinishedFact,
  file: CaseFile,
  references: CaseReferences,
  fact: Pick<VerdictDecidedFact, 'answers' | 'at'>,
): Result<CaseDecision, Refusal> {
  const decided = decideCase(inputOfVerdict(inspection, file, references, fact));
  return decided.ok
    ? decided
    : refuse({
        code: 'policyCannotDecide',
        field: decided.refusal.field,
        why: decided.refusal.code,
      });
}

/** Photos join whenever they come: they prove what was found, and change none of it. */
export function inputOfVerdict(
  inspection: InspectionFinishedFact,
  file: CaseFile,
  references: CaseReferences,
  fact: Pick<VerdictDecidedFact, 'answers' | 'at'>,
) {
  const basis = new Set(inspection.basis);
  const seen = readCaseFile(
    file.returnCase,
    file.facts.filter((f) => basis.has(f.id) || f.kind === 'photoTaken'),
  );
  const layer = seen.layers.find((l) => l.findings.length > 0);
  return policyInputOf(
    seen,
    references,
    fact.at.localDate,
    fact.answers,
    layer?.findings ?? seen.findings,
  );
}

/** What a decision about this verdict is signed over besides its choices; null without a contract. */
export function termsOf(
  decision: Pick<CaseDecision, 'currency'>,
  inspection: InspectionFinishedFact,
  file: CaseFile,
  references: CaseReferences,
): DecisionTerms | null {
  const { policy, contract } = references;
  return contract
    ? {
        currency: decision.currency,
        policyVersionId: policy.id,
        policyVersion: policy.version,
        contractId: contract.id,
        contractVersion: contract.version,
        basisHash: basisHashOf(inspection, file, references),
      }
    : null;
}

function standing(fact: VerdictDecidedFact, file: CaseFile): Result<null, Refusal> {
  if (!file.heads.includes(fact.verdictId))
    return refuse({ code: 'verdictSuperseded', head: file.heads[0] ?? '' });
  if (file.heads.length > 1 && fact.decision !== 'sendBack')
    return refuse({ code: 'verdictContested', heads: [...file.heads] });
  const final = file.grants.find(
    (g) =>
      g.verdictId === fact.verdictId &&
      (g.decision === 'decline' ||
        g.portions.some((p) => fact.choices.some((c) => isChoiceAbout(c, p)))),
  );
  const signer = final?.signedBy.at(-1);
  if (signer !== undefined) return refuse({ code: 'alreadyDecided', by: signer });
  const ended = file.decisions.find(
    (d) =>
      d.verdictId === fact.verdictId &&
      (d.decision === 'decline' || d.decision === 'sendBack') &&
      !replaces(fact, d),
  );
  return ended ? refuse({ code: 'alreadyDecided', by: ended.personId }) : accept(null);
}

function isChoiceAbout(
  choice: VerdictDecidedFact['choices'][number],
  portion: GrantedPortion,
): boolean {
  return (
    choice.unitGroupId === portion.unitGroupId &&
    (choice.units === undefined || keyOfUnits(choice.units) === keyOfUnits(portion.units))
  );
}

function replaces(fact: VerdictDecidedFact, other: VerdictDecidedFact): boolean {
  return other.personId === fact.personId && (fact.replaces ?? []).includes(other.id);
}

/** A decline ends the verdict for all that is still open, unless somebody else has approved of it. */
function decline(fact: VerdictDecidedFact, file: CaseFile): Result<Admission, Refusal> {
  const rival = pendingOn(fact.verdictId, file).find((d) => d.personId !== fact.personId);
  if (rival) return accept(nothingGranted);
  return accept({
    ...nothingGranted,
    grant: {
      id: fact.id,
      caseId: fact.caseId,
      verdictId: fact.verdictId,
      siteId: file.returnCase.siteId,
      decision: 'decline',
      currency: file.grants[0]?.currency ?? 'XXX',
      portions: file.unitGroups.map((group) => ({
        unitGroupId: group.unitGroupId,
        units: group.quantity > 0 ? [{ from: 0, to: group.quantity }] : [],
        orderLineId: null,
        resolution: 'none',
        disposition: 'returnToClient',
        quantity: 0,
        value: 0,
        amount: 0,
      })),
      added: [],
      orderLines: [],
      refundId: null,
      signedBy: [fact.personId],
    },
  });
}

/** A count, finding or correction the verdict has not seen makes it stale; another inspection's does not. */
function factSince(inspection: InspectionFinishedFact, file: CaseFile): string | null {
  const layer = file.layers.find((l) => l.finished.some((f) => f.id === inspection.id));
  const now = layer ? basisOf(file.facts, file.layers, layer) : [];
  const basis = new Set<string>(inspection.basis);
  const unseen = new Set<string>(now.filter((id) => !basis.has(id)));
  const weighty = file.facts.find(
    (f) =>
      unseen.has(f.id) &&
      (f.kind === 'unitsCounted' ||
        f.kind === 'finding' ||
        (f.kind === 'correction' && isWeighty(f.corrects, file))),
  );
  return weighty?.id ?? null;
}

function isWeighty(corrected: string, file: CaseFile): boolean {
  const target = file.facts.find((f) => f.id === corrected);
  return (
    !target ||
    target.kind === 'unitsCounted' ||
    target.kind === 'finding' ||
    target.kind === 'arrival'
  );
}

/** Central refuses a difference between what was signed and what it computes itself. */
function checkSigned(
  fact: VerdictDecidedFact,
  chosen: readonly Chosen[],
  decision: CaseDecision,
  inspection: InspectionFinishedFact,
  file: CaseFile,
  references: CaseReferences,
): Result<null, Refusal> {
  const { terms } = fact;
  if (!terms) return accept(null);
  const computed = termsOf(decision, inspection, file, references);
  if (!computed) return refuse({ code: 'policyCannotDecide', field: 'contract', why: 'missing' });
  for (const field of DecisionTerms.keyof().options) {
    if (terms[field] === computed[field]) continue;
    return refuse({
      code: 'signedDiffers',
      field,
      signed: String(terms[field]),
      computed: String(computed[field]),
      unitGroupId: null,
      currency: decision.currency,
    });
  }
  for (const one of chosen) {
    const granting = grantedBy(one);
    for (const field of ['quantity', 'amount', 'value'] as const) {
      if (one.choice[field] === granting[field]) continue;
      return refuse({
        code: 'signedDiffers',
        field,
        signed: String(one.choice[field] ?? ''),
        computed: String(granting[field]),
        unitGroupId: one.portion.unitGroupId,
        currency: decision.currency,
      });
    }
  }
  return accept(null);
}

/** What a choice grants, as the register keeps it. */
export function grantedPortion(
  one: Chosen,
  file: Pick<CaseFile, 'unitGroups' | 'returnCase'>,
): GrantedPortion {
  const { choice, portion } = one;
  const group = file.unitGroups.find((g) => g.unitGroupId === portion.unitGroupId);
  const line = file.returnCase.lines.find((l) => l.id === group?.returnLineId);
  return {
    unitGroupId: portion.unitGroupId,
    units: [...portion.units],
    orderLineId: line?.orderLineId ?? null,
    resolution: choice.resolution,
    disposition: choice.disposition,
    ...grantedBy(one),
  };
}

/**
 * One, or two where the worth of goods granted in the whole case passes the contract's limit, or where
 * an override grants beyond what is left of an order line. Refusal: `moreThanLeft`.
 */
function signaturesNeeded(
  fact: VerdictDecidedFact,
  added: readonly Added[],
  file: CaseFile,
  references: CaseReferences,
  contract: Contract,
): Result<1 | 2, Refusal> {
  const granted = new Map(grantedOnLines(file.grants).map((line) => [line.orderLineId, line]));
  const elsewhere = new Map(references.grantedElsewhere.map((g) => [g.orderLineId, g]));
  let isBeyond = false;
  for (const line of added) {
    const orderLine = references.orderLines.find((o) => o.id === line.orderLineId);
    if (!orderLine) return refuse({ code: 'unknownUnitGroup' });
    const left = leftOnLine(
      orderLine,
      granted.get(line.orderLineId),
      elsewhere.get(line.orderLineId),
    );
    if (line.value <= Math.max(0, left.value) && line.quantity <= Math.max(0, left.quantity))
      continue;
    if (fact.decision !== 'override')
      return refuse({ code: 'moreThanLeft', orderLineId: line.orderLineId, left: left.value });
    isBeyond = true;
  }
  const before = grantedOnLines(file.grants).reduce((sum, line) => sum + line.value, 0);
  const worth = before + added.reduce((sum, line) => sum + line.value, 0);
  const limit = contract.secondApprovalAbove;
  return accept(isBeyond || (limit !== null && worth > limit) ? 2 : 1);
}

/** The refund a final decision starts, or null when nothing is left to pay (III-REFUND). */
function refundFrom(given: {
  readonly fact: VerdictDecidedFact;
  readonly chosen: readonly Chosen[];
  readonly decision: CaseDecision;
  readonly portions: readonly GrantedPortion[];
  readonly added: readonly Added[];
  readonly file: CaseFile;
  readonly references: CaseReferences;
  readonly inspection: InspectionFinishedFact;
  readonly method: RefundDue['method'];
  readonly earlier: readonly Refund[];
}): RefundDue | null {
  const { fact, decision, portions, added } = given;
  const lines = added.flatMap(({ orderLineId, paid }) => {
    const own = portions.filter((p) => p.orderLineId === orderLineId);
    const shares = apportion(
      paid,
      own.map((p) => p.amount),
    );
    return own.flatMap((p, index) => {
      const amount = shares[index] ?? 0;
      return amount > 0 ? [{ unitGroupId: p.unitGroupId, amount, orderLineId }] : [];
    });
  });
  if (lines.length === 0) return null;
  const paid = new Set(lines.map((l) => l.unitGroupId));
  const paying = given.chosen.filter(({ portion }) => paid.has(portion.unitGroupId));
  const fired = [...decision.clauses, ...paying.flatMap(({ portion }) => portion.clauses)].filter(
    (c) => c.fired,
  );
  const input = inputOfVerdict(given.inspection, given.file, given.references, fact);
  const keys = new Set(
    paying.map(({ portion }) => `${portion.unitGroupId} ${keyOfUnits(portion.units)}`),
  );
  return {
    // One verdict, one key, until a second part of it is decided.
    id: given.earlier.some((r) => r.id === (fact.verdictId as string)) ? fact.id : fact.verdictId,
    verdictId: fact.verdictId,
    amount: lines.reduce((sum, line) => sum + line.amount, 0),
    currency: decision.currency,
    method: given.method,
    lines,
    clauses: [...new Set(fired.map((c) => c.clause))].sort(),
    waitsForPhotos: evidenceOf(
      input,
      portionsOf(input).filter((p) =>
        keys.has(`${p.group.unitGroupId} ${keyOfUnits(unitsOf(p.spans))}`),
      ),
    ),
  };
}
