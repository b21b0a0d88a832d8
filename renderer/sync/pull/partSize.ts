/** Together with what a scan takes by itself, less than a person notices. */
const aimMs = 30;
const fewest = 10;
const most = 500;
const first = 40;

/**
 * How many of something are stored at once while somebody works. Each part holds the whole database,
 * and has costs of its own: it is as large as a scan that comes meanwhile may wait, on this machine
 * and as busy as it is.
 */
export type PartSize = {
  readonly many: () => number;
  /** What so many took, milliseconds. */
  readonly took: (many: number, ms: number) => void;
};

export function partSize(): PartSize {
  let many = first;
  return {
    many: () => many,
    took(stored, ms) {
      // One that was held up once says little, and a short one at the end of a page hardly more.
      if (stored < many / 2) return;
      const fitting = (many * aimMs) / Math.max(ms, 1);
      many = Math.round(Math.min(Math.max(fitting, many / 2, fewest), many * 1.5, most));
    },
  };
}
