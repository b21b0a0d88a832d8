import type { Developed, FrameSeen, FrameShown } from './messages.ts';

/** What this needs of a worker. */
export type StartWorker = (
  told: (told: FrameSeen) => void,
  failed: () => void,
) => { readonly say: (shown: FrameShown) => void; readonly end: () => void };

export type Darkroom = {
  readonly isBlack: (frame: FrameShown['frame']) => Promise<boolean>;
  /** null: it is black, or could not be developed. */
  readonly develop: (frame: FrameShown['frame']) => Promise<Developed>;
};

/**
 * The page's side of the worker that looks at frames: begun with the first one. A worker that failed
 * answers what was asked with nothing; the next frame begins another.
 */
export function darkroom(start: StartWorker): Darkroom {
  const open = new Map<number, (told: FrameSeen | null) => void>();
  let worker: ReturnType<StartWorker> | null = null;
  let shown = 0;
  const show = (what: FrameShown['what'], frame: FrameShown['frame']) =>
    new Promise<FrameSeen | null>((tell) => {
      shown += 1;
      const id = shown;
      open.set(id, tell);
      worker ??= started();
      worker.say({ id, what, frame });
    });
  return {
    async isBlack(frame) {
      const told = await show('look', frame);
      return told?.what === 'look' && told.isBlack;
    },
    async develop(frame) {
      const told = await show('take', frame);
      return told?.what === 'take' ? told.developed : null;
    },
  };

  function started(): ReturnType<StartWorker> {
    const one = start(
      (told) => {
        open.get(told.id)?.(told);
        open.delete(told.id);
      },
      () => {
        one.end();
        worker = null;
        const waiting = [...open.values()];
        open.clear();
        for (const tell of waiting) tell(null);
      },
    );
    return one;
  }
}

export const stationDarkroom = darkroom((told, failed) => {
  const worker = new Worker(new URL('./developWorker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FrameSeen>) => told(data);
  worker.onerror = failed;
  return {
    say: (shown) => worker.postMessage(shown, [shown.frame]),
    end: () => worker.terminate(),
  };
});

/** What a video shows at this moment, without drawing it; null: nothing yet. */
export function frameOf(video: HTMLVideoElement): VideoFrame | null {
  if (video.videoWidth === 0 || video.readyState < video.HAVE_CURRENT_DATA) return null;
  try {
    return new VideoFrame(video);
  } catch {
    // Of a camera that is just being begun a current engine says it has a frame, and then has none.
    return null;
  }
}
