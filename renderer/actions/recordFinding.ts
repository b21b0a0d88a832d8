import type { CaseId, PhotoId, UnitGroupId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { FindingFact } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';

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
  _context: ActionContext,
  _input: RecordFinding,
): Promise<Result<FindingFact, ActionRefusal>> {
  throw new Error('not built yet');
}
