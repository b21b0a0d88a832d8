import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react';
import Webcam from 'react-webcam';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import { Notice } from '../../components/Notice.tsx';
import { useSession } from '../../session/session.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Camera.module.css';

/** A picture as the camera gave it, at its native size. */
export type Picture = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
};
export type CameraRefusal = { readonly code: 'cameraNotReady' };
export type Shutter = { readonly shoot: () => Promise<Result<Picture, CameraRefusal>> };

type CameraState = 'starting' | 'live' | 'denied' | 'absent';

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
  const webcam = useRef<Webcam>(null);
  const [state, setState] = useState<CameraState>('starting');
  const [frozen, setFrozen] = useState<string | null>(null);

  useImperativeHandle(ref, () => ({
    async shoot() {
      const video = webcam.current?.video;
      if (!video || !(await showsPicture(video))) return refuse({ code: 'cameraNotReady' });
      const blob = await still(video);
      if (!blob) return refuse({ code: 'cameraNotReady' });
      showFor(blob, setFrozen);
      return accept({
        bytes: new Uint8Array(await blob.arrayBuffer()),
        mediaType: 'image/jpeg',
        width: video.videoWidth,
        height: video.videoHeight,
      });
    },
  }));

  if (fullAt !== null)
    return (
      <Notice tone="error" icon="camera" title={t('camera.full.title')}>
        {t('camera.full.what', { free: formatBytes(fullAt) })}
      </Notice>
    );
  return (
    <div className={styles['camera']} data-state={state}>
      {(state === 'starting' || state === 'live') && (
        <Webcam
          ref={webcam}
          className={styles['picture']}
          aria-label={label}
          audio={false}
          videoConstraints={{ width: { ideal: 1920 }, height: { ideal: 1080 } }}
          onUserMedia={() => setState('live')}
          onUserMediaError={(error) => setState(isDenied(error) ? 'denied' : 'absent')}
        />
      )}
      {state === 'starting' && <p className={styles['starting']}>{t('camera.starting')}</p>}
      {frozen && <img className={styles['frozen']} src={frozen} alt={t('camera.frozen')} />}
      {(state === 'denied' || state === 'absent') && (
        <Notice tone="warning" icon="camera" title={t(`camera.${state}.title`)}>
          {t(`camera.${state}.what`)}
        </Notice>
      )}
    </div>
  );
}

function isDenied(error: string | DOMException): boolean {
  return typeof error !== 'string' && error.name === 'NotAllowedError';
}

function still(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
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
