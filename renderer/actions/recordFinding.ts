import { type CaseId, FindingId, type PhotoId, type UnitGroupId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { FindingFact } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';
import { record } from './record.ts';

export type RecordFinding = {
  readonly caseId: CaseId;
  readonly unitGroupId: UnitGroupId;
  readonly quantity: number;
  readonly observation: FindingFact['observation'];
  readonly measurements: FindingFact['measurements'];
  readonly photoIds: readonly PhotoId[];
  readonly note: string;
};

/** What an inspector found true of some units. */
export async function recordFinding(
  context: ActionContext,
  input: RecordFinding,
): Promise<Result<FindingFact, ActionRefusal>> {
  return await record<FindingFact>(context, {
    caseId: input.caseId,
    fact: (stamp) =>
      accept({
        ...stamp,
        kind: 'finding',
        ...input,
        findingId: FindingId.parse(context.newId()),
        photoIds: [...input.photoIds],
      }),
  });
}
