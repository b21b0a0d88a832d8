/**
 * Keeps what is sent below a rate: each piece waits until those before it would have gone through a
 * line of that speed. `bitsPerSecond` is asked anew for each piece; null: no limit.
 */
export function pieceGap(given: {
  readonly bitsPerSecond: () => number | null;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}): (bytes: number) => Promise<void> {
  let freeAt = 0;
  return async (bytes) => {
    const rate = given.bitsPerSecond();
    if (rate === null) return;
    const now = given.now();
    const startsAt = Math.max(now, freeAt);
    freeAt = startsAt + (bytes * 8 * 1000) / rate;
    if (startsAt > now) await given.sleep(startsAt - now);
  };
}
