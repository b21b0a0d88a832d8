import { bounds } from '../table/bounds.ts';
import { FileRefused } from '../table/fileRefusal.ts';
import type { RawRow } from '../table/rawRow.ts';
import { csvCells } from './csvCells.ts';
import type { Delimiter } from './delimiter.ts';

/**
 * The rows of a CSV text, counted as a spreadsheet program counts them: a cell of two lines is in one
 * row, an empty line is a row.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<readonly RawRow[], void, undefined> {
  const cells = csvCells(delimiter);
  let row = 0;
  const numbered = (rows: readonly (readonly string[])[]) =>
    rows.map((texts): RawRow => {
      row += 1;
      if (isTooWide(texts))
        throw new FileRefused({ code: 'tooManyColumns', row, most: bounds.columns });
      return { row, texts, kinds: null };
    });
  for await (const piece of text) yield numbered(cells.take(piece, false));
  yield numbered(cells.take('', true));
}

function isTooWide(texts: readonly string[]): boolean {
  return texts.length > bounds.columns && texts.findLastIndex((it) => it !== '') >= bounds.columns;
}
