import type { FactOf } from '../../shared/facts/fact.ts';
import { type CaseId, InspectionId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

export type StartInspection = {
  readonly caseId: CaseId;
  readonly inspection: FactOf<'inspectionStarted'>['inspection'];
  readonly reason: string;
};

/** The goods are looked at again, beside what was found before: a re-inspection, a blind second, a dispute. */
export async function startInspection(
  context: ActionContext,
  input: StartInspection,
): Promise<Result<FactOf<'inspectionStarted'>, ActionRefusal>> {
  return await record<FactOf<'inspectionStarted'>>(context, {
    caseId: input.caseId,
    fact: (stamp) =>
      accept({
        ...stamp,
        kind: 'inspectionStarted',
        ...input,
        inspectionId: InspectionId.parse(context.newId()),
      }),
  });
}
