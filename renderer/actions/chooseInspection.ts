import type { FactOf } from '../../shared/facts/fact.ts';
import type { CaseId, VerdictId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

export type ChooseInspection = {
  readonly caseId: CaseId;
  /** The verdict of the inspection that counts, and those it counts over. */
  readonly verdictId: VerdictId;
  readonly over: readonly VerdictId[];
  readonly reason: string;
};

/** A supervisor says which of rival inspections counts. */
export async function chooseInspection(
  context: ActionContext,
  { over, ...input }: ChooseInspection,
): Promise<Result<FactOf<'inspectionChosen'>, ActionRefusal>> {
  return await record<FactOf<'inspectionChosen'>>(context, {
    caseId: input.caseId,
    fact: (stamp) => accept({ ...stamp, kind: 'inspectionChosen', ...input, over: [...over] }),
  });
}
