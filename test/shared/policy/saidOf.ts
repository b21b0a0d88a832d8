/** What the house says to a situation, portion by portion, in a few words. */
import { decideCase } from '../../../shared/policy/decide/decideCase.ts';
import type { PolicyInput, PortionDecision, Question } from '../../../shared/policy/decision.ts';
import { assertNever } from '../../../shared/result.ts';

export function saidOf(input: PolicyInput): string {
  const decided = decideCase(input);
  if (!decided.ok) return `refused ${decided.refusal.code} ${decided.refusal.field}`;
  return decided.value.portions.map(sentence).join(' / ');
}

function sentence(decision: PortionDecision): string {
  const { eligibleAmount, eligibleQuantity, missing, negative, standing } = decision;
  switch (standing) {
    case 'upheld':
      return `upheld ${eligibleQuantity}, ${(eligibleAmount / 100).toFixed(2)}, ${answering(decision)}`;
    case 'notUpheld':
      return `not upheld, ${negative}, ${answering(decision)}`;
    case 'needsPerson':
      return `asks ${decision.questions.map(asked).join(' and ')}`;
    case 'needsFacts':
      return `needs ${missing.join(', ')}`;
    default:
      return assertNever(standing);
  }
}

/** "us for ourCarrier": we answer towards the client, and recharge the carrier. */
function answering({ liability, rechargeTo }: PortionDecision): string {
  return rechargeTo === null || rechargeTo === liability
    ? liability
    : `${liability} for ${rechargeTo}`;
}

function asked({ clauses, question }: Question): string {
  return `${question} (${clauses.join(', ')})`;
}
