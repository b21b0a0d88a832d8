import type { ArrivalId, CaseId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { FactOf } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';
import { record } from './record.ts';

export type LinkArrival = {
  readonly arrivalId: ArrivalId;
  readonly caseId: CaseId;
  readonly reason: string;
};

/** A blind arrival finds its case. */
export async function linkArrival(
  context: ActionContext,
  input: LinkArrival,
): Promise<Result<FactOf<'arrivalLinked'>, ActionRefusal>> {
  return await record<FactOf<'arrivalLinked'>>(context, {
    caseId: input.caseId,
    fact: (stamp) => accept({ ...stamp, kind: 'arrivalLinked', ...input }),
  });
}
