import { type ReactNode, useEffect, useState } from 'react';
import { useShortcuts } from '../../../components/generic/keys/Shortcuts.tsx';
import { TileGrid } from '../../../components/generic/lists/TileGrid.tsx';
import { EmptyState } from '../../../components/generic/surfaces/EmptyState.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { CasePhoto } from '../../../workflow/CasePhoto.tsx';
import { isTyping } from '../../../workflow/isTyping.ts';
import { PhotoViewer } from '../../../workflow/PhotoViewer.tsx';
import styles from './Evidence.module.css';

type Opened = { readonly ours: number; readonly theirs: number };

/** The claim beside what we found, picture by picture. */
export function Evidence(props: { readonly view: CaseView }): ReactNode {
  const { t } = useWording();
  const { file, acceptance } = props.view;
  const { application } = file.returnCase;
  const [opened, setOpened] = useState<Opened | null>(null);
  const theirs = (application?.evidence ?? []).flatMap((e) =>
    e.sha256 === null ? [] : [{ sha256: e.sha256, caption: e.caption || t('photo.fromClient') }],
  );
  const ours = file.photos.map((photo) => ({
    sha256: photo.sha256,
    caption: t(`shot.${photo.shot}`),
    isAccepted: acceptance.get(photo.id) === 'accepted',
  }));
  usePhotoKey(opened === null && ours.length + theirs.length > 0, () =>
    setOpened({ ours: 0, theirs: 0 }),
  );
  useShortcuts([{ keys: ['left', 'right'], says: t('desk.keys.photos') }]);
  return (
    <div className={styles['sides']}>
      <figure className={styles['side']}>
        <figcaption className={styles['name']}>{t('bench.client')}</figcaption>
        {application ? (
          <blockquote className={styles['words']}>{application.description}</blockquote>
        ) : (
          <EmptyState size="part" title={t('bench.noApplication')} />
        )}
        <TileGrid label={t('bench.client')} tiles={theirs} keyOf={({ sha256 }) => sha256}>
          {(photo) => (
            <CasePhoto
              {...photo}
              standing="fromClient"
              onOpen={() => setOpened({ ours: 0, theirs: theirs.indexOf(photo) })}
            />
          )}
        </TileGrid>
      </figure>
      <figure className={styles['side']}>
        <figcaption className={styles['name']}>{t('bench.found')}</figcaption>
        {ours.length === 0 && <EmptyState size="part" title={t('desk.noPhotos')} />}
        <TileGrid label={t('bench.found')} tiles={ours} keyOf={({ sha256 }) => sha256}>
          {(photo) => (
            <CasePhoto
              sha256={photo.sha256}
              caption={photo.caption}
              standing={photo.isAccepted ? 'sent' : 'waiting'}
              onOpen={() => setOpened({ ours: ours.indexOf(photo), theirs: 0 })}
            />
          )}
        </TileGrid>
      </figure>
      {opened !== null && (
        <PhotoViewer
          theirs={theirs}
          ours={ours}
          start={opened.ours}
          startTheirs={opened.theirs}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

const ownArrows = '[role="row"], [role="radiogroup"], [role="slider"], [role="tablist"]';

/** An arrow opens the photos, unless what has the focus moves by arrows itself. */
function usePhotoKey(isOn: boolean, open: () => void): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      if (event.target instanceof Element && event.target.closest(ownArrows) !== null) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn, open]);
}
