import type { PhotoTakenFact } from '../../facts/fact.ts';
import type { Instant } from '../../facts/time.ts';
import type { CaseId } from '../../ids.ts';
import type { PictureElsewhere } from '../../policy/decision.ts';
import type { CaseFile } from './caseFile.ts';

/** UTC. A picture taken before keeps the meaning it had: then two cases could show the same one. */
export const picturesProveOnceSince: Instant = '2026-11-30T00:00:00.000Z';

/** A picture as another case has it; `isGranted`: something was granted there. */
export type OtherPicture = {
  readonly caseId: CaseId;
  readonly photo: Pick<PhotoTakenFact, 'id' | 'sha256'>;
  readonly isGranted: boolean;
};

/**
 * Pictures of this case that prove another one's claim: recorded there first, or something was granted
 * there. The same picture does not prove two claims; who took it here takes one of its own.
 */
export function picturesElsewhere(
  { photos, returnCase }: Pick<CaseFile, 'photos' | 'returnCase'>,
  others: readonly OtherPicture[],
): readonly PictureElsewhere[] {
  const found = new Map<string, PictureElsewhere>();
  for (const { caseId, photo, isGranted } of others) {
    const { sha256 } = photo;
    if (caseId === returnCase.id || found.has(sha256)) continue;
    const own = photos.filter((p) => p.sha256 === sha256);
    const isNew = own.length > 0 && own.every((p) => p.at.utc >= picturesProveOnceSince);
    const isLater = own.every((p) => photo.id < p.id);
    if (isNew && (isLater || isGranted)) found.set(sha256, { sha256, caseId });
  }
  return [...found.values()];
}
