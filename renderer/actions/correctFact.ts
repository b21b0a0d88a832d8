import type { FactId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { FactOf } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';

export type CorrectFact = {
  readonly factId: FactId;
  readonly reason: string;
};

/** Takes an earlier fact back by naming it; both stay on record. */
export async function correctFact(
  _context: ActionContext,
  _input: CorrectFact,
): Promise<Result<FactOf<'correction'>, ActionRefusal>> {
  throw new Error('not built yet');
}
