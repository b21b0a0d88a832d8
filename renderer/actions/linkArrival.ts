import type { ArrivalId, CaseId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { FactOf } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';

export type LinkArrival = {
  readonly arrivalId: ArrivalId;
  readonly caseId: CaseId;
  readonly reason: string;
};

/** A blind arrival finds its case. */
export async function linkArrival(
  _context: ActionContext,
  _input: LinkArrival,
): Promise<Result<FactOf<'arrivalLinked'>, ActionRefusal>> {
  throw new Error('not built yet');
}
