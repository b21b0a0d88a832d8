import type { CaseId, FactId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { FactOf } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';
import { record } from './record.ts';

export type ReleaseCase = {
  readonly caseId: CaseId;
  readonly heldFactId: FactId;
  readonly note: string;
};

/** Ends one hold of a case. */
export async function releaseCase(
  context: ActionContext,
  input: ReleaseCase,
): Promise<Result<FactOf<'released'>, ActionRefusal>> {
  return await record<FactOf<'released'>>(context, {
    caseId: input.caseId,
    fact: (stamp) => accept({ ...stamp, kind: 'released', ...input }),
  });
}
