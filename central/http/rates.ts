import { ApiRefusal } from './apiError.ts';

/** Counts in the minute that runs; nothing is kept beyond it. */
export type Rates = {
  /** Throws when this is one more than so many in a minute. */
  take(key: string, most: number): void;
};

const minute = 60_000;
/** Beyond so many keys in one minute the others share one. */
const mostKeys = 50_000;

export function countPerMinute(now: () => Date): Rates {
  let since = 0;
  const counts = new Map<string, number>();
  return {
    take(key, most) {
      const at = now().getTime();
      if (at - since >= minute || at < since) {
        counts.clear();
        since = at - (at % minute);
      }
      const counted = counts.has(key) || counts.size < mostKeys ? key : 'the others';
      const count = (counts.get(counted) ?? 0) + 1;
      counts.set(counted, count);
      if (count <= most) return;
      const retryAfterSeconds = Math.max(1, Math.ceil((since + minute - at) / 1000));
      throw new ApiRefusal(
        'tooMany',
        `Too many requests, again in ${retryAfterSeconds} s`,
        undefined,
        { retryAfterSeconds },
      );
    },
  };
}
