import type { PolicyVersion } from '../../../shared/facts/documents.ts';
import type { ClauseOutcome } from '../../../shared/policy/decision.ts';
import { policyWords } from '../../../shared/policy/policyWords.ts';
import type { ClauseLine } from '../../components/returns/ClauseList.tsx';
import type { Wording } from '../../wording/createWording.ts';
import { sayWhy } from './sayWhy.ts';

/**
 * Clause outcomes in our words and, of this edition, the policy's own; a clause that fired for one reason and not for another keeps both.
 */
export function clauseLines(
  wording: Wording,
  outcomes: readonly ClauseOutcome[],
  policy: PolicyVersion | null,
): readonly ClauseLine[] {
  return outcomes.map((outcome) => ({
    clause: outcome.clause,
    fired: outcome.fired,
    name: wording.t(`clause.${outcome.clause}`),
    why: sayWhy(wording, outcome.why),
    words: policyWords(outcome.clause, policy),
    facts: outcome.facts.length,
  }));
}
