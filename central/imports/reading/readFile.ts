import { accept, type Result, refuse } from '../../../shared/result.ts';
import { columnLetters } from '../table/columnLetters.ts';
import type { FileRefusal } from '../table/fileRefusal.ts';
import { askWorker } from './askWorker.ts';
import type { Look } from './look.ts';
import type { Said } from './openTable.ts';
import type { SentRow, SentRows } from './readWorker.ts';
import type { Cell, Row } from './row.ts';

/** Looks through a whole file: what it is, how it is written, what its columns hold. */
export async function lookAt(path: string, said: Said = {}): Promise<Result<Look, FileRefusal>> {
  let look: Look | null = null;
  const refusal = await askWorker({ kind: 'look', path, said }, async (answered) => {
    if (answered.kind === 'look') ({ look } = answered);
    return 'goOn';
  });
  return look === null || refusal !== null
    ? refuse(refusal ?? { code: 'tookTooLong' })
    : accept(look);
}

/**
 * Hands out the rows of a file some hundred at a time, in order; the next are read while these are
 * worked on, and no more. `each` may stop. What was handed out before a refusal stands.
 */
export async function readRows(
  path: string,
  said: Said,
  each: (rows: readonly Row[]) => Promise<'goOn' | 'stop'>,
): Promise<Result<'read', FileRefusal>> {
  const refusal = await askWorker({ kind: 'rows', path, said }, (answered) =>
    answered.kind === 'rows' ? each(namedRows(answered)) : Promise.resolve('goOn'),
  );
  return refusal === null ? accept('read') : refuse(refusal);
}

/** With the names of their columns, and each cell with its address. */
export function namedRows({ rows, names, sheet, areEntries }: SentRows): readonly Row[] {
  return rows.map((sent) => {
    const at = sheet === null ? { row: sent.row } : { sheet, row: sent.row };
    const cells = cellsOf(sent, names, areEntries);
    return sent.trouble === null ? { at, cells } : { at, cells, trouble: sent.trouble };
  });
}

function cellsOf(
  { row, texts, kinds }: SentRow,
  names: readonly string[],
  areEntries: boolean,
): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  texts.forEach((text, column) => {
    const kind = kinds?.[column] ?? 'text';
    if (text === undefined || (text === '' && kind !== 'uncomputed')) return;
    const name = names[column] ?? columnLetters(column);
    const address = areEntries ? `${row} ${name}` : `${columnLetters(column)}${row}`;
    cells.set(name, { text, kind, address });
  });
  return cells;
}
