import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import Webcam from 'react-webcam';
import type { PhotoHint } from '../../../shared/facts/codes.ts';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Select } from '../../components/generic/fields/Select.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { prefer, useSession } from '../../session/session.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Camera.module.css';
import { frameOf, stationDarkroom } from './developing/darkroom.ts';
import type { Developed } from './developing/messages.ts';
import { type ChosenCamera } from './findCamera.ts';
import { bringIntoSight } from './inSight.ts';
import { markTaking } from './markTaking.ts';
import { useCamera } from './useCamera.ts';

/** A picture as it is kept: what the camera gave, within the budget of pixels. */
type Picture = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly given: { readonly width: number; readonly height: number } | null;
  readonly hints: readonly PhotoHint[];
};
export type CameraRefusal = { readonly code: 'cameraNotReady' };
export type Shutter = { readonly shoot: () => Promise<Result<Picture, CameraRefusal>> };

/** How long a fresh picture stands still, so that one sees what was taken. */
const frozenMs = 1000;
/** What may be wrong with it is read longer, over the live picture. */
const hintedMs = 8000;

/** Whoever presses while the camera still wakes up means the first picture it shows. */
const wakingMs = 10_000;
/** A camera that shows something may still give nothing for a frame or two. */
const betweenFramesMs = 500;
const lookAgainMs = 50;

/** The live picture. `ref.shoot()` takes what it shows at that moment: JPEG, marked as that taking. */
export function Camera({
  ref,
  label,
  onAgain,
  zoom,
}: {
  readonly ref: Ref<Shutter>;
  /** What the next picture is of; the camera's name for screen readers. */
  readonly label: string;
  /** The picture just taken is to be taken once more; left out where nobody can. */
  readonly onAgain?: (() => void) | undefined;
  /** Shown closer, with this point in the middle; what is taken stays whole. */
  readonly zoom?: { readonly scale: number; readonly x: number; readonly y: number };
}): ReactNode {
  const { t, formatBytes } = useWording();
  const fullAt = useSession((session) => session.diskFullAt);
  const chosen = useSession((session) => session.camera);
  const place = useRef<HTMLDivElement>(null);
  const webcam = useRef<Webcam>(null);
  const { state, now, isInSight, asked, cameras, used, again } = useCamera(webcam, chosen);
  const [frozen, setFrozen] = useState<string | null>(null);
  const [hints, setHints] = useState<readonly PhotoHint[]>([]);
  const forget = useRef<number>(undefined);
  const show = (seen: readonly PhotoHint[]) => {
    setHints(seen);
    window.clearTimeout(forget.current);
    forget.current = window.setTimeout(() => setHints([]), hintedMs);
  };
  useEffect(() => () => window.clearTimeout(forget.current), []);

  useImperativeHandle(ref, () => ({
    async shoot() {
      const shows = () => now() === 'live' && (webcam.current?.video?.videoWidth ?? 0) > 0;
      const until = performance.now() + (shows() ? betweenFramesMs : wakingMs);
      while (place.current && mayShoot(now())) {
        const video = webcam.current?.video;
        if (shows() && video && !isInSight()) await bringIntoSight(place.current, video);
        const frame = shows() && video ? frameOf(video) : null;
        const developed = frame && (await stationDarkroom.develop(frame));
        if (developed) {
          show(developed.hints);
          return accept(await taken(developed, setFrozen));
        }
        if (performance.now() > until) break;
        await new Promise((resolve) => {
          setTimeout(resolve, lookAgainMs);
        });
      }
      return refuse({ code: 'cameraNotReady' });
    },
  }));

  if (fullAt !== null)
    return (
      <Notice tone="error" icon="camera" title={t('camera.full.title')}>
        {t('camera.full.what', { free: formatBytes(fullAt) })}
      </Notice>
    );
  const isThere =
    state === 'starting' || state === 'live' || state === 'muted' || state === 'black';
  return (
    <div ref={place} className={styles['place']}>
      <div className={styles['camera']} data-state={isThere ? 'there' : 'gone'}>
        {asked && (
          <Webcam
            key={asked.key}
            ref={webcam}
            className={styles['picture']}
            {...(zoom && zoom.scale > 1 && { style: closer(zoom) })}
            aria-label={label}
            audio={false}
            videoConstraints={asked.videoConstraints}
            onUserMedia={asked.onUserMedia}
            onUserMediaError={asked.onUserMediaError}
          />
        )}
        {state === 'starting' && <p className={styles['starting']}>{t('camera.starting')}</p>}
        {frozen && <img className={styles['frozen']} src={frozen} alt={t('camera.frozen')} />}
        {isThere && hints.length > 0 && (
          <Hints
            hints={hints}
            onAgain={
              onAgain &&
              (() => {
                setHints([]);
                onAgain();
              })
            }
          />
        )}
      </div>
      {state !== 'starting' && state !== 'live' && (
        <Notice
          tone="warning"
          icon="camera"
          isNew
          title={t(`camera.${state}.title`)}
          actions={<Button onPress={again}>{t('action.retry')}</Button>}
        >
          {t(`camera.${state}.what`)}
        </Notice>
      )}
      {cameras.length > 1 && <Choice cameras={cameras} used={used} />}
    </div>
  );
}

/** Kept for this station. */
function Choice(props: {
  readonly cameras: readonly ChosenCamera[];
  readonly used: string | null;
}): ReactNode {
  const { t } = useWording();
  return (
    <Select
      label={t('camera.choose')}
      choices={props.cameras.map(({ id, name }) => ({ key: id, word: name }))}
      chosen={props.used}
      onChoose={(key) => prefer({ camera: props.cameras.find(({ id }) => id === key) ?? null })}
    />
  );
}

function closer({
  scale,
  x,
  y,
}: {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}) {
  return { transform: `scale(${scale}) translate(${(0.5 - x) * 100}%, ${(0.5 - y) * 100}%)` };
}

/** While it wakes up, the first picture is meant. */
function mayShoot(state: ReturnType<typeof useCamera>['state']): boolean {
  return state === 'starting' || state === 'live';
}

/** Never in the way of anything: what was taken is kept. */
function Hints(props: {
  readonly hints: readonly PhotoHint[];
  readonly onAgain: (() => void) | undefined;
}): ReactNode {
  const { t, formatList } = useWording();
  return (
    <div className={styles['hints']} role="status">
      <span>
        {t('photo.perhaps', { hints: formatList(props.hints.map((hint) => t(`hint.${hint}`))) })}
      </span>
      {props.onAgain && (
        <Button icon="retake" look="quiet" onPress={props.onAgain}>
          {t('camera.again')}
        </Button>
      )}
    </div>
  );
}

async function taken(
  { jpeg, width, height, given, hints }: NonNullable<Developed>,
  show: (url: string | null) => void,
): Promise<Picture> {
  showFor(jpeg, show);
  const mark = { takenAt: new Date().toISOString(), id: crypto.randomUUID() };
  const bytes = markTaking(new Uint8Array(await jpeg.arrayBuffer()), mark);
  return { bytes, mediaType: 'image/jpeg', width, height, given, hints };
}

function showFor(blob: Blob, show: (url: string | null) => void): void {
  const url = URL.createObjectURL(blob);
  show(url);
  setTimeout(() => {
    show(null);
    URL.revokeObjectURL(url);
  }, frozenMs);
}
