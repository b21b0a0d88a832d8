/** How much a station of each size knows. */
export type Size = {
  /** Announced and not here yet, each of an order of five lines. */
  readonly expected: number;
  /** Half of them on the bench, half on the desk, with four photos each where `photos` allows. */
  readonly open: number;
  /** Files of their own at central. */
  readonly photos: number;
};

export const sizes = {
  /** For `npm test`, which counts and does not time. */
  compact: { expected: 120, open: 24, photos: 96 },
  /** The same where every list is longer than its screen. */
  longLists: { expected: 120, open: 160, photos: 96 },
  small: { expected: 200, open: 60, photos: 240 },
  site: { expected: 10_000, open: 5000, photos: 20_000 },
  depot: { expected: 50_000, open: 20_000, photos: 80_000 },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof sizes;

export function isSizeName(name: string): name is SizeName {
  return Object.hasOwn(sizes, name);
}
