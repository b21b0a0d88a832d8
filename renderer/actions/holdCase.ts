import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import type { HeldFact } from '../../shared/facts/fact.ts';
import type { ArrivalId, CaseId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import { isPaperless } from '../cases/blindFacts.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

export type HoldCase = {
  /** null: goods nobody knows the owner of; then the hold is of their arrival. */
  readonly caseId: CaseId | null;
  readonly arrivalId?: ArrivalId;
  readonly reason: HeldFact['reason'];
  readonly pausesClock: boolean;
  readonly note: string;
};

/**
 * Puts a case on hold, with its effect on the clock. What came without papers is held for its arrival,
 * also where a case was opened for it: the hold must follow to the case it turns out to be.
 */
export async function holdCase(
  context: ActionContext,
  input: HoldCase,
): Promise<Result<HeldFact, ActionRefusal>> {
  return await record<HeldFact>(context, {
    caseId: input.caseId,
    fact: (stamp, loaded) =>
      accept({ ...stamp, kind: 'held', ...input, ...(loaded && ofArrival(loaded.file)) }),
  });
}

function ofArrival(file: CaseFile): Pick<HeldFact, 'caseId' | 'arrivalId'> | null {
  const paperless = file.arrivals.find(({ arrivalId }) => isPaperless(file, arrivalId));
  return paperless ? { caseId: null, arrivalId: paperless.arrivalId } : null;
}
