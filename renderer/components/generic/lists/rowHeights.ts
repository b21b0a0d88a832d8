/** So many, one after the other, as high as each other and not as high as thought, are no exceptions. */
const fewestLearnt = 5;

/**
 * How high rows of one kind are, in CSS pixels: a guess until some have been drawn, then what those
 * were last, in every list that shares this. Where a guess is wrong each row that comes into sight moves
 * all thousands behind it; where it is right only the exceptions do.
 */
export type RowHeights<Kind extends string> = {
  readonly of: (kind: Kind) => number;
  /** A row was drawn so high; true where rows of its kind are taken to be as high from now on. */
  readonly learn: (kind: Kind, height: number) => boolean;
};

export function rowHeights<Kind extends string>(
  guessed: Readonly<Record<Kind, number>>,
): RowHeights<Kind> {
  const known: Record<Kind, number> = { ...guessed };
  const other = new Map<Kind, { readonly height: number; readonly many: number }>();
  return {
    of: (kind) => known[kind],
    learn(kind, height) {
      if (height === known[kind]) {
        other.delete(kind);
        return false;
      }
      const before = other.get(kind);
      const many = before?.height === height ? before.many + 1 : 1;
      other.set(kind, { height, many });
      if (many < fewestLearnt) return false;
      known[kind] = height;
      other.delete(kind);
      return true;
    },
  };
}
