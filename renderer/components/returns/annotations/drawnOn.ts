import { annotationsOf } from '../../../../shared/cases/reading/annotations.ts';
import type { CaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import type { PhotoTakenFact } from '../../../../shared/facts/fact.ts';
import type { Drawn } from './Picture.tsx';

/** What is marked on each photo of a case, as pictures are shown with it. */
export function drawnOn(
  file: Pick<CaseFile, 'facts' | 'corrected'>,
): (photo: PhotoTakenFact) => Drawn | undefined {
  const marks = annotationsOf(file);
  return ({ photoId, width, height }) => {
    const { shapes } = marks.get(photoId) ?? {};
    return shapes && { shapes, width, height };
  };
}
