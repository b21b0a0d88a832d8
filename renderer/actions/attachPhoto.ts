import type { FactOf } from '../../shared/facts/fact.ts';
import type { CaseId, FindingId, PhotoId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

export type AttachPhoto = {
  readonly caseId: CaseId;
  readonly photoId: PhotoId;
  readonly findingId: FindingId;
};

/** A photo taken later joins a finding recorded before. */
export async function attachPhoto(
  context: ActionContext,
  input: AttachPhoto,
): Promise<Result<FactOf<'photoAttached'>, ActionRefusal>> {
  return await record<FactOf<'photoAttached'>>(context, {
    caseId: input.caseId,
    fact: (stamp) => accept({ ...stamp, kind: 'photoAttached', ...input }),
  });
}
