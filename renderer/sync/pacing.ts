import { ExponentialBackoff, fullJitterGenerator, type IBackoff } from 'cockatiel';

const firstMs = 1_000;
const mostMs = 5 * 60_000;

/** How long to wait after trouble: full jitter from 1 s up to 5 min, longer where central asks for it. */
export type Pacing = {
  /** `isAsked`: somebody's work asked for this try before its time, so the next wait is no longer for it. */
  readonly afterTrouble: (retryAfterMs: number | null, isAsked?: boolean) => number;
  readonly reset: () => void;
};

export function pacing(): Pacing {
  const factory = new ExponentialBackoff({
    generator: fullJitterGenerator,
    initialDelay: firstMs,
    maxDelay: mostMs,
  });
  let current: IBackoff<unknown> | null = null;
  return {
    afterTrouble(retryAfterMs, isAsked = false) {
      if (current === null) current = factory.next();
      else if (!isAsked) current = current.next(undefined);
      return Math.max(current.duration, retryAfterMs ?? 0);
    },
    reset() {
      current = null;
    },
  };
}
