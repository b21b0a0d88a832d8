import type { ClauseOutcome } from '../../../shared/policy/decision.ts';
import type { ClauseLine } from '../../components/ClauseList.tsx';
import type { Wording } from '../../wording/createWording.ts';
import { sayWhy } from './sayWhy.ts';

/** Clause outcomes in words; a clause that fired for one reason and not for another keeps both. */
export function clauseLines(
  wording: Wording,
  outcomes: readonly ClauseOutcome[],
): readonly ClauseLine[] {
  return outcomes.map((outcome) => ({
    clause: outcome.clause,
    fired: outcome.fired,
    name: wording.t(`clause.${outcome.clause}`),
    why: sayWhy(wording, outcome.why),
    facts: outcome.facts.length,
  }));
}
