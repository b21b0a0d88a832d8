import type { PrintedBlock, PrintedPhoto } from '../../../../shared/desktop/printedDocument.ts';
import type { PhotoTakenFact } from '../../../../shared/facts/fact.ts';
import { drawnOn } from '../../../components/returns/annotations/drawnOn.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { sayMoment, type Telling } from './telling.ts';

/** Every picture a report may show, the client's first: what has to be fetched before it is told. */
export function picturesIn({ file }: Pick<CaseView, 'file'>): readonly string[] {
  const theirs = (file.returnCase.application?.evidence ?? []).flatMap(
    ({ sha256 }) => sha256 ?? [],
  );
  return [...new Set([...theirs, ...file.photos.map(({ sha256 }) => sha256)])];
}

/** Photos are called by their place in the order in which they were taken, the same all through a report. */
export function photoNumber({ view }: Pick<Telling, 'view'>, photoId: string): number {
  return 1 + view.file.photos.findIndex((photo) => photo.photoId === photoId);
}

export function photosBlock(
  telling: Telling,
  photos: readonly PhotoTakenFact[],
): readonly PrintedBlock[] {
  if (photos.length === 0) return [];
  return [{ kind: 'photos', photos: photos.map((photo) => told(telling, photo)) }];
}

/** What the client sent with the application. */
export function clientsPhotos(telling: Telling): readonly PrintedBlock[] {
  const { t } = telling.wording;
  const sent = (telling.view.file.returnCase.application?.evidence ?? []).flatMap(
    ({ sha256, caption }) => (sha256 === null ? [] : [{ sha256, caption }]),
  );
  if (sent.length === 0) return [];
  const photos = sent.map(({ sha256, caption }, at) => ({
    name: t('report.photo.theirs', { number: at + 1 }),
    picture: telling.ask.pictureOf(sha256),
    caption: caption || t('photo.fromClient'),
    detail: detailOf(telling, sha256, null),
    marks: null,
  }));
  return [{ kind: 'photos', photos }];
}

function told(telling: Telling, photo: PhotoTakenFact): PrintedPhoto {
  const { t } = telling.wording;
  return {
    name: t('report.photo', { number: photoNumber(telling, photo.photoId) }),
    picture: telling.ask.pictureOf(photo.sha256),
    caption: t(`shot.${photo.shot}`),
    detail: detailOf(telling, photo.sha256, photo.at.utc),
    marks: marksOn(telling, photo),
  };
}

/** Words somebody wrote over a picture are a note: they stay among ourselves as notes do. */
function marksOn({ view, isForClient }: Telling, photo: PhotoTakenFact): PrintedPhoto['marks'] {
  const drawn = drawnOn(view.file)(photo);
  if (!drawn) return null;
  const shapes = drawn.shapes.filter(({ kind }) => !isForClient || kind !== 'text');
  return shapes.length === 0 ? null : { width: drawn.width, height: drawn.height, shapes };
}

function detailOf({ ask, wording }: Telling, sha256: string, takenAt: string | null): string {
  return [
    ...(takenAt === null ? [] : [sayMoment(wording, takenAt)]),
    sha256.slice(0, 12),
    ...(ask.pictureOf(sha256) === null ? [wording.t('photo.missing')] : []),
  ].join(' · ');
}
