import type { Refund } from '../../facts/documents.ts';
import { type InspectionFinishedFact, type VerdictDecidedFact } from '../../facts/fact.ts';
import { noCurrency } from '../../facts/money.ts';
import type { Refusal } from '../../facts/refusal.ts';
import { keyOfUnits } from '../../facts/spans.ts';
import { RefundId } from '../../ids.ts';
import type { CaseDecision } from '../../policy/decision.ts';
import { accept, type Result, refuse } from '../../result.ts';
import { type CaseFile, coversAll } from '../reading/caseFile.ts';
import { ownHandsOn } from '../reading/fourEyes.ts';
import { basisOf } from '../reading/layers.ts';
import type { CaseReferences } from '../reading/policyInput.ts';
import type { Admission } from './admission.ts';
import { checkSigned } from './checkSigned.ts';
import { checkChoices, matchChoices } from './choices.ts';
import { addedBy, type GrantedPortion } from './grants.ts';
import { refundFrom } from './refundFrom.ts';
import { agree, isOutdated, isOverSamePapers, isSameUnits, pendingOn } from './signatures.ts';
import { grantedPortion, signaturesNeeded } from './signing.ts';
import { computeVerdict, decidingOf, inputOfVerdict } from './verdict.ts';

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
  const own = ownHandsOn(file, fact.personId);
  if (own) return refuse(own);
  const inspection = file.inspections.find((i) => i.verdictId === fact.verdictId);
  if (!inspection) return refuse({ code: 'unknownVerdict' });
  const head = standing(fact, file);
  if (!head.ok) return head;
  if (!saysWhy(fact)) return refuse({ code: 'reasonRequired' });
  if (fact.decision === 'sendBack') return accept(nothingGranted);
  if (fact.decision === 'decline') return decline(fact, file);

  const hold = file.holds[0];
  if (hold) return refuse({ code: 'caseOnHold', reason: hold.reason });
  const unseen = factSince(inspection, file);
  if (unseen !== null) return refuse({ code: 'verdictSuperseded', head: unseen });
  if (!references?.contract)
    return refuse({ code: 'policyCannotDecide', field: 'contract', why: 'missing' });

  const decided = computeVerdict(inspection, file, references, decidingOf(fact, file));
  if (!decided.ok) return decided;
  const decision = decided.value;
  const otherMoney = grantedInOtherCurrency(decision, file, references);
  if (otherMoney !== null)
    return refuse({ code: 'policyCannotDecide', field: otherMoney, why: 'currencyMismatch' });
  const matched = matchChoices(fact.choices, decision);
  if (!matched.ok) return matched;
  const chosen = matched.value;
  const allowed = checkChoices(fact, chosen, decision, references, file);
  if (!allowed.ok) return allowed;
  const asSigned = checkSigned(fact, chosen, decision, inspection, file, references);
  if (!asSigned.ok) return asSigned;

  const pending = pendingOn(fact.verdictId, file).filter((d) => isSameUnits(d, fact));
  const mine = pending.find((d) => d.personId === fact.personId && !replaces(fact, d));
  if (mine) return refuse({ code: 'alreadyDecided', by: mine.personId });
  const theirs = pending.filter(
    (d) =>
      d.personId !== fact.personId && isOverSamePapers(d, fact) && !isOutdated(d, file, references),
  );

  const portions = chosen.map((one) => grantedPortion(one, file));
  const added = addedBy(portions, file);
  const needs = signaturesNeeded(fact, { portions, added }, file, references, references.contract);
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
    input: inputOfVerdict(inspection, file, references, decidingOf(fact, file)),
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

/** A bench that is told what is wanted needs no sentence besides. */
function saysWhy({ decision, reason, wanted = [] }: VerdictDecidedFact): boolean {
  if (decision === 'approve' || reason.trim() !== '') return true;
  return decision === 'sendBack' && wanted.length > 0;
}

const nothingGranted: Admission = { refund: null, decision: null, grant: null };

/**
 * The approval of this file's verdict that still waits for a second supervisor; null: none. One that
 * central took without effect waits as well where it would be another by now, as when another case was
 * granted its order line meanwhile: nobody else would be asked about it.
 */
export function awaitsSecondApproval(
  file: CaseFile,
  references: CaseReferences | null,
): VerdictDecidedFact | null {
  const [head] = file.heads;
  if (!head || !references || file.heads.length > 1) return null;
  const inspection = file.inspections.find((i) => i.verdictId === head);
  if (!inspection) return null;
  return (
    upToDateFirst(pendingOn(head, file), file, references).find((first) => {
      const still = asItStands(first, inspection, file, references);
      if (still.ok && still.value.needs === 2) return true;
      return file.acceptedAt.has(first.id) && !(still.ok && still.value.isAsSigned);
    }) ?? null
  );
}

/** What an approval is now: how many must sign it, and whether it is what was signed. */
function asItStands(
  first: VerdictDecidedFact,
  inspection: InspectionFinishedFact,
  file: CaseFile,
  references: CaseReferences,
): Result<{ readonly needs: 1 | 2; readonly isAsSigned: boolean }, Refusal> {
  if (!references.contract)
    return refuse({ code: 'policyCannotDecide', field: 'contract', why: 'missing' });
  const decided = computeVerdict(inspection, file, references, decidingOf(first, file));
  if (!decided.ok) return decided;
  const matched = matchChoices(first.choices, decided.value);
  if (!matched.ok) return matched;
  const portions = matched.value.map((one) => grantedPortion(one, file));
  const granting = { portions, added: addedBy(portions, file) };
  const needs = signaturesNeeded(first, granting, file, references, references.contract);
  if (!needs.ok) return needs;
  const signed = checkSigned(first, matched.value, decided.value, inspection, file, references);
  return accept({ needs: needs.value, isAsSigned: signed.ok });
}

function upToDateFirst(
  pending: readonly VerdictDecidedFact[],
  file: CaseFile,
  references: CaseReferences,
): readonly VerdictDecidedFact[] {
  const isOld = (one: VerdictDecidedFact) => Number(isOutdated(one, file, references));
  return [...pending].sort((a, b) => isOld(a) - isOld(b));
}

/** An order line is granted in one currency for ever: sums of two would say nothing. */
function grantedInOtherCurrency(
  { currency }: CaseDecision,
  { grants }: CaseFile,
  { grantedElsewhere }: CaseReferences,
): string | null {
  const own = grants
    .filter((grant) => grant.currency !== currency)
    .flatMap(({ added }) => added.filter((a) => a.value > 0));
  const other = grantedElsewhere.filter((g) => (g.currency ?? currency) !== currency);
  const [first] = [...own, ...other];
  return first ? `orderLine:${first.orderLineId}.currency` : null;
}

function standing(fact: VerdictDecidedFact, file: CaseFile): Result<null, Refusal> {
  if (!file.heads.includes(fact.verdictId))
    return refuse({ code: 'verdictSuperseded', head: file.heads[0] ?? '' });
  if (file.heads.length > 1 && fact.decision !== 'sendBack')
    return refuse({ code: 'verdictContested', heads: [...file.heads] });
  const ofVerdict = file.grants.filter((g) => g.verdictId === fact.verdictId);
  // Who declines refuses what is open still, and there is nothing.
  const isNothingOpen =
    fact.decision === 'decline' &&
    coversAll(
      file,
      ofVerdict.flatMap((g) => g.portions),
    );
  const final = ofVerdict.find(
    (g) =>
      g.decision === 'decline' ||
      isNothingOpen ||
      g.portions.some((p) => fact.choices.some((c) => isChoiceAbout(c, p))),
  );
  const signer = final?.signedBy.at(-1);
  if (signer !== undefined) return refuse({ code: 'alreadyDecided', by: signer });
  const ended = file.decisions.find(
    (d) =>
      d.verdictId === fact.verdictId &&
      (d.decision === 'decline' || d.decision === 'sendBack') &&
      !replaces(fact, d) &&
      !mayStillAgree(fact, d, file),
  );
  return ended ? refuse({ code: 'alreadyDecided', by: ended.personId }) : accept(null);
}

/** A no against another's yes ended nothing: it is joined, or the case is sent back. */
function mayStillAgree(
  { decision, verdictId, personId }: VerdictDecidedFact,
  no: VerdictDecidedFact,
  file: CaseFile,
): boolean {
  return (
    no.decision === 'decline' &&
    (decision === 'decline' || decision === 'sendBack') &&
    personId !== no.personId &&
    pendingOn(verdictId, file).some((yes) => yes.personId !== no.personId)
  );
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
      currency: file.grants[0]?.currency ?? noCurrency,
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
