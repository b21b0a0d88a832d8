import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { isBlack } from './isBlack.ts';
import {
  type CameraTrouble,
  type ChosenCamera,
  camerasOf,
  openCamera,
  troubleOf,
} from './openCamera.ts';

export type CameraState = 'starting' | 'live' | CameraTrouble;

const againMs = 2000;
const lookMs = 500;
/** Looks in a row without a new frame, or with a black one, before it is believed. */
const looksToBelieve = 3;

/**
 *   starting → live ⇄ muted | black        watched, and back by itself
 *   starting | live → ended | absent | busy | denied → starting   again every two seconds
 */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  chosen: ChosenCamera | null,
): {
  readonly state: CameraState;
  /** Read when a picture is taken. */
  readonly now: () => CameraState;
  readonly cameras: readonly ChosenCamera[];
  /** The one whose picture this is. */
  readonly used: string | null;
  readonly again: () => void;
} {
  const [state, setState] = useState<CameraState>('starting');
  const [cameras, setCameras] = useState<readonly ChosenCamera[]>([]);
  const [used, setUsed] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const latest = useRef<CameraState>('starting');
  const put = useCallback((next: CameraState) => {
    latest.current = next;
    setState(next);
  }, []);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const { id = null, name = '' } = chosen ?? {};

  useEffect(() => {
    const { mediaDevices: devices } = navigator;
    const element = video.current;
    if (!devices || !element) return undefined;
    const end = new AbortController();
    const { signal } = end;
    let stream: MediaStream | null = null;
    let retry: number | undefined;
    let looking: number | undefined;

    function fail(trouble: CameraTrouble) {
      stopStream(stream);
      window.clearInterval(looking);
      put(trouble);
      retry = window.setTimeout(again, againMs);
    }

    async function open(at: HTMLVideoElement) {
      try {
        const opened = await openCamera(devices, id === null ? null : { id, name });
        if (signal.aborted) return stopStream(opened);
        stream = opened;
      } catch (failure) {
        if (!signal.aborted) fail(troubleOf(failure));
        return;
      }
      const [track] = stream.getVideoTracks();
      if (!track) return fail('absent');
      at.srcObject = stream;
      void at.play().catch(() => null);
      setUsed(track.getSettings().deviceId ?? null);
      put(track.muted ? 'muted' : 'live');
      track.addEventListener('ended', () => fail('ended'), { signal });
      track.addEventListener('mute', () => put('muted'), { signal });
      const looks = watcher(at, track);
      looking = window.setInterval(() => {
        const seen = looks();
        if (seen !== latest.current) put(seen);
      }, lookMs);
      const found = await camerasOf(devices);
      if (!signal.aborted) setCameras(found);
    }

    void open(element);
    devices.addEventListener?.(
      'devicechange',
      () => {
        if (latest.current !== 'live') again();
        void camerasOf(devices).then((found) => signal.aborted || setCameras(found));
      },
      { signal },
    );
    return () => {
      end.abort();
      window.clearTimeout(retry);
      window.clearInterval(looking);
      stopStream(stream);
      element.srcObject = null;
      latest.current = 'starting';
    };
  }, [video, id, name, turn, put, again]);

  return { state, now: () => latest.current, cameras, used, again };
}

/** Says at each look whether the picture lives. */
function watcher(video: HTMLVideoElement, track: MediaStreamTrack): () => CameraState {
  let at = -1;
  let still = 0;
  let black = 0;
  return () => {
    if (track.muted) return 'muted';
    if (video.videoWidth === 0) return 'live';
    still = video.currentTime === at ? still + 1 : 0;
    at = video.currentTime;
    // Hidden pages draw no frames; that is nobody's fault.
    if (still >= looksToBelieve && document.visibilityState === 'visible') return 'muted';
    black = isBlack(video) ? black + 1 : 0;
    return black >= looksToBelieve ? 'black' : 'live';
  };
}

function stopStream(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
