import type { FactOf, HeldFact } from '../../shared/facts/fact.ts';
import type { CaseId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import { isPaperless } from '../cases/blindFacts.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

export type ReleaseCase = {
  /** null: goods nobody knows the owner of. */
  readonly caseId: CaseId | null;
  readonly held: Pick<HeldFact, 'id' | 'arrivalId'>;
  readonly because: NonNullable<FactOf<'released'>['because']>;
  readonly note: string;
};

/**
 * Ends one hold of a case, or of goods nobody knows the owner of; as these were held for their
 * arrival, so they are released, also where a case was opened for them.
 */
export async function releaseCase(
  context: ActionContext,
  { held, ...input }: ReleaseCase,
): Promise<Result<FactOf<'released'>, ActionRefusal>> {
  const { id: heldFactId, arrivalId } = held;
  return await record<FactOf<'released'>>(context, {
    caseId: input.caseId,
    fact: (stamp, loaded) =>
      accept({
        ...stamp,
        kind: 'released',
        ...input,
        ...(arrivalId && loaded && isPaperless(loaded.file, arrivalId) && { caseId: null }),
        heldFactId,
        ...(arrivalId !== undefined && { arrivalId }),
      }),
  });
}
