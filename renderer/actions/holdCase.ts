import type { CaseId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { HeldFact } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';

export type HoldCase = {
  readonly caseId: CaseId;
  readonly reason: HeldFact['reason'];
  readonly pausesClock: boolean;
  readonly note: string;
};

/** Puts a case on hold, with its effect on the clock. */
export async function holdCase(
  _context: ActionContext,
  _input: HoldCase,
): Promise<Result<HeldFact, ActionRefusal>> {
  throw new Error('not built yet');
}
