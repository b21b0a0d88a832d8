import { type ReactNode, useMemo, useState } from 'react';
import { useKeys } from '../../../components/generic/keys/KeysProvider.tsx';
import { TileGrid } from '../../../components/generic/lists/TileGrid.tsx';
import { EmptyState } from '../../../components/generic/surfaces/EmptyState.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { CasePhoto } from '../../../workflow/CasePhoto.tsx';
import { PhotoViewer } from '../../../workflow/photoViewer/PhotoViewer.tsx';
import { photosOf } from '../../../workflow/photoViewer/photosOf.ts';
import styles from './Evidence.module.css';

type Opened = { readonly side: 'theirs' | 'ours'; readonly place: number };

/** The client's pictures beside ours; opened, each beside ours of the same kind. */
export function Evidence(props: { readonly view: CaseView }): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { view } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const { theirs, ours } = useMemo(() => photosOf(wording, view.file), [wording, view.file]);
  const open =
    opened === null && ours.length + theirs.length > 0
      ? () =>
          setOpened(theirs.length > 0 ? { side: 'theirs', place: 0 } : { side: 'ours', place: 0 })
      : null;
  useKeys({ photosLeft: open, photosRight: open });
  return (
    <div className={styles['sides']}>
      <figure className={styles['side']}>
        <figcaption className={styles['name']}>{t('bench.client')}</figcaption>
        {theirs.length === 0 && <EmptyState size="part" title={t('photo.noneFromClient')} />}
        <TileGrid label={t('bench.client')} tiles={theirs} keyOf={({ sha256 }) => sha256}>
          {(photo) => (
            <CasePhoto
              sha256={photo.sha256}
              caption={photo.caption}
              standing="fromClient"
              onOpen={() => setOpened({ side: 'theirs', place: theirs.indexOf(photo) })}
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
              hints={photo.hints}
              drawn={photo.drawn}
              standing={view.acceptance.get(photo.factId) === 'accepted' ? 'sent' : 'waiting'}
              onOpen={() => setOpened({ side: 'ours', place: ours.indexOf(photo) })}
            />
          )}
        </TileGrid>
      </figure>
      {opened !== null && (
        <PhotoViewer theirs={theirs} ours={ours} opened={opened} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}
