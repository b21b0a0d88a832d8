import { decideCase } from '../policy/decideCase.ts';
import type { CaseDecision } from '../policy/decision.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { Refusal } from '../sync/refusal.ts';
import type { Admission } from './admitFact.ts';
import { type CaseFile, readCaseFile } from './caseFile.ts';
import type { Refund } from './documents.ts';
import type { InspectionFinishedFact, VerdictDecidedFact } from './fact.ts';
import { type CaseReferences, policyInputOf } from './policyInput.ts';
import { grantedBy, refundDueFor } from './refund.ts';

/**
 * Whether a supervisor's decision about a verdict stands. Only the single standing verdict can be
 * approved, over exactly the facts it rests on, by hands that neither received nor inspected, with
 * every open question answered and every required photo held. Above the contract's limit the first
 * approval waits for a second person and frees no money.
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
  if (fact.decision === 'sendBack' || fact.decision === 'decline')
    return accept({ refund: null, decision: null });

  const hold = file.holds[0];
  if (hold) return refuse({ code: 'caseOnHold', reason: hold.reason });
  const unseen = factSince(inspection, file);
  if (unseen !== null) return refuse({ code: 'verdictSuperseded', head: unseen });
  if (!references?.contract)
    return refuse({ code: 'policyCannotDecide', field: 'contract', why: 'missing' });

  const decision = decideVerdict(inspection, file, references, fact);
  if (!decision.ok) return decision;
  const choices = checkChoices(fact, decision.value, references);
  if (!choices.ok) return choices;

  const limit = references.contract.secondApprovalAbove;
  const total = grantedBy(fact, decision.value).reduce((sum, line) => sum + line.amount, 0);
  const first = approvalsOf(fact, file)[0];
  const needsTwo = limit !== null && total > limit;
  if (needsTwo && !first) return accept({ refund: null, decision: decision.value });
  if (first && (!needsTwo || !sameChoices(first, fact)))
    return refuse({ code: 'alreadyDecided', by: first.personId });
  return accept({
    refund: refundDueFor(fact, decision.value, references.contract.refundMethod, earlier),
    decision: decision.value,
  });
}

/** Does an approved verdict of this file still wait for a second supervisor? */
export function awaitsSecondApproval(
  file: CaseFile,
  decision: CaseDecision,
  limit: number | null,
): boolean {
  const approvals = file.decisions.filter((d) => isApproval(d) && file.heads.includes(d.verdictId));
  const [first] = approvals;
  if (!first || limit === null || approvals.length > 1) return false;
  return grantedBy(first, decision).reduce((sum, line) => sum + line.amount, 0) > limit;
}

/** The decision over exactly the facts the verdict names, with this supervisor's answers. */
export function decideVerdict(
  inspection: InspectionFinishedFact,
  file: CaseFile,
  references: CaseReferences,
  fact: Pick<VerdictDecidedFact, 'answers' | 'at'>,
): Result<CaseDecision, Refusal> {
  const basis = new Set(inspection.basis);
  const seen = readCaseFile(
    file.returnCase,
    file.facts.filter((f) => basis.has(f.id)),
    [],
    file.acceptedAt,
  );
  const decided = decideCase(policyInputOf(seen, references, fact.at.localDate, fact.answers));
  return decided.ok
    ? decided
    : refuse({
        code: 'policyCannotDecide',
        field: decided.refusal.field,
        why: decided.refusal.code,
      });
}

function standing(fact: VerdictDecidedFact, file: CaseFile): Result<null, Refusal> {
  if (!file.heads.includes(fact.verdictId))
    return refuse({ code: 'verdictSuperseded', head: file.heads[0] ?? '' });
  const others = file.decisions.filter((d) => d.verdictId === fact.verdictId);
  const final = others.find((d) => !isApproval(d) || !isApproval(fact));
  if (final) return refuse({ code: 'alreadyDecided', by: final.personId });
  const [first, second] = others;
  if (second) return refuse({ code: 'alreadyDecided', by: second.personId });
  if (first && first.personId === fact.personId)
    return refuse({ code: 'alreadyDecided', by: first.personId });
  if (file.heads.length > 1 && fact.decision !== 'sendBack')
    return refuse({ code: 'verdictContested', heads: [...file.heads] });
  return accept(null);
}

/** A count, finding or correction the verdict has not seen makes it stale. */
function factSince(inspection: InspectionFinishedFact, file: CaseFile): string | null {
  const basis = new Set<string>(inspection.basis);
  const weighty = file.facts.find(
    (f) =>
      (f.kind === 'unitsCounted' || f.kind === 'finding' || f.kind === 'correction') &&
      !basis.has(f.id),
  );
  return weighty?.id ?? null;
}

function checkChoices(
  fact: VerdictDecidedFact,
  decision: CaseDecision,
  references: CaseReferences,
): Result<null, Refusal> {
  const override = fact.decision === 'override';
  const [question] = decision.questions;
  if (question) return refuse({ code: 'questionOpen', question: question.question });
  if (decision.missingEvidence.length > 0)
    return refuse({
      code: 'evidenceMissing',
      shots: [...new Set(decision.missingEvidence.map((m) => m.shot))],
    });
  const unsure = decision.groups.find((g) => g.standing === 'needsFacts');
  if (unsure && !override)
    return refuse({
      code: 'policyCannotDecide',
      field: unsure.missing[0] ?? 'findings',
      why: 'needsFacts',
    });
  const most = references.orderLines.reduce(
    (sum, line) => sum + Math.round(line.unitPrice * line.shippedQuantity),
    0,
  );
  for (const group of decision.groups) {
    const chosen = fact.choices.filter((c) => c.unitGroupId === group.unitGroupId);
    const [choice] = chosen;
    if (!choice || chosen.length > 1)
      return refuse({ code: 'choiceNotOffered', unitGroupId: group.unitGroupId });
    if (choice.overrideAmount !== null && !override)
      return refuse({ code: 'choiceNotOffered', unitGroupId: group.unitGroupId });
    if (override) continue;
    if (
      !group.resolutions.some((r) => r.kind === choice.resolution) ||
      !group.dispositions.includes(choice.disposition)
    )
      return refuse({ code: 'choiceNotOffered', unitGroupId: group.unitGroupId });
  }
  const stranger = fact.choices.find(
    (c) => !decision.groups.some((g) => g.unitGroupId === c.unitGroupId),
  );
  if (stranger) return refuse({ code: 'unknownUnitGroup' });
  const granted = fact.choices.reduce((sum, c) => sum + (c.overrideAmount ?? 0), 0);
  return granted > most || fact.choices.some((c) => (c.overrideAmount ?? 0) < 0)
    ? refuse({ code: 'amountOutOfRange', most, currency: decision.currency })
    : accept(null);
}

function approvalsOf(fact: VerdictDecidedFact, file: CaseFile): readonly VerdictDecidedFact[] {
  return file.decisions.filter((d) => d.verdictId === fact.verdictId && isApproval(d));
}

function isApproval(fact: VerdictDecidedFact): boolean {
  return fact.decision === 'approve' || fact.decision === 'override';
}

function sameChoices(a: VerdictDecidedFact, b: VerdictDecidedFact): boolean {
  const key = (fact: VerdictDecidedFact) =>
    fact.choices
      .map((c) => `${c.unitGroupId}:${c.resolution}:${c.overrideAmount ?? ''}`)
      .sort()
      .join('|');
  return key(a) === key(b);
}
