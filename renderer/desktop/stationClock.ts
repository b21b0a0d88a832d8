/** The station's clock, handed to whatever records time. */
export type StationClock = {
  /** Wall clock, milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Milliseconds that only ever grow while `bootId` stays the same. */
  readonly monotonicMs: () => number;
  readonly bootId: string;
};

/**
 * The page's own clock. A page that is loaded again counts from zero again, so each loading is a
 * boot of its own within the main process's `bootId`.
 */
export function pageClock(bootId: string): StationClock {
  return {
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
    bootId: `${bootId.slice(0, 50)}.${Math.floor(performance.timeOrigin).toString(36)}`,
  };
}
