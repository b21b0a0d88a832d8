import type { Cell, Row } from '../reading/row.ts';
import type { Plan } from './planOf.ts';
import { readCell, textIn } from './readCell.ts';

/** What is wrong with a row, in which cell, by a code and in English; `text` is what is wrong. */
export type RowError = {
  readonly address: string;
  readonly code: string;
  readonly text: string;
  readonly says: string;
};

/** One record as a table says it: of several rows where it has lines. */
export type TableRecord = {
  readonly id: string;
  readonly body: object;
  readonly rows: readonly Row[];
  readonly errors: readonly RowError[];
};

type Bag = Record<string, unknown>;

/** The id a row is about; '' where it says none. */
export function idOfRow({ table, columns }: Plan, row: Row): string {
  const textOf = (path: string) => {
    const column = columns.find(({ field }) => field.path === path);
    const cell = column && row.cells.get(column.heading);
    return cell ? textIn(cell) : '';
  };
  const own = textOf('id');
  if (own !== '' || table.idFrom.length === 0) return own;
  const parts = table.idFrom.map(textOf);
  return parts.includes('') ? '' : parts.join('/');
}

/** Rows of one id, one after the other, as a body; what stands in the first of them counts for all. */
export function recordOf(plan: Plan, id: string, rows: readonly Row[]): TableRecord {
  const errors: RowError[] = rows.flatMap(troubleOf);
  const body: Bag = { ...plan.table.blank };
  const lines: Bag[] = [];
  rows.forEach((row, index) => {
    const line: Bag = { ...plan.table.blankLine };
    for (const { heading, field, form } of plan.columns) {
      const isOfLine = field.path.startsWith('lines.');
      if (field.path === 'id' || (index > 0 && !isOfLine)) continue;
      const cell = row.cells.get(heading);
      const read = readCell(field, cell, form);
      if (!read.ok) errors.push({ address: cell?.address ?? '', ...read.refusal });
      else if (read.value !== undefined)
        put(isOfLine ? line : body, isOfLine ? field.path.slice(6) : field.path, read.value);
    }
    lines.push(line);
  });
  if (id === '')
    errors.push({ address: placeOf(rows[0]), code: 'noId', text: '', says: 'The row says no id' });
  return { id, body: plan.table.blankLine ? { ...body, lines } : body, rows, errors };
}

/** The cell a field of the body was read from, and its text, for what central says of it. */
export function cellOf(
  plan: Plan,
  { rows }: TableRecord,
  field: string,
): { readonly address: string; readonly text: string } {
  const [, line] = /^lines\.(\d+)\./.exec(field) ?? [];
  const path = field.replace(/^lines\.\d+\./, 'lines.');
  const row = rows[Number(line ?? 0)];
  const column = plan.columns.find(
    (one) => one.field.path === path || path.startsWith(`${one.field.path}.`),
  );
  const cell: Cell | undefined = column && row?.cells.get(column.heading);
  return { address: cell?.address ?? placeOf(row), text: cell?.text.slice(0, 40) ?? '' };
}

function troubleOf(row: Row): readonly RowError[] {
  if (!row.trouble) return [];
  const { cells, headings } = row.trouble;
  const says = `The row has ${cells} cells below ${headings} headings; one may be cut, or a text lacks its quotation marks`;
  return [{ address: placeOf(row), code: row.trouble.code, text: `${cells} : ${headings}`, says }];
}

function placeOf(row: Row | undefined): string {
  return row ? `row ${row.at.row}` : '';
}

function put(bag: Bag, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) bag[first] = value;
  else {
    const before = bag[first];
    const inner: Bag = typeof before === 'object' ? { ...before } : {};
    put(inner, rest.join('.'), value);
    bag[first] = inner;
  }
}
