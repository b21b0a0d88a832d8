/** What was signed, held against what is computed here. */

import { DecisionTerms } from '../../facts/decisionFacts.ts';
import type { InspectionFinishedFact, VerdictDecidedFact } from '../../facts/fact.ts';
import { sumQuantities } from '../../facts/quantity.ts';
import type { Refusal } from '../../facts/refusal.ts';
import { keyOfUnits } from '../../facts/spans.ts';
import type { CaseDecision } from '../../policy/decision.ts';
import { accept, type Result, refuse } from '../../result.ts';
import type { CaseFile } from '../reading/caseFile.ts';
import type { CaseReferences } from '../reading/policyInput.ts';
import { type Chosen, grantedBy } from './choices.ts';
import { termsOf } from './verdict.ts';

/** Central refuses a difference between what was signed and what it computes itself. */
export function checkSigned(
  fact: VerdictDecidedFact,
  chosen: readonly Chosen[],
  decision: CaseDecision,
  inspection: InspectionFinishedFact,
  file: CaseFile,
  references: CaseReferences,
): Result<null, Refusal> {
  const { terms } = fact;
  // Older than terms: what it says of itself holds all the same.
  if (!terms) return checkStated(fact, chosen, decision);
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

/** Units and money a choice states, for its portion or for all of its group together, are what is computed. */
function checkStated(
  { choices }: VerdictDecidedFact,
  chosen: readonly Chosen[],
  { currency }: CaseDecision,
): Result<null, Refusal> {
  for (const choice of choices) {
    const own = chosen.filter(
      ({ portion }) =>
        portion.unitGroupId === choice.unitGroupId &&
        (choice.units === undefined || keyOfUnits(portion.units) === keyOfUnits(choice.units)),
    );
    for (const field of ['quantity', 'amount', 'value'] as const) {
      const stated = choice[field];
      const computed = sumQuantities(own.map((one) => grantedBy(one)[field]));
      if (stated === undefined || stated === computed) continue;
      return refuse({
        code: 'signedDiffers',
        field,
        signed: String(stated),
        computed: String(computed),
        unitGroupId: choice.unitGroupId,
        currency,
      });
    }
  }
  return accept(null);
}
