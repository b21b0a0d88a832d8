import type { ArrivalId, CaseId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { HeldFact } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';
import { record } from './record.ts';

export type HoldCase = {
  /** null: goods nobody knows the owner of; then the hold is of their arrival. */
  readonly caseId: CaseId | null;
  readonly arrivalId?: ArrivalId;
  readonly reason: HeldFact['reason'];
  readonly pausesClock: boolean;
  readonly note: string;
};

/** Puts a case on hold, with its effect on the clock. */
export async function holdCase(
  context: ActionContext,
  input: HoldCase,
): Promise<Result<HeldFact, ActionRefusal>> {
  return await record<HeldFact>(context, {
    caseId: input.caseId,
    fact: (stamp) => accept({ ...stamp, kind: 'held', ...input }),
  });
}
