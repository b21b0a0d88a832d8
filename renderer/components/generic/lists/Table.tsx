import type { ReactNode } from 'react';
import { classesOf } from '../classesOf.ts';
import styles from './Table.module.css';

const css = classesOf(styles);

export type Column<Row> = {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'start' | 'end';
  /** Names the row for screen readers. */
  readonly isRowHead?: boolean;
};

/** Figures to read, ruled by hairlines. What can be opened or chosen is a `RowList`. */
export function Table<Row>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly isCaptionHidden?: boolean;
  /** Below the rows, one cell per column. */
  readonly sum?: readonly ReactNode[];
}): ReactNode {
  return (
    <div className={css('frame')}>
      <table className={css('table')}>
        <caption className={css('caption', props.isCaptionHidden && 'hidden')}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.keyOf(row)}>
              {props.columns.map((column) =>
                column.isRowHead ? (
                  <th key={column.key} scope="row" data-align={column.align}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {props.sum && (
          <tfoot>
            <tr>
              {props.columns.map((column, place) => (
                <td key={column.key} data-align={column.align}>
                  {props.sum?.[place]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
