import type { CaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { PhotoTakenFact } from '../../../shared/facts/fact.ts';
import { drawnOn } from '../../components/returns/annotations/drawnOn.ts';
import type { Wording } from '../../wording/createWording.ts';
import type { Shown } from './pairPhotos.ts';

export type OurPhoto = Shown & {
  readonly factId: PhotoTakenFact['id'];
  readonly hints: PhotoTakenFact['hints'];
};

/** What the client sent and what we took, each with what it is of. */
export function photosOf(
  { t }: Wording,
  file: Pick<CaseFile, 'returnCase' | 'photos' | 'findings' | 'facts' | 'corrected'>,
): { readonly theirs: readonly Shown[]; readonly ours: readonly OurPhoto[] } {
  const claimed = claimedPhotos(file);
  const drawn = drawnOn(file);
  const evidence = file.returnCase.application?.evidence ?? [];
  return {
    theirs: evidence.flatMap(({ sha256, caption }) =>
      sha256 === null ? [] : [{ sha256, caption: caption || t('photo.fromClient') }],
    ),
    ours: file.photos.map((photo) => {
      const { id, photoId, sha256, shot, hints } = photo;
      return {
        factId: id,
        sha256,
        shot,
        caption: t(`shot.${shot}`),
        isClaimed: claimed.has(photoId),
        hints,
        drawn: drawn(photo),
      };
    }),
  };
}

/** Of findings about what the client complained of, joined when they were recorded or since. */
function claimedPhotos({
  findings,
  facts,
  corrected,
}: Pick<CaseFile, 'findings' | 'facts' | 'corrected'>): ReadonlySet<string> {
  const claimed = findings.filter(
    ({ observation }) => observation.kind === 'defect' && observation.claimed,
  );
  const ids = new Set<string>(claimed.map(({ findingId }) => findingId));
  return new Set<string>([
    ...claimed.flatMap(({ photoIds }) => photoIds),
    ...facts.flatMap((fact) =>
      fact.kind === 'photoAttached' && !corrected.has(fact.id) && ids.has(fact.findingId)
        ? [fact.photoId]
        : [],
    ),
  ]);
}
