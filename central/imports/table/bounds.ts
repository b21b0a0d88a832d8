const MB = 1024 * 1024;

/**
 * What a table of a company's own records may be. Beyond it a file is refused in words, before it
 * costs the memory it asks for.
 */
export const bounds = {
  fileBytes: 1024 * MB,
  rows: 2_000_000,
  columns: 1000,
  /** Characters of one cell: a delivery's tens of thousands of serials fit in. */
  cell: 1_000_000,
  /** Characters of one row. */
  row: 2_000_000,
  /** Characters of all cells together, each as often as it stands there. */
  characters: 1536 * MB,
  /** Rows looked through for the one with the headings: with something in them, and in all. */
  headingsWithin: { full: 50, all: 1000 },

  /** Rows, and characters of them, handed on together. */
  together: { rows: 500, characters: MB },

  zipEntries: 5000,
  /** Of all entries that are opened together. */
  inflatedBytes: 1536 * MB,
  /** A sheet shrinks to a tenth, to a fiftieth where it repeats itself; a bomb to a thousandth. */
  inflatedRatio: 250,
  /** Below it nobody asks how well something was packed. */
  ratioFromBytes: 4 * MB,
  /** Bytes of markup without a tag or a text beginning or ending. */
  markup: MB,
  depth: 64,
  sharedTexts: 2_000_000,
  /** Characters of all texts cells share. */
  sharedCharacters: 48 * MB,
  /** Of a row's number and a column's letters, as the format has them. */
  sheetRows: 1_048_576,

  /** Of the worker that reads: JavaScript's own heap. */
  heapMb: 160,
  /** By the clock, without one row or one megabyte read. */
  hangsAfterMs: 120_000,
} as const;
