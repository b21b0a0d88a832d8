import type { PersonId, VerdictId } from '../../../../shared/ids.ts';
import type { ActionContext } from '../../../recording/actionContext.ts';
import type { DecisionDraft } from './decisionDraft.ts';

/** A decision begun and not signed. */
export type BegunDecision = {
  readonly verdictId: VerdictId;
  readonly draft: DecisionDraft;
  /** What lay on the screen as it was last worked on. */
  readonly seen: string;
};
/** Of one person, by case. */
export type BegunDecisions = Map<string, BegunDecision>;

const kept = new WeakMap<ActionContext['db'], Map<PersonId, BegunDecisions>>();

/**
 * What a person has begun at this station, while it runs: it outlives their page, which is put away when
 * another one signs in. Nobody is given another's.
 */
export function begunBy(db: ActionContext['db'], personId: PersonId): BegunDecisions {
  const here = kept.get(db) ?? new Map<PersonId, BegunDecisions>();
  kept.set(db, here);
  const own = here.get(personId) ?? new Map<string, BegunDecision>();
  here.set(personId, own);
  return own;
}
