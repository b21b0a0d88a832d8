import { columnLetters } from '../table/columnLetters.ts';
import { type ColumnLook, type ColumnLooker, columnLooker } from './columnLook.ts';
import type { OpenTable, TableForm } from './openTable.ts';
import type { RowTrouble } from './row.ts';
import type { TableRows } from './tableRows.ts';

/** What a file was found to be; all of it is shown, and may be said otherwise. */
export type Look = {
  readonly form: TableForm;
  readonly sha256: string;
  readonly bytes: number;
  readonly headingsRow: number | null;
  readonly rows: number;
  readonly emptyRows: number;
  readonly ragged: {
    readonly count: number;
    readonly first: readonly (RowTrouble & { readonly row: number })[];
  };
  readonly columns: readonly ColumnLook[];
};

const mostNamed = 5;

/** Looks through the whole table once. */
export async function lookThrough(
  table: OpenTable,
  tableRows: TableRows,
  tick: () => void,
): Promise<Look> {
  const lookers: ColumnLooker[] = [];
  const first: (RowTrouble & { readonly row: number })[] = [];
  let [rows, ragged] = [0, 0];
  for await (const some of tableRows.rows) {
    tick();
    for (const raw of some) {
      rows += 1;
      const trouble = tableRows.troubleOf(raw);
      if (trouble !== null) ragged += 1;
      if (trouble !== null && first.length < mostNamed) first.push({ row: raw.row, ...trouble });
      for (let column = 0; column < raw.texts.length; column += 1) {
        const text = raw.texts[column];
        const looker = (lookers[column] ??= columnLooker());
        if (text !== undefined) looker.see(text, raw.kinds?.[column] ?? 'text');
      }
    }
  }
  const columns = lookers.map((looker, column) =>
    looker.look(tableRows.nameOf(column), columnLetters(column)),
  );
  return {
    form: table.form,
    sha256: table.sha256,
    bytes: table.bytes,
    headingsRow: tableRows.headingsRow,
    rows,
    emptyRows: tableRows.emptyRows(),
    ragged: { count: ragged, first },
    columns: columns.filter(
      ({ filled, heading, letters }) => filled > 0 || heading !== `Column ${letters}`,
    ),
  };
}
