/**
 * The two clocks of a station. `monotonicMs` counts since the machine started, cannot be set, and may be
 * compared within one `bootIdOf`.
 */
export type Clock = {
  readonly now: () => number;
  readonly monotonicMs: () => number;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => Number(process.hrtime.bigint() / 1000n) / 1000,
};
