import type { CaseId, FactId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { FactOf } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';

export type ReleaseCase = {
  readonly caseId: CaseId;
  readonly heldFactId: FactId;
  readonly note: string;
};

/** Ends one hold of a case. */
export async function releaseCase(
  _context: ActionContext,
  _input: ReleaseCase,
): Promise<Result<FactOf<'released'>, ActionRefusal>> {
  throw new Error('not built yet');
}
