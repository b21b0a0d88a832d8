import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type Webcam from 'react-webcam';
import { frameOf, stationDarkroom } from './developing/darkroom.ts';
import {
  type CameraTrouble,
  type ChosenCamera,
  camerasOf,
  findCamera,
  troubleOf,
} from './findCamera.ts';
import { watchSight } from './inSight.ts';

export type CameraState = 'starting' | 'live' | CameraTrouble;

/** What `<Webcam>` is mounted with; another key asks the browser again. */
type Asked = {
  readonly key: number;
  readonly videoConstraints: MediaTrackConstraints;
  readonly onUserMedia: (stream: MediaStream) => void;
  readonly onUserMediaError: (failure: unknown) => void;
};

const againMs = 2000;
const lookMs = 500;
/** Looks in a row without a new frame, or with a black one, before it is believed. */
const looksToBelieve = 3;
/** While the last frame was not black only every so many looks fetches one. */
const looksAFrame = 4;

/**
 *   starting → live ⇄ muted | black        watched, and back by itself
 *   starting | live → ended | absent | busy | denied → starting   again every two seconds
 */
export function useCamera(
  webcam: RefObject<Webcam | null>,
  chosen: ChosenCamera | null,
): {
  readonly state: CameraState;
  /** Read when a picture is taken. */
  readonly now: () => CameraState;
  readonly isInSight: () => boolean;
  readonly asked: Asked | null;
  readonly cameras: readonly ChosenCamera[];
  /** The one whose picture this is. */
  readonly used: string | null;
  readonly again: () => void;
} {
  const [state, setState] = useState<CameraState>('starting');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [cameras, setCameras] = useState<readonly ChosenCamera[]>([]);
  const [used, setUsed] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const asks = useRef(0);
  const latest = useRef<CameraState>('starting');
  const sight = useRef<() => boolean>(() => true);
  const put = useCallback((next: CameraState) => {
    latest.current = next;
    setState(next);
  }, []);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const { id = null, name = '' } = chosen ?? {};

  useEffect(() => {
    const { mediaDevices: devices } = navigator;
    if (!devices) return undefined;
    const end = new AbortController();
    const { signal } = end;
    let retry: number | undefined;
    let looking: number | undefined;

    function fail(trouble: CameraTrouble) {
      if (signal.aborted) return;
      window.clearInterval(looking);
      window.clearTimeout(retry);
      setAsked(null);
      put(trouble);
      retry = window.setTimeout(again, againMs);
    }

    function watch(stream: MediaStream) {
      const [track] = stream.getVideoTracks();
      const video = webcam.current?.video;
      // <Webcam> does not stop what it is given in the very moment it is taken away.
      if (signal.aborted) return track?.stop();
      if (!track || !video) return fail('absent');
      signal.addEventListener('abort', () => track.stop());
      setUsed(track.getSettings().deviceId ?? null);
      put(track.muted ? 'muted' : 'live');
      track.addEventListener('ended', () => fail('ended'), { signal });
      track.addEventListener('mute', () => put('muted'), { signal });
      sight.current = watchSight(video, signal);
      const looks = watcher(video, track, sight.current);
      window.clearInterval(looking);
      looking = window.setInterval(() => {
        const seen = looks();
        if (seen !== latest.current) put(seen);
      }, lookMs);
      list();
    }

    function list() {
      void camerasOf(devices).then((found) => signal.aborted || setCameras(found));
    }

    function ask(videoConstraints: MediaTrackConstraints) {
      if (signal.aborted) return;
      asks.current += 1;
      setAsked({
        key: asks.current,
        videoConstraints,
        onUserMedia: watch,
        onUserMediaError: (failure) => fail(troubleOf(failure)),
      });
    }

    findCamera(devices, id === null ? null : { id, name }).then(ask, (failure: unknown) =>
      fail(troubleOf(failure)),
    );
    devices.addEventListener?.(
      'devicechange',
      () => {
        if (latest.current !== 'live') again();
        list();
      },
      { signal },
    );
    return () => {
      end.abort();
      window.clearTimeout(retry);
      window.clearInterval(looking);
      setAsked(null);
      latest.current = 'starting';
    };
  }, [webcam, id, name, turn, put, again]);

  const now = () => latest.current;
  return { state, now, isInSight: () => sight.current(), asked, cameras, used, again };
}

/** Says at each look whether the picture lives. */
function watcher(
  video: HTMLVideoElement,
  track: MediaStreamTrack,
  isInSight: () => boolean,
): () => CameraState {
  let at = -1;
  let still = 0;
  let black = 0;
  let looks = 0;
  let isLooking = false;
  const look = async (frame: VideoFrame): Promise<void> => {
    isLooking = true;
    black = (await stationDarkroom.isBlack(frame)) ? black + 1 : 0;
    isLooking = false;
  };
  return () => {
    if (track.muted) return 'muted';
    if (video.videoWidth === 0) return 'live';
    // A hidden page draws no frames, nor does one the camera is scrolled out of: nobody's fault.
    const isDrawn = document.visibilityState === 'visible' && isInSight();
    still = isDrawn && video.currentTime === at ? still + 1 : 0;
    at = video.currentTime;
    if (still >= looksToBelieve) return 'muted';
    looks += 1;
    const frame = !isLooking && (black > 0 || looks % looksAFrame === 1) ? frameOf(video) : null;
    if (frame) void look(frame);
    return black >= looksToBelieve ? 'black' : 'live';
  };
}
