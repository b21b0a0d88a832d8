import type { FactOf } from '../../shared/facts/fact.ts';
import type { FactId } from '../../shared/ids.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

export type CorrectFact = {
  readonly factId: FactId;
  readonly reason: string;
};

/** Takes an earlier fact back by naming it; both stay on record. Refused where others rest on it. */
export async function correctFact(
  context: ActionContext,
  input: CorrectFact,
): Promise<Result<FactOf<'correction'>, ActionRefusal>> {
  const target = await context.db.facts.get(input.factId);
  if (!target) return refuse({ code: 'unknownFact' });
  const { caseId } = target.fact;
  return await record<FactOf<'correction'>>(context, {
    caseId,
    fact: (stamp) =>
      accept({
        ...stamp,
        kind: 'correction',
        caseId,
        corrects: input.factId,
        reason: input.reason,
      }),
  });
}

/** Takes a whole act back, newest first, so that nothing ever rests on what is gone. */
export async function correctFacts(
  context: ActionContext,
  factIds: readonly FactId[],
  reason: string,
): Promise<Result<null, ActionRefusal>> {
  for (const factId of factIds) {
    const result = await correctFact(context, { factId, reason });
    if (!result.ok) return result;
  }
  return accept(null);
}
