import type { PolicyVersion } from '../../facts/documents.ts';
import type { Result } from '../../result.ts';
import type { CaseDecision, PolicyInput, PolicyRefusal } from '../decision.ts';
import { decideCase } from './decideCase.ts';

/** One closed case under the policy it was decided by and under a draft. */
export type CaseReplay = {
  readonly caseId: string;
  readonly before: Result<CaseDecision, PolicyRefusal>;
  readonly after: Result<CaseDecision, PolicyRefusal>;
  /** Whether a standing, a liability, a quantity, an amount, the freight or a question differs. */
  readonly changed: boolean;
  readonly currency: string;
  /** Refund under the draft minus refund then, minor units of `currency`; 0 where one was refused. */
  readonly amountDelta: number;
};

/**
 * Decides one case again under a draft policy version, answers and all else as they were.
 * Amounts are those the policy grants; overrides by a supervisor are not part of it.
 */
export function replayCase(input: PolicyInput, draft: PolicyVersion): CaseReplay {
  const before = decideCase(input);
  const after = decideCase({ ...input, policy: draft });
  const comparable = before.ok && after.ok;
  return {
    caseId: input.returnCase.id,
    before,
    after,
    changed: comparable
      ? essenceOf(before.value) !== essenceOf(after.value)
      : before.ok !== after.ok,
    currency: comparable ? after.value.currency : (input.contract?.currency ?? 'USD'),
    amountDelta: comparable ? after.value.refundAmount - before.value.refundAmount : 0,
  };
}

/** What people would notice of a decision, without the wording of its reasons. */
function essenceOf(decision: CaseDecision): string {
  return JSON.stringify([
    decision.standing,
    decision.shippingCost.bearer,
    decision.questions.map((q) => [q.question, q.unitGroupId]),
    decision.portions.map((p) => [
      p.unitGroupId,
      p.units,
      p.standing,
      p.liability,
      p.negative,
      p.eligibleQuantity,
      p.eligibleAmount,
    ]),
  ]);
}
