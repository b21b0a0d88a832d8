import { dutyOf } from '../../shared/cases/reading/duties.ts';
import type { Fact, FactOf } from '../../shared/facts/fact.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

export type AcceptAnyway = {
  /** The refused record, and the hash it was sealed under. */
  readonly refused: { readonly fact: Fact; readonly hash: string };
  readonly reason: string;
};

/** A supervisor's word for a refused record of floor work; central decides about the record anew. */
export async function acceptAnyway(
  context: ActionContext,
  { refused: { fact: target, hash }, reason }: AcceptAnyway,
): Promise<Result<FactOf<'acceptedAnyway'>, ActionRefusal>> {
  const { caseId } = target;
  const arrivalId = 'arrivalId' in target ? target.arrivalId : undefined;
  return await record<FactOf<'acceptedAnyway'>>(context, {
    caseId,
    target,
    fact: (stamp) =>
      accept({
        ...stamp,
        kind: 'acceptedAnyway',
        caseId,
        ...(arrivalId !== undefined && { arrivalId }),
        accepts: target.id,
        hash,
        hands: dutyOf(target),
        reason,
      }),
  });
}
