/**
 * What a cell was in its file. `text` is all there is in CSV; `number` is exact and with a decimal
 * point; `date` is ISO 8601. `error` says what the spreadsheet showed, `uncomputed` is a formula
 * nobody ever computed.
 */
export type CellKind = 'text' | 'number' | 'date' | 'yesNo' | 'error' | 'uncomputed';

/** A row before its cells have headings, counted as a spreadsheet program counts (from 1). */
export type RawRow = {
  readonly row: number;
  /** By column; '' and absent are the same to a reader. */
  readonly texts: readonly (string | undefined)[];
  /** By column, where not all are `text`. */
  readonly kinds: readonly (CellKind | undefined)[] | null;
};

export function charactersOf({ texts }: RawRow): number {
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

export function isEmptyRow({ texts }: RawRow): boolean {
  return texts.every((text) => text === undefined || text.trim() === '');
}
