import type { PhotoTakenFact } from '../../../shared/facts/fact.ts';
import type { Result } from '../../../shared/result.ts';
import { type TakePhoto, takePhoto } from '../../actions/takePhoto.ts';
import type { ActionContext, ActionRefusal } from '../../recording/actionContext.ts';
import type { CameraRefusal, Shutter } from './Camera.tsx';

/** What the camera shows now, recorded as a photo of this. */
export async function takePicture(
  context: ActionContext,
  camera: Shutter | null,
  of: () => Promise<Pick<TakePhoto, 'caseId' | 'subject' | 'shot'>>,
): Promise<Result<PhotoTakenFact, ActionRefusal | CameraRefusal>> {
  const picture = await camera?.shoot();
  if (!picture?.ok) return { ok: false, refusal: { code: 'cameraNotReady' } };
  return await takePhoto(context, { ...(await of()), ...picture.value });
}
