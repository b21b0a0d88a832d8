import { setStationValues, stationValues } from '../../storage/meta.ts';
import { CentralTrouble } from '../transport/centralClient.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';
import { newGate } from './gate.ts';
import { pieceGap } from './pieceGap.ts';
import { uploadPhotos } from './uploadPhotos.ts';

export type PhotoLane = {
  /** Commands go first: while some wait, no further piece of a photo leaves. */
  readonly holdFor: (waitingCommands: number) => void;
  readonly pause: (paused: boolean) => Promise<void>;
  /** Most bits per second; null: no limit. Holds from the next piece on. */
  readonly limitTo: (bitsPerSecond: number | null) => Promise<void>;
  /** Begins a round; where one is under way, another behind it, for what came too late for it. */
  readonly start: () => void;
  readonly ended: () => Promise<void>;
};

/** The lane photos travel in, beside the commands and behind them. */
export function photoLane(
  deps: SyncDeps,
  signal: AbortSignal,
  ended: (trouble: string | null) => void = () => {},
): PhotoLane {
  const gate = newGate();
  let waiting = 0;
  let paused = false;
  let cap: number | null = null;
  let notBefore = 0;
  let round: Promise<void> | null = null;
  let isAskedAgain = false;
  const decide = () => gate.set(signal.aborted || (waiting === 0 && !paused));
  signal.addEventListener('abort', decide, { once: true });
  const gap = pieceGap({ bitsPerSecond: () => cap, now: deps.now, sleep: orStopped(signal) });

  async function send(): Promise<void> {
    const { photosPaused = false, photoCap = null } = await stationValues(deps.db);
    paused = photosPaused;
    cap = photoCap;
    decide();
    if (paused) return;
    try {
      const mayGo = async (bytes: number) => {
        await gap(bytes);
        // A command may have come while this piece waited for its turn on the line.
        await gate.whenOpen();
      };
      await uploadPhotos(deps, { mayGo, signal });
      ended(null);
    } catch (cause) {
      if (signal.aborted) return;
      if (cause instanceof CentralTrouble) notBefore = deps.now() + (cause.retryAfterMs ?? 0);
      ended(cause instanceof Error ? cause.message : String(cause));
    }
  }

  return {
    holdFor(waitingCommands) {
      waiting = waitingCommands;
      decide();
    },
    async pause(now) {
      paused = now;
      decide();
      await setStationValues(deps.db, { photosPaused: now });
    },
    async limitTo(bitsPerSecond) {
      cap = bitsPerSecond;
      await setStationValues(deps.db, { photoCap: bitsPerSecond });
    },
    start,
    ended: lastEnded,
  };

  async function lastEnded(): Promise<void> {
    if (!round) return;
    await round;
    await lastEnded();
  }

  function start(): void {
    if (signal.aborted || deps.now() < notBefore) return;
    if (round) {
      isAskedAgain = true;
      return;
    }
    isAskedAgain = false;
    round = send().finally(() => {
      round = null;
      if (isAskedAgain) start();
    });
  }
}

/** A sleep that the end of everything cuts short. */
function orStopped(signal: AbortSignal): (ms: number) => Promise<void> {
  return async (ms) => {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done, { once: true });
    });
  };
}
