import { setStationValues, stationValues } from '../storage/meta.ts';
import { CentralTrouble } from './centralClient.ts';
import type { SyncParts } from './syncParts.ts';
import { turnstile } from './turnstile.ts';
import { uploadPhotos } from './uploadPhotos.ts';

export type PhotoLane = {
  /** Commands go first: while some wait, no further piece of a photo leaves. */
  readonly holdFor: (waitingCommands: number) => void;
  readonly pause: (paused: boolean) => Promise<void>;
  /** Begins a round unless one is under way. */
  readonly start: () => void;
  readonly ended: () => Promise<void>;
};

/** The lane photos travel in, beside the commands and behind them. */
export function photoLane(
  parts: SyncParts,
  signal: AbortSignal,
  ended: (trouble: string | null) => void = () => {},
): PhotoLane {
  const gate = turnstile();
  let waiting = 0;
  let paused = false;
  let notBefore = 0;
  let round: Promise<void> | null = null;
  const decide = () => gate.set(signal.aborted || (waiting === 0 && !paused));
  signal.addEventListener('abort', decide, { once: true });

  async function send(): Promise<void> {
    paused = (await stationValues(parts.db)).photosPaused ?? false;
    decide();
    if (paused) return;
    try {
      await uploadPhotos(parts, { mayGo: gate.whenOpen, signal });
      ended(null);
    } catch (cause) {
      if (signal.aborted) return;
      if (cause instanceof CentralTrouble) notBefore = parts.now() + (cause.retryAfterMs ?? 0);
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
      await setStationValues(parts.db, { photosPaused: now });
    },
    start() {
      if (round || signal.aborted || parts.now() < notBefore) return;
      round = send().finally(() => {
        round = null;
      });
    },
    async ended() {
      await round;
    },
  };
}
