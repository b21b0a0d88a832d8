import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Button, IconButton } from '../../components/generic/fields/Button.tsx';
import { useKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import { PhotoFrame } from './PhotoFrame.tsx';
import styles from './PhotoViewer.module.css';
import { type PhotoPair, pairPhotos, type Shown } from './pairPhotos.ts';
import { moved, nearScale, whole, type Zoom, zoomedBy } from './zoom.ts';

/** A quarter of what is in sight, with one press. */
const stepOfPan = 0.25;
const stepOfZoom = 1.5;

/**
 * Claim and finding side by side, kind by kind: arrows walk through the pairs, and both pictures are
 * looked at as closely, at the same point.
 */
export function PhotoViewer(props: {
  readonly theirs: readonly Shown[];
  readonly ours: readonly Shown[];
  /** The one it was opened by, of one side. */
  readonly opened: { readonly side: 'theirs' | 'ours'; readonly place: number };
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const { ours, theirs, opened } = props;
  const pairs = useMemo(() => pairPhotos(theirs, ours), [theirs, ours]);
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      pairs.findIndex((pair) => pair[opened.side] === opened.place),
    ),
  );
  /** Another picture on one side than the pair's, until the next pair. */
  const [other, setOther] = useState<Partial<PhotoPair>>({});
  const [zoom, setZoom] = useState<Zoom>(whole);
  const pointed = useRef<((scale: number) => Zoom) | null>(null);
  const step = (by: number) => {
    setPlace((now) => (now + by + pairs.length) % Math.max(1, pairs.length));
    setOther({});
  };
  const turn = () =>
    setZoom((now) =>
      now.scale > 1 ? whole : (pointed.current?.(nearScale) ?? zoomedBy(now, nearScale)),
    );
  const pan = (across: number, down: number) => () =>
    setZoom((now) => moved(now, across * stepOfPan, down * stepOfPan));
  useKeys({
    previousPhoto: () => step(-1),
    nextPhoto: () => step(1),
    nearer: turn,
    zoomIn: () => setZoom((now) => zoomedBy(now, stepOfZoom)),
    zoomOut: () => setZoom((now) => zoomedBy(now, 1 / stepOfZoom)),
    panLeft: pan(-1, 0),
    panRight: pan(1, 0),
    panUp: pan(0, -1),
    panDown: pan(0, 1),
  });
  const pair: PhotoPair = { ...(pairs[place] ?? { theirs: null, ours: null }), ...other };
  const side = (name: 'theirs' | 'ours', photos: readonly Shown[]) => (
    <Side
      name={t(name === 'theirs' ? 'bench.client' : 'bench.found')}
      none={t(name === 'theirs' ? 'photo.noneAlikeFromClient' : 'photo.noneAlike')}
      shown={photos[pair[name] ?? -1] ?? null}
      zoom={zoom}
      onZoom={setZoom}
      onPointed={(closer) => {
        pointed.current = closer;
      }}
      onStep={
        photos.length > 1
          ? (by) =>
              setOther({
                ...other,
                [name]: ((pair[name] ?? -1) + by + photos.length) % photos.length,
              })
          : null
      }
    />
  );
  const isNear = zoom.scale > 1;
  return (
    <Sheet
      title={t('desk.photos', { place: place + 1, all: Math.max(1, pairs.length) })}
      isOpen
      onClose={props.onClose}
      width="full"
      actions={
        <>
          <p className={styles['keys']}>{t('desk.photos.keys')}</p>
          <Button icon="search" keys={keyNames('nearer')} onPress={turn}>
            {t(isNear ? 'desk.photos.far' : 'desk.photos.near')}
          </Button>
        </>
      }
    >
      <div className={styles['viewer']}>
        {theirs.length > 0 && side('theirs', theirs)}
        {ours.length > 0 && side('ours', ours)}
      </div>
    </Sheet>
  );
}

function Side(props: {
  readonly name: string;
  readonly none: string;
  readonly shown: Shown | null;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onPointed: (closer: ((scale: number) => Zoom) | null) => void;
  readonly onStep: ((by: number) => void) | null;
}): ReactNode {
  const { t } = useWording();
  const { shown, name, onStep } = props;
  return (
    <figure className={styles['side']}>
      <figcaption className={styles['caption']}>
        <span>
          {name}
          {shown && (
            <>
              {' · '}
              <strong>{shown.caption}</strong>
            </>
          )}
        </span>
        {onStep && (
          <span className={styles['steps']}>
            <IconButton
              icon="back"
              label={t('desk.photos.previous', { side: name })}
              onPress={() => onStep(-1)}
            />
            <IconButton
              icon="arrow"
              label={t('desk.photos.next', { side: name })}
              onPress={() => onStep(1)}
            />
          </span>
        )}
      </figcaption>
      {shown ? (
        <PhotoFrame
          key={shown.sha256}
          shown={shown}
          zoom={props.zoom}
          onZoom={props.onZoom}
          onPointed={props.onPointed}
        />
      ) : (
        <p className={styles['none']}>{props.none}</p>
      )}
    </figure>
  );
}
