import type { PhotoHint, ShotType } from '../../shared/facts/codes.ts';
import type { PhotoTakenFact } from '../../shared/facts/fact.ts';
import { type CaseId, PhotoId } from '../../shared/ids.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { photoRowOf } from '../cases/photoRowOf.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';
import { underWay } from '../recording/underWay.ts';

export type TakePhoto = {
  readonly caseId: CaseId | null;
  readonly subject: PhotoTakenFact['subject'];
  readonly shot: ShotType;
  /** The picture as it was taken, at most 15 MB, never altered; nobody fills this buffer again before the answer. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: PhotoTakenFact['mediaType'];
  readonly width: number;
  readonly height: number;
  /** What the camera gave, where that was more; left out or null: what is kept. */
  readonly given?: { readonly width: number; readonly height: number } | null;
  /** What may be wrong with it, for people to see; nothing follows from it. */
  readonly hints?: readonly PhotoHint[];
};

/** Keeps a picture under its hash, then records that it was taken. */
export function takePhoto(
  context: ActionContext,
  input: TakePhoto,
): Promise<Result<PhotoTakenFact, ActionRefusal>> {
  return underWay(context.db, keepAndRecord(context, input));
}

async function keepAndRecord(
  context: ActionContext,
  input: TakePhoto,
): Promise<Result<PhotoTakenFact, ActionRefusal>> {
  const { caseId, subject, shot, bytes, mediaType, width, height } = input;
  const { given = null, hints = [] } = input;
  // Begun first: its bytes reach the engine while they are hashed and kept in their file.
  const blob = new Blob([bytes], { type: mediaType });
  const sha256 = await sha256Of(bytes);
  const kept = await keep(context, sha256, bytes);
  if (!kept.ok) return kept;
  return await record<PhotoTakenFact>(context, {
    caseId,
    fact: (stamp) =>
      accept({
        ...stamp,
        kind: 'photoTaken',
        caseId,
        photoId: PhotoId.parse(context.newId()),
        subject,
        shot,
        sha256,
        mediaType,
        bytes: bytes.length,
        width,
        height,
        ...(given && { given }),
        ...(hints.length > 0 && { hints: [...hints] }),
      }),
    photo: (fact, loaded) => ({ row: photoRowOf(fact, loaded), blob }),
  });
}

async function keep(
  context: ActionContext,
  sha256: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<{ bytes: number }, ActionRefusal>> {
  try {
    return await context.desktop.keepPhoto({ sha256, bytes });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return refuse({ code: 'writeFailed', detail });
  }
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
