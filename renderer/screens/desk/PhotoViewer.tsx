import { type ReactNode, useEffect, useState } from 'react';
import { Sheet } from '../../components/Sheet.tsx';
import { usePhotoUrl } from '../../queries/photoUrl.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Evidence.module.css';

type Shown = { readonly sha256: string; readonly caption: string };

/** Claim and finding side by side: arrows step through ours, Z looks closer at both. */
export function PhotoViewer(props: {
  readonly theirs: readonly Shown[];
  readonly ours: readonly Shown[];
  readonly start: number;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const { ours, theirs } = props;
  const [place, setPlace] = useState(props.start);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (step !== 0) setPlace((now) => (now + step + ours.length) % ours.length);
      if (event.key === 'z') setNear((now) => !now);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [ours.length]);
  const mine = ours[place];
  const claim = theirs[place % Math.max(1, theirs.length)];
  return (
    <Sheet
      title={t('desk.photos', { place: place + 1, all: ours.length })}
      isOpen
      onClose={props.onClose}
      width="wide"
    >
      <div className={styles['viewer']} data-near={isNear || undefined}>
        {claim && <Picture {...claim} />}
        {mine && <Picture {...mine} />}
      </div>
      <p className={styles['name']}>{t('desk.photos.keys')}</p>
    </Sheet>
  );
}

function Picture(props: Shown): ReactNode {
  const url = usePhotoUrl(props.sha256);
  return (
    <figure className={styles['big']}>
      {url && <img src={url} alt={props.caption} />}
      <figcaption className={styles['name']}>{props.caption}</figcaption>
    </figure>
  );
}
