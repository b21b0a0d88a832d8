import { type ReactNode, useState } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { CasePhoto } from '../atWork/CasePhoto.tsx';
import { PhotoViewer } from '../atWork/PhotoViewer.tsx';
import styles from './Evidence.module.css';

/** The claim beside what we found, picture by picture. */
export function Evidence(props: { readonly view: CaseView }): ReactNode {
  const { t } = useWording();
  const { file, acceptance } = props.view;
  const [opened, setOpened] = useState<number | null>(null);
  const theirs = (file.returnCase.application?.evidence ?? []).flatMap((e) =>
    e.sha256 === null ? [] : [{ sha256: e.sha256, caption: e.caption || t('photo.fromClient') }],
  );
  const ours = file.photos.map((photo) => ({
    sha256: photo.sha256,
    caption: t(`shot.${photo.shot}`),
    isAccepted: acceptance.get(photo.id) === 'accepted',
  }));
  return (
    <div className={styles['sides']}>
      <figure className={styles['side']}>
        <figcaption className={styles['name']}>{t('bench.client')}</figcaption>
        {file.returnCase.application && (
          <blockquote className={styles['words']}>
            {file.returnCase.application.description}
          </blockquote>
        )}
        <div className={styles['photos']}>
          {theirs.map((photo) => (
            <CasePhoto key={photo.sha256} {...photo} standing="fromClient" />
          ))}
        </div>
      </figure>
      <figure className={styles['side']}>
        <figcaption className={styles['name']}>{t('bench.found')}</figcaption>
        {ours.length === 0 && <EmptyState icon="camera" title={t('desk.noPhotos')} />}
        <div className={styles['photos']}>
          {ours.map((photo, place) => (
            <CasePhoto
              key={photo.sha256}
              sha256={photo.sha256}
              caption={photo.caption}
              standing={photo.isAccepted ? 'sent' : 'waiting'}
              onOpen={() => setOpened(place)}
            />
          ))}
        </div>
      </figure>
      {opened !== null && (
        <PhotoViewer theirs={theirs} ours={ours} start={opened} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}
