/** The station's clock, handed to whatever records time. */
export type StationClock = {
  /** Wall clock, milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Milliseconds that only ever grow while `bootId` stays the same. */
  readonly monotonicMs: () => number;
  readonly bootId: string;
};

/** The page's clock, counting on from what the main process said of the boot a moment ago. */
export function pageClock(boot: {
  readonly bootId: string;
  readonly monotonicMs: number;
}): StationClock {
  const heardAt = performance.now();
  return {
    now: () => Date.now(),
    monotonicMs: () => boot.monotonicMs + performance.now() - heardAt,
    bootId: boot.bootId,
  };
}
