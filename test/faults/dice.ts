/** The same throws for the same seed, so that what went wrong can be played again. */
export type Dice = {
  /** From 0 up to and without `end`. */
  readonly below: (end: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
};

/** mulberry32. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  function below(end: number): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }
  return {
    below,
    one(of) {
      const thrown = of[below(of.length)];
      if (thrown === undefined) throw new Error('nothing to choose from');
      return thrown;
    },
  };
}
