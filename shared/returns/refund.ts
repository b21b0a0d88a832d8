import type { UnitGroupId, VerdictId } from '../ids.ts';
import type { CaseDecision, ClauseId } from '../policy/decision.ts';
import type { RefundMethod } from './codes.ts';
import type { Refund } from './documents.ts';
import type { VerdictDecidedFact } from './fact.ts';

/** Money an approved verdict sets free: only what earlier refunds of the same units did not pay. */
export type RefundDue = {
  readonly verdictId: VerdictId;
  /** Minor units of `currency`; the sum of `lines`. */
  readonly amount: number;
  readonly currency: string;
  readonly method: RefundMethod;
  readonly lines: readonly { readonly unitGroupId: UnitGroupId; readonly amount: number }[];
  readonly clauses: readonly ClauseId[];
};

const paysMoney = new Set(['refund', 'compensation', 'creditWithoutReturn']);

/** What a supervisor's choices grant per unit group, minor units, before earlier payments. */
export function grantedBy(
  fact: VerdictDecidedFact,
  decision: CaseDecision,
): readonly { readonly unitGroupId: UnitGroupId; readonly amount: number }[] {
  return fact.choices
    .filter((choice) => paysMoney.has(choice.resolution))
    .map((choice) => {
      const group = decision.groups.find((g) => g.unitGroupId === choice.unitGroupId);
      const option = group?.resolutions.find((r) => r.kind === choice.resolution);
      return {
        unitGroupId: choice.unitGroupId,
        amount: choice.overrideAmount ?? option?.amount ?? 0,
      };
    });
}

/** The refund a final approval starts, or null when nothing is left to pay (III-REFUND). */
export function refundDueFor(
  fact: VerdictDecidedFact,
  decision: CaseDecision,
  method: RefundMethod,
  earlier: readonly Refund[],
): RefundDue | null {
  const lines = grantedBy(fact, decision)
    .map(({ unitGroupId, amount }) => ({
      unitGroupId,
      amount: Math.max(0, amount - paidFor(unitGroupId, earlier)),
    }))
    .filter((line) => line.amount > 0);
  if (lines.length === 0) return null;
  const paid = new Set(lines.map((l) => l.unitGroupId));
  const fired = [
    ...decision.clauses,
    ...decision.groups.filter((g) => paid.has(g.unitGroupId)).flatMap((g) => g.clauses),
  ].filter((c) => c.fired);
  return {
    verdictId: fact.verdictId,
    amount: lines.reduce((sum, line) => sum + line.amount, 0),
    currency: decision.currency,
    method,
    lines,
    clauses: [...new Set(fired.map((c) => c.clause))].sort(),
  };
}

function paidFor(unitGroupId: UnitGroupId, earlier: readonly Refund[]): number {
  return earlier
    .filter((refund) => refund.state !== 'failed')
    .flatMap((refund) => refund.lines)
    .filter((line) => line.unitGroupId === unitGroupId)
    .reduce((sum, line) => sum + line.amount, 0);
}
