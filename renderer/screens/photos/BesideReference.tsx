import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Button, IconButton } from '../../components/generic/fields/Button.tsx';
import { useKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { PhotoFrame } from '../../workflow/photoViewer/PhotoFrame.tsx';
import type { Shown } from '../../workflow/photoViewer/pairPhotos.ts';
import { moved, whole, type Zoom, zoomedBy } from '../../workflow/photoViewer/zoom.ts';
import styles from './BesideReference.module.css';

const stepOfZoom = 1.5;
const stepOfPan = 0.25;
const ways: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-stepOfPan, 0],
  ArrowRight: [stepOfPan, 0],
  ArrowUp: [0, -stepOfPan],
  ArrowDown: [0, stepOfPan],
};

/** The live camera, and beside it what the goods are held against; both as close, at the same point. */
export function BesideReference(props: {
  readonly pictures: readonly Shown[];
  /** The approved sample or drawing the papers name. */
  readonly drawing: string | null;
  readonly children: (zoom: Zoom) => ReactNode;
}): ReactNode {
  const { t, formatPercent } = useWording();
  const { pictures } = props;
  const [isOpen, setOpen] = useState(false);
  const [place, setPlace] = useState(0);
  const [zoom, setZoom] = useState<Zoom>(whole);
  const shown = pictures[place % Math.max(1, pictures.length)];
  const turn = () => {
    setOpen(!isOpen);
    setZoom(whole);
  };
  useKeys({ reference: shown ? turn : null });
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const way = ways[event.key];
    const by = event.key === '+' ? stepOfZoom : event.key === '-' ? 1 / stepOfZoom : null;
    if (!way && by === null) return;
    event.preventDefault();
    setZoom((now) => (way ? moved(now, way[0], way[1]) : zoomedBy(now, by ?? 1)));
  };
  return (
    <div className={styles['place']}>
      <div className={styles['both']} data-open={(isOpen && shown !== undefined) || undefined}>
        {props.children(isOpen ? zoom : whole)}
        {isOpen && shown && (
          // An application of its own (WAI-ARIA): arrows move both pictures.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <div
            className={styles['reference']}
            role="application"
            aria-label={t('reference.frame', {
              name: shown.caption,
              scale: formatPercent(zoom.scale),
            })}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            onKeyDown={press}
          >
            <PhotoFrame
              key={shown.sha256}
              shown={shown}
              zoom={zoom}
              onZoom={setZoom}
              onPointed={() => {}}
            />
            <p className={styles['caption']}>
              <span>{shown.caption}</span>
              <span className={styles['steps']}>
                {pictures.length > 1 && (
                  <IconButton
                    icon="arrow"
                    label={t('reference.next')}
                    onPress={() => setPlace(place + 1)}
                  />
                )}
                <IconButton
                  icon="minus"
                  label={t('reference.further')}
                  onPress={() => setZoom(zoomedBy(zoom, 1 / stepOfZoom))}
                />
                <IconButton
                  icon="plus"
                  label={t('reference.closer')}
                  onPress={() => setZoom(zoomedBy(zoom, stepOfZoom))}
                />
              </span>
            </p>
          </div>
        )}
      </div>
      {(shown ?? props.drawing) && (
        <p className={styles['caption']}>
          {props.drawing && <span>{t('reference.drawing', { name: props.drawing })}</span>}
          {shown && (
            <Button
              look="bare"
              icon="search"
              keys={keyNames('reference')}
              isExpanded={isOpen}
              onPress={turn}
            >
              {t(isOpen ? 'reference.close' : 'reference.open')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
