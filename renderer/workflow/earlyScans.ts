import type { Scan } from '../../shared/barcodes/scan.ts';

/** Scans for goods that are being opened: they wait for the screen that takes them. */
export type EarlyScans = {
  /** For whoever takes scans of what lies open, now or once they are there. */
  readonly keep: (scan: Scan) => void;
  readonly takeOver: (take: (scan: Scan) => void) => () => void;
  /** Nothing lies open any more: what waited is for nobody. The answer says whether anything did. */
  readonly drop: () => boolean;
};

export function createEarlyScans(): EarlyScans {
  let waiting: readonly Scan[] = [];
  let taker: ((scan: Scan) => void) | null = null;
  return {
    keep(scan) {
      if (taker) taker(scan);
      else waiting = [...waiting, scan];
    },
    takeOver(take) {
      taker = take;
      for (const scan of waiting) take(scan);
      waiting = [];
      return () => {
        if (taker === take) taker = null;
      };
    },
    drop() {
      const some = waiting.length > 0;
      waiting = [];
      return some;
    },
  };
}
