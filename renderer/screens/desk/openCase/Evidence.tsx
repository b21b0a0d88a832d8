import { type ReactNode, useState } from 'react';
import { useKeys } from '../../../components/generic/keys/KeysProvider.tsx';
import { TileGrid } from '../../../components/generic/lists/TileGrid.tsx';
import { EmptyState } from '../../../components/generic/surfaces/EmptyState.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { CasePhoto } from '../../../workflow/CasePhoto.tsx';
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
  const open =
    opened === null && ours.length + theirs.length > 0
      ? () => setOpened({ ours: 0, theirs: 0 })
      : null;
  useKeys({ photosLeft: open, photosRight: open });
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
