import type { ArrivalFact, Fact, FactOf } from '../../shared/facts/fact.ts';
import type { ArrivalId, CaseId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import { blindFactsOf } from '../cases/blindFacts.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

type DoorChecked = FactOf<'doorChecked'>;

/** What can be said of a parcel from the outside. */
export type Door = Pick<ArrivalFact, 'carrier' | 'packages' | 'seal' | 'condition'>;

export type CheckDoor = {
  readonly caseId: CaseId | null;
  readonly arrivalId: ArrivalId;
  /** What is new, given what was said before, which stays of the rest. */
  readonly news: (before: Door) => Partial<Door>;
  readonly note: string;
};

/**
 * What the dock saw at the door, said after the arrival. It adds to what is recorded by then, not to
 * what was on screen: what waited for a slow disk is among it.
 */
export async function checkDoor(
  context: ActionContext,
  { caseId, arrivalId, news, note }: CheckDoor,
): Promise<Result<DoorChecked, ActionRefusal>> {
  return await record<DoorChecked>(context, {
    caseId,
    fact: async (stamp, loaded) => {
      const said = loaded
        ? [...loaded.file.arrivals, ...loaded.file.doorChecks]
        : await blindFactsOf(context.db, arrivalId);
      const before = doorIn(said, arrivalId);
      const door = { ...before, ...news(before) };
      return accept({ ...stamp, kind: 'doorChecked', caseId, arrivalId, ...door, note });
    },
  });
}

const unseen: Door = { carrier: null, packages: 1, seal: null, condition: 'good' };

/** What was last said of the outside of these goods, among facts with the oldest first. */
export function doorIn(facts: readonly Fact[], arrivalId: string): Door {
  const said = facts.findLast(
    (fact): fact is ArrivalFact | DoorChecked =>
      (fact.kind === 'doorChecked' || fact.kind === 'arrival') && fact.arrivalId === arrivalId,
  );
  const { carrier, packages, seal, condition } = said ?? unseen;
  return { carrier, packages, seal, condition };
}
