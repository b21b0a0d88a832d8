import { ExponentialBackoff, fullJitterGenerator, type IBackoff } from 'cockatiel';

const firstMs = 1_000;
const mostMs = 5 * 60_000;

/** How long to wait after trouble: full jitter from 1 s up to 5 min, longer where central asks for it. */
export type Pacing = {
  readonly afterTrouble: (retryAfterMs: number | null) => number;
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
    afterTrouble(retryAfterMs) {
      current = current === null ? factory.next() : current.next(undefined);
      return Math.max(current.duration, retryAfterMs ?? 0);
    },
    reset() {
      current = null;
    },
  };
}
