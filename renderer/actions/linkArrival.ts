import type { FactOf } from '../../shared/facts/fact.ts';
import type { ArrivalId, CaseId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import { blindFactsOf } from '../cases/blindFacts.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { againstPapers } from '../recording/againstPapers.ts';
import { record } from '../recording/record.ts';

export type LinkArrival = {
  readonly arrivalId: ArrivalId;
  readonly caseId: CaseId;
  readonly reason: string;
};

/** A blind arrival finds its case; what was counted of it meets the papers. */
export async function linkArrival(
  context: ActionContext,
  input: LinkArrival,
): Promise<Result<FactOf<'arrivalLinked'>, ActionRefusal>> {
  return await record<FactOf<'arrivalLinked'>>(context, {
    caseId: input.caseId,
    fact: async (stamp, loaded) => {
      const counts = (await blindFactsOf(context.db, input.arrivalId)).flatMap((fact) =>
        fact.kind === 'unitsCounted' ? [fact] : [],
      );
      const units = loaded ? againstPapers(counts, loaded, context.newId) : [];
      return accept({
        ...stamp,
        kind: 'arrivalLinked',
        ...input,
        ...(units.length > 0 && { units: [...units] }),
      });
    },
  });
}
