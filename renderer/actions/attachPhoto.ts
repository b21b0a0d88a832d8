import type { Shape } from '../../shared/facts/annotationFacts.ts';
import type { FactOf } from '../../shared/facts/fact.ts';
import type { CaseId, FactId, FindingId, PhotoId } from '../../shared/ids.ts';
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

export type AnnotatePhoto = {
  readonly caseId: CaseId;
  readonly photoId: PhotoId;
  readonly shapes: readonly Shape[];
  /** The layers it was begun from; one that came meanwhile stays beside it. */
  readonly over: readonly FactId[];
};

/** The marks on a photo as they are now, in place of those before. The picture stays as it was taken. */
export async function annotatePhoto(
  context: ActionContext,
  { shapes, over, ...input }: AnnotatePhoto,
): Promise<Result<FactOf<'photoAnnotated'>, ActionRefusal>> {
  return await record<FactOf<'photoAnnotated'>>(context, {
    caseId: input.caseId,
    fact: (stamp) =>
      accept({
        ...stamp,
        kind: 'photoAnnotated',
        ...input,
        shapes: [...shapes],
        over: over.slice(-20),
      }),
  });
}
