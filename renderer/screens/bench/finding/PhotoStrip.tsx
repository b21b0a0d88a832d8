import { type ReactNode, useMemo, useState } from 'react';
import type { PhotoTakenFact } from '../../../../shared/facts/fact.ts';
import { IconButton } from '../../../components/generic/fields/Button.tsx';
import { TileGrid } from '../../../components/generic/lists/TileGrid.tsx';
import { drawnOn } from '../../../components/returns/annotations/drawnOn.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import type { ActionRefusal } from '../../../recording/actionContext.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { CasePhoto } from '../../../workflow/CasePhoto.tsx';
import { PhotoViewer } from '../../../workflow/photoViewer/PhotoViewer.tsx';
import { PhotoSheet } from '../../photos/PhotoSheet.tsx';
import styles from './PhotoStrip.module.css';

/** What was photographed, newest first. A retake keeps the first picture, as discarded. */
export function PhotoStrip(props: {
  readonly view: CaseView;
  readonly unitGroupId: string | null;
  readonly personId: string;
  readonly onRetake: (photo: PhotoTakenFact) => void;
  readonly onRefusal: (refusal: ActionRefusal | null) => void;
}): ReactNode {
  const { t } = useWording();
  const { file, acceptance } = props.view;
  const drawn = useMemo(() => drawnOn(file), [file]);
  const [marked, setMarked] = useState<PhotoTakenFact | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const taken = file.facts.filter(
    (fact): fact is PhotoTakenFact =>
      fact.kind === 'photoTaken' &&
      (fact.subject.kind !== 'unitGroup' || fact.subject.unitGroupId === props.unitGroupId),
  );
  const seen = new Set<string>(file.inspections.flatMap((i) => i.basis));
  const photos = [...taken].sort((a, b) => (a.at.utc < b.at.utc ? 1 : -1));
  const standing = photos.filter((photo) => !file.corrected.has(photo.id));
  if (photos.length === 0) return null;
  return (
    <>
      <TileGrid label={t('bench.photos.title')} tiles={photos} keyOf={(photo) => photo.id}>
        {(photo) => {
          const isGone = file.corrected.has(photo.id);
          const caption = t(`shot.${photo.shot}`);
          const canRetake = !isGone && photo.personId === props.personId && !seen.has(photo.id);
          return (
            <div className={styles['photo']}>
              <CasePhoto
                sha256={photo.sha256}
                caption={caption}
                hints={isGone ? [] : photo.hints}
                drawn={drawn(photo)}
                standing={
                  isGone
                    ? 'discarded'
                    : acceptance.get(photo.id) === 'accepted'
                      ? 'sent'
                      : 'waiting'
                }
                {...(!isGone && { onOpen: () => setOpened(standing.indexOf(photo)) })}
              />
              {!isGone && (
                <span className={styles['acts']}>
                  <IconButton
                    icon="pen"
                    look="quiet"
                    label={t('photos.open', { shot: caption })}
                    onPress={() => setMarked(photo)}
                  />
                  {canRetake && (
                    <IconButton
                      icon="retake"
                      look="quiet"
                      label={t('bench.retake', { shot: caption })}
                      onPress={() => props.onRetake(photo)}
                    />
                  )}
                </span>
              )}
            </div>
          );
        }}
      </TileGrid>
      {marked && (
        <PhotoSheet
          view={props.view}
          photo={marked}
          onRefusal={props.onRefusal}
          onClose={() => setMarked(null)}
        />
      )}
      {opened !== null && (
        <PhotoViewer
          theirs={(file.returnCase.application?.evidence ?? []).flatMap((e) =>
            e.sha256 === null ? [] : [{ sha256: e.sha256, caption: e.caption }],
          )}
          ours={standing.map((photo) => ({
            sha256: photo.sha256,
            shot: photo.shot,
            caption: t(`shot.${photo.shot}`),
            drawn: drawn(photo),
          }))}
          opened={{ side: 'ours', place: opened }}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
