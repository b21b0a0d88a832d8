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
 * Of records in the order they were made, those `picturesElsewhere` can name for any case: of each
 * picture the first, and the first something was granted on, of two cases. One that thousands of cases
 * show is then compared with four of them.
 */
export function tellingRecords(others: readonly OtherPicture[]): readonly OtherPicture[] {
  const casesOf = new Map<string, Set<string>>();
  return others.filter(({ caseId, photo, isGranted }) => {
    const isTelling = (kind: string) => {
      const key = `${kind} ${photo.sha256}`;
      const cases = casesOf.get(key) ?? new Set();
      if (cases.size === 2 || cases.has(caseId)) return false;
      casesOf.set(key, cases.add(caseId));
      return true;
    };
    const isFirst = isTelling('first');
    return (isGranted && isTelling('granted')) || isFirst;
  });
}

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
