import { bounds } from '../table/bounds.ts';
import { FileRefused } from '../table/fileRefusal.ts';
import { charactersOf, isEmptyRow, type RawRow } from '../table/rawRow.ts';
import { findHeadings, headingNames, nameless } from './headings.ts';
import type { OpenTable } from './openTable.ts';
import type { RowTrouble } from './row.ts';

/** The rows below the headings. */
export type TableRows = {
  /** Row of the headings; null where each entry names its own (JSON). */
  readonly headingsRow: number | null;
  nameOf(column: number): string;
  /** Rows with something in them, as they come. */
  readonly rows: AsyncIterable<readonly RawRow[]>;
  emptyRows(): number;
  troubleOf(row: RawRow): RowTrouble | null;
};

export async function tableRows(table: OpenTable, saidRow: number | undefined): Promise<TableRows> {
  const { names } = table;
  let empty = 0;
  let count = 0;
  let characters = 0;
  const counted = (rows: readonly RawRow[]) => {
    const full = rows.filter((row) => !isEmptyRow(row));
    empty += rows.length - full.length;
    count += rows.length;
    if (count > bounds.rows) throw new FileRefused({ code: 'tooManyRows', most: bounds.rows });
    for (const row of full) characters += charactersOf(row);
    if (characters > bounds.characters)
      throw new FileRefused({ code: 'tooLarge', bytes: characters, most: bounds.characters });
    return full;
  };
  if (names !== null)
    return {
      headingsRow: null,
      nameOf: (column) => names[column] ?? nameless(column),
      rows: mapped(table.rows, counted),
      emptyRows: () => empty,
      troubleOf: () => null,
    };
  const pieces = table.rows[Symbol.asyncIterator]();
  const beginning = await beginningOf(pieces, saidRow ?? 0);
  const headings = saidRow === undefined ? findHeadings(beginning) : rowAt(beginning, saidRow);
  const below = beginning.filter(({ row }) => row > headings.row);
  const found = headingNames(headings);
  const isCsv = table.form.kind === 'csv';
  return {
    headingsRow: headings.row,
    nameOf: (column) => found[column] ?? nameless(column),
    rows: mapped(restOf(below, pieces), counted),
    emptyRows: () => empty,
    troubleOf: (row) => (isCsv ? raggedness(row, headings.texts.length) : null),
  };
}

async function beginningOf(
  pieces: AsyncIterator<readonly RawRow[]>,
  upTo: number,
): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  let full = 0;
  const { full: enough, all: most } = bounds.headingsWithin;
  while (rows.length < most && (full < enough || (rows.at(-1)?.row ?? 0) < upTo)) {
    const next = await pieces.next();
    if (next.done === true) return rows;
    rows.push(...next.value);
    full += next.value.filter((row) => !isEmptyRow(row)).length;
  }
  return rows;
}

async function* restOf(
  first: readonly RawRow[],
  pieces: AsyncIterator<readonly RawRow[]>,
): AsyncGenerator<readonly RawRow[]> {
  try {
    yield first;
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next())
      yield next.value;
  } finally {
    await pieces.return?.();
  }
}

async function* mapped<A, B>(items: AsyncIterable<A>, map: (item: A) => B): AsyncGenerator<B> {
  for await (const item of items) yield map(item);
}

function rowAt(rows: readonly RawRow[], wanted: number): RawRow {
  const found = rows.find(({ row }) => row === wanted);
  if (!found || isEmptyRow(found)) throw new FileRefused({ code: 'noHeadings', looked: wanted });
  return found;
}

/** Only where cells are counted by their separators may some stand under a foreign heading. */
function raggedness({ texts }: RawRow, headings: number): RowTrouble | null {
  if (texts.length < headings) return { code: 'tooFewCells', cells: texts.length, headings };
  const last = texts.findLastIndex((text) => text !== undefined && text.trim() !== '');
  return last >= headings ? { code: 'tooManyCells', cells: texts.length, headings } : null;
}
