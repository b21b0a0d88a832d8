import type { Refund } from '../../facts/documents.ts';
import type { VerdictDecidedFact } from '../../facts/fact.ts';
import { keyOfUnits, unitsOf } from '../../facts/spans.ts';
import { evidenceOf } from '../../policy/decide/evidence.ts';
import type { CaseDecision, PolicyInput } from '../../policy/decision.ts';
import { portionsOf } from '../../policy/reading/portions.ts';
import { apportion } from '../../policy/rounding.ts';
import type { Chosen } from './choices.ts';
import type { Added, GrantedPortion } from './grants.ts';
import type { RefundDue } from './refund.ts';

/** The refund a final decision starts, or null when nothing is left to pay (III-REFUND). */
export function refundFrom(given: {
  readonly fact: VerdictDecidedFact;
  readonly chosen: readonly Chosen[];
  readonly decision: CaseDecision;
  readonly portions: readonly GrantedPortion[];
  readonly added: readonly Added[];
  /** What the policy was asked with. */
  readonly input: PolicyInput;
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
  const { input } = given;
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
