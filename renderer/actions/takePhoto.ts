import type { CaseId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { ShotType } from '../../shared/returns/codes.ts';
import type { PhotoTakenFact } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';

export type TakePhoto = {
  readonly caseId: CaseId | null;
  readonly subject: PhotoTakenFact['subject'];
  readonly shot: ShotType;
  /** The picture as the camera gave it, at most 15 MB; never altered. */
  readonly bytes: Uint8Array;
  readonly mediaType: PhotoTakenFact['mediaType'];
  readonly width: number;
  readonly height: number;
};

/** Keeps a picture under its hash, then records that it was taken. */
export async function takePhoto(
  _context: ActionContext,
  _input: TakePhoto,
): Promise<Result<PhotoTakenFact, ActionRefusal>> {
  throw new Error('not built yet');
}
