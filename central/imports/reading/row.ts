import type { CellKind } from '../table/rawRow.ts';

/** Where a row stands, as a spreadsheet program numbers it. */
export type RowPlace = { readonly sheet?: string; readonly row: number };

export type Cell = {
  readonly text: string;
  readonly kind: CellKind;
  /** "C17"; in JSON the entry's number and the name: "17 article.number". */
  readonly address: string;
};

/** Cells that may stand under a heading they do not belong to. */
export type RowTrouble = {
  readonly code: 'tooManyCells' | 'tooFewCells';
  readonly cells: number;
  readonly headings: number;
};

/** A row of a company's own table. Empty cells are not there. */
export type Row = {
  readonly at: RowPlace;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly trouble?: RowTrouble;
};
