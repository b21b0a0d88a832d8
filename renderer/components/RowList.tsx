import type { ReactNode } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { classesOf } from './classesOf.ts';
import styles from './RowList.module.css';

const css = classesOf(styles);

/**
 * Rows to open: one stop for Tab, arrows inside, Enter or a press opens. The screen lays out what is
 * inside a row; `chosen` marks the one that is open beside the list.
 */
export function RowList<Row>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Plain words of a row, for typing ahead and screen readers. */
  readonly wordsOf: (row: Row) => string;
  readonly children: (row: Row) => ReactNode;
  readonly onOpen: (row: Row) => void;
  readonly chosen?: string | null;
  readonly empty?: ReactNode;
}): ReactNode {
  const byKey = (key: unknown) => props.rows.find((row) => props.keyOf(row) === key);
  return (
    <GridList
      className={css('list')}
      aria-label={props.label}
      items={props.rows.map((row) => ({ id: props.keyOf(row), row }))}
      selectionMode="none"
      onAction={(key) => {
        const row = byKey(key);
        if (row !== undefined) props.onOpen(row);
      }}
      renderEmptyState={() => props.empty ?? null}
    >
      {({ id, row }) => (
        <GridListItem id={id} textValue={props.wordsOf(row)} className={css('row')}>
          <div className={css('inside')} data-chosen={id === props.chosen || undefined}>
            {props.children(row)}
          </div>
        </GridListItem>
      )}
    </GridList>
  );
}

/** A row in the usual order: what it is, how it stands, and what it is worth at the end. */
export function ListRow(props: {
  readonly title: ReactNode;
  readonly under?: ReactNode;
  readonly middle?: ReactNode;
  readonly end?: ReactNode;
  readonly endUnder?: ReactNode;
}): ReactNode {
  return (
    <div className={css('cells')}>
      <div className={css('main')}>
        <div className={css('title')}>{props.title}</div>
        {props.under && <div className={css('under')}>{props.under}</div>}
      </div>
      {props.middle && <div className={css('middle')}>{props.middle}</div>}
      {(props.end ?? props.endUnder) && (
        <div className={css('end')}>
          <div>{props.end}</div>
          {props.endUnder && <div className={css('under')}>{props.endUnder}</div>}
        </div>
      )}
    </div>
  );
}
