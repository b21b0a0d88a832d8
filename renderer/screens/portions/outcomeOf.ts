import { sumQuantities } from '../../../shared/facts/quantity.ts';
import type { CaseDecision, PortionDecision } from '../../../shared/policy/decision.ts';

/** What the policy makes of units now, in one word; in the order in which it is said. */
export const outcomes = [
  'upheld',
  'sound',
  'misuse',
  'notUpheld',
  'misuseOpen',
  'person',
  'open',
  'uninspected',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Reads a decision, and never decides: whoever wants to know why asks its clauses. */
export function outcomeOf(
  portion: Pick<PortionDecision, 'standing' | 'negative' | 'missing'>,
): Outcome {
  if (portion.missing.includes('finding')) return 'uninspected';
  if (portion.missing.includes('misuseProof')) return 'misuseOpen';
  if (portion.negative === 'notDefective') return 'sound';
  if (portion.negative === 'notUsedAsIntended') return 'misuse';
  if (portion.standing === 'needsPerson') return 'person';
  return portion.standing === 'needsFacts' ? 'open' : portion.standing;
}

/** How many units come to what, those there are none of left out. */
export function outcomesOf(
  decision: Pick<CaseDecision, 'portions'>,
): readonly { readonly outcome: Outcome; readonly quantity: number }[] {
  return outcomes.flatMap((outcome) => {
    const of = decision.portions.filter((portion) => outcomeOf(portion) === outcome);
    const quantity = sumQuantities(of.map((portion) => portion.quantity));
    return quantity > 0 ? [{ outcome, quantity }] : [];
  });
}
