import type { CaseId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { InspectionFinishedFact } from '../../shared/returns/fact.ts';
import type { RecordedTime } from '../../shared/returns/time.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';

export type FinishInspection = {
  readonly caseId: CaseId;
  readonly inspection: InspectionFinishedFact['inspection'];
  /** null: the inspector's first count, photo or finding not yet in an inspection. */
  readonly startedAt: RecordedTime | null;
  readonly note: string;
};

/** The inspector is done: the policy's verdict over everything recorded so far is proposed. */
export async function finishInspection(
  _context: ActionContext,
  _input: FinishInspection,
): Promise<Result<InspectionFinishedFact, ActionRefusal>> {
  throw new Error('not built yet');
}
