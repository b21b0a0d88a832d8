import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Select } from '../../components/Select.tsx';
import { prefer, useSession } from '../../session/session.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Camera.module.css';
import { isBlack } from './isBlack.ts';
import { type ChosenCamera } from './openCamera.ts';
import { useCamera } from './useCamera.ts';

/** A picture as the camera gave it, at its native size. */
export type Picture = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
};
export type CameraRefusal = { readonly code: 'cameraNotReady' };
export type Shutter = { readonly shoot: () => Promise<Result<Picture, CameraRefusal>> };

/** How long a fresh picture stands still, so that one sees what was taken. */
const frozenMs = 1000;

/** Whoever presses while the camera still wakes up means the first picture it shows. */
const wakingMs = 10_000;

/** The live picture. `ref.shoot()` takes what it shows at that moment, unaltered but for JPEG. */
export function Camera({
  ref,
  label,
}: {
  readonly ref: Ref<Shutter>;
  /** What the next picture is of; the camera's name for screen readers. */
  readonly label: string;
}): ReactNode {
  const { t, formatBytes } = useWording();
  const fullAt = useSession((session) => session.diskFullAt);
  const chosen = useSession((session) => session.camera);
  const video = useRef<HTMLVideoElement>(null);
  const { state, now, cameras, used, again } = useCamera(video, chosen);
  const [frozen, setFrozen] = useState<string | null>(null);

  useImperativeHandle(ref, () => ({
    async shoot() {
      const shown = video.current;
      if (!shown || !mayShoot(now()) || !(await showsPicture(shown)) || !mayShoot(now()))
        return refuse({ code: 'cameraNotReady' });
      const { blob, width, height } = await still(shown);
      if (!blob) return refuse({ code: 'cameraNotReady' });
      showFor(blob, setFrozen);
      return accept({
        bytes: new Uint8Array(await blob.arrayBuffer()),
        mediaType: 'image/jpeg',
        width,
        height,
      });
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
    <div className={styles['place']}>
      <div className={styles['camera']} data-state={isThere ? 'there' : 'gone'}>
        {/* biome-ignore lint/a11y/useMediaCaption: a live picture without sound */}
        <video
          ref={video}
          className={styles['picture']}
          aria-label={label}
          muted
          playsInline
          hidden={!isThere}
        />
        {state === 'starting' && <p className={styles['starting']}>{t('camera.starting')}</p>}
        {frozen && <img className={styles['frozen']} src={frozen} alt={t('camera.frozen')} />}
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

/** While it wakes up, the first picture is meant. */
function mayShoot(state: ReturnType<typeof useCamera>['state']): boolean {
  return state === 'starting' || state === 'live';
}

/** What it shows at this moment; no blob for a black one, which is evidence of nothing. */
async function still(
  video: HTMLVideoElement,
): Promise<{ readonly blob: Blob | null; readonly width: number; readonly height: number }> {
  const canvas = document.createElement('canvas');
  const { videoWidth: width, videoHeight: height } = video;
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  if (isBlack(canvas)) return { blob: null, width, height };
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', 0.92);
  });
  return { blob, width, height };
}

function showFor(blob: Blob, show: (url: string | null) => void): void {
  const url = URL.createObjectURL(blob);
  show(url);
  setTimeout(() => {
    show(null);
    URL.revokeObjectURL(url);
  }, frozenMs);
}

function showsPicture(video: HTMLVideoElement): Promise<boolean> {
  if (video.videoWidth > 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    const waking = new AbortController();
    const answer = (shows: boolean) => {
      waking.abort();
      clearTimeout(patience);
      resolve(shows);
    };
    const patience = setTimeout(() => answer(false), wakingMs);
    video.addEventListener('loadeddata', () => answer(video.videoWidth > 0), {
      signal: waking.signal,
    });
  });
}
