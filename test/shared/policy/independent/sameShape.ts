/** The product's decision with just what the second implementation says too. */
import type { CaseDecision, Question } from '../../../../shared/policy/decision.ts';
import { type IndependentDecision, shown } from './decideIndependently.ts';

export function sameShape(decision: CaseDecision): IndependentDecision {
  return {
    currency: decision.currency,
    refundAmount: decision.refundAmount,
    standing: decision.standing,
    shippingCost: decision.shippingCost,
    portions: decision.portions.map(({ clauses, questions, missing, inferred, ...portion }) => ({
      ...portion,
      fired: clauses.filter(({ fired }) => fired).map(({ clause }) => clause),
      questions: questions.map(asked).sort(),
      missing: [...missing].sort(),
      inferred,
    })),
    questions: decision.questions.map(asked).sort(),
    fired: decision.clauses.filter(({ fired }) => fired).map(({ clause }) => clause),
    missingEvidence: decision.missingEvidence
      .map(({ shot, unitGroupId, units }) => `${shot} ${unitGroupId ?? 'case'} ${shown(units)}`)
      .sort(),
  };
}

function asked({ question, unitGroupId, units, answers }: Question): string {
  const about = unitGroupId === null ? 'case' : `${unitGroupId} ${shown(units)}`;
  return `${question} about ${about}: ${answers.join(' or ')}`;
}
