import { bounds } from '../table/bounds.ts';
import { FileRefused } from '../table/fileRefusal.ts';
import type { Delimiter } from './delimiter.ts';

type Read = { readonly cells: readonly string[]; readonly next: number };

const [carriageReturn, lineFeed] = [13, 10];

/**
 * Cuts a CSV text (RFC 4180, with any delimiter and line end) into rows of cells as its pieces come. A
 * quotation mark inside a cell that does not begin with one is a letter like others: 12" pipe.
 */
export function csvCells(delimiter: Delimiter) {
  let rest = '';
  let row = 0;

  function take(piece: string, isLast: boolean): readonly (readonly string[])[] {
    const text = rest + piece;
    const rows: (readonly string[])[] = [];
    let from = 0;
    for (;;) {
      const read = rowAt(text, from, delimiter, isLast);
      if (read === 'brokenQuotes') throw new FileRefused({ code: read, row: row + 1 });
      if (read === null) break;
      rows.push(read.cells);
      row += 1;
      from = read.next;
    }
    rest = text.slice(from);
    if (rest.length > bounds.row)
      throw new FileRefused({ code: 'cellTooLong', row: row + 1, most: bounds.cell });
    return rows;
  }
  return { take };
}

/** null: the text ends before the row does. */
function rowAt(
  text: string,
  from: number,
  delimiter: Delimiter,
  isLast: boolean,
): Read | 'brokenQuotes' | null {
  if (from >= text.length) return null;
  const cells: string[] = [];
  for (let at = from; ; at += 1) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? endOfQuoted(text, at) : endOfCell(text, at, delimiter);
    if (end === null && isLast) return 'brokenQuotes';
    // What stands next may still belong to it.
    if (end === null || (end === text.length && !isLast)) return null;
    cells.push(isQuoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end));
    at = end;
    if (text[at] === delimiter) continue;
    if (text[at] === '\r' && at + 1 === text.length && !isLast) return null;
    const next = afterLine(text, at);
    return next === null ? 'brokenQuotes' : { cells, next };
  }
}

/** Behind the mark that closes what one opens `at`; null: it is not (yet) there. */
function endOfQuoted(text: string, at: number): number | null {
  let mark = text.indexOf('"', at + 1);
  while (mark !== -1 && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2);
  return mark === -1 ? null : mark + 1;
}

function endOfCell(text: string, from: number, delimiter: Delimiter): number {
  const sign = delimiter.charCodeAt(0);
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === sign || letter === lineFeed || letter === carriageReturn) return at;
  }
  return text.length;
}

/** Behind the line end that stands there; null where something else does. */
function afterLine(text: string, at: number): number | null {
  if (at === text.length || text[at] === '\n') return at + 1;
  if (text[at] !== '\r') return null;
  return text[at + 1] === '\n' ? at + 2 : at + 1;
}
