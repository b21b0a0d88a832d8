import { type ReactNode, type Ref, useRef, useState } from 'react';
import { Button, IconButton } from '../components/generic/fields/Button.tsx';
import { useKeys } from '../components/generic/keys/KeysProvider.tsx';
import { keyNames } from '../components/generic/keys/keys.ts';
import { Sheet } from '../components/generic/surfaces/Sheet.tsx';
import { usePhotoUrl } from '../queries/oneCase/photoUrl.ts';
import { useWording } from '../wording/WordingProvider.tsx';
import styles from './PhotoViewer.module.css';

type Shown = { readonly sha256: string; readonly caption: string };

/** Claim and finding side by side: arrows step through ours, Z looks closer at both together. */
export function PhotoViewer(props: {
  readonly theirs: readonly Shown[];
  readonly ours: readonly Shown[];
  readonly start: number;
  readonly startTheirs?: number;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const { ours, theirs } = props;
  const [place, setPlace] = useState(props.start);
  const [theirPlace, setTheirPlace] = useState(props.startTheirs ?? 0);
  const [isNear, setNear] = useState(false);
  const left = useRef<HTMLDivElement>(null);
  const right = useRef<HTMLDivElement>(null);
  const step = (by: number) =>
    setPlace((now) => (now + by + ours.length) % Math.max(1, ours.length));
  useKeys({
    previousPhoto: () => step(-1),
    nextPhoto: () => step(1),
    nearer: () => setNear((now) => !now),
  });
  const mine = ours[place];
  const claim = theirs[theirPlace];
  return (
    <Sheet
      title={t('desk.photos', { place: place + 1, all: ours.length })}
      isOpen
      onClose={props.onClose}
      width="full"
      actions={
        <>
          <p className={styles['keys']}>{t('desk.photos.keys')}</p>
          <Button icon="search" keys={keyNames('nearer')} onPress={() => setNear(!isNear)}>
            {t(isNear ? 'desk.photos.far' : 'desk.photos.near')}
          </Button>
        </>
      }
    >
      <div className={styles['viewer']} data-near={isNear || undefined}>
        {claim && (
          <Side
            ref={left}
            name={t('bench.client')}
            shown={claim}
            onScroll={() => follow(left.current, right.current)}
            onStep={
              theirs.length > 1
                ? (by) => setTheirPlace((theirPlace + by + theirs.length) % theirs.length)
                : null
            }
          />
        )}
        {mine && (
          <Side
            ref={right}
            name={t('bench.found')}
            shown={mine}
            onScroll={() => follow(right.current, left.current)}
            onStep={ours.length > 1 ? step : null}
          />
        )}
      </div>
    </Sheet>
  );
}

function Side({
  ref,
  ...props
}: {
  readonly ref: Ref<HTMLDivElement>;
  readonly name: string;
  readonly shown: Shown;
  readonly onScroll: () => void;
  readonly onStep: ((by: number) => void) | null;
}): ReactNode {
  const { t } = useWording();
  const url = usePhotoUrl(props.shown.sha256);
  return (
    <figure className={styles['side']}>
      <figcaption className={styles['caption']}>
        <span>
          {props.name} · <strong>{props.shown.caption}</strong>
        </span>
        {props.onStep && (
          <span className={styles['steps']}>
            <IconButton
              icon="back"
              label={t('desk.photos.previous', { side: props.name })}
              onPress={() => props.onStep?.(-1)}
            />
            <IconButton
              icon="arrow"
              label={t('desk.photos.next', { side: props.name })}
              onPress={() => props.onStep?.(1)}
            />
          </span>
        )}
      </figcaption>
      {/* Scrolls when near, so it must be reachable by keyboard. */}
      <div
        ref={ref}
        className={styles['frame']}
        role="group"
        aria-label={props.shown.caption}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={props.onScroll}
      >
        {url && <img className={styles['picture']} src={url} alt={props.shown.caption} />}
      </div>
    </figure>
  );
}

/** The other picture shows the same corner, whatever its size. */
function follow(leader: HTMLElement | null, follower: HTMLElement | null): void {
  if (!leader || !follower) return;
  const across = leader.scrollWidth - leader.clientWidth;
  const down = leader.scrollHeight - leader.clientHeight;
  const x = across > 0 ? leader.scrollLeft / across : 0;
  const y = down > 0 ? leader.scrollTop / down : 0;
  const left = x * (follower.scrollWidth - follower.clientWidth);
  const top = y * (follower.scrollHeight - follower.clientHeight);
  if (Math.abs(follower.scrollLeft - left) > 1) follower.scrollLeft = left;
  if (Math.abs(follower.scrollTop - top) > 1) follower.scrollTop = top;
}
