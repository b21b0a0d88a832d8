import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { classesOf } from '../classesOf.ts';
import { DrawnOnce, type RowActs } from './DrawnOnce.tsx';
import styles from './RowList.module.css';
import { rowHeights } from './rowHeights.ts';
import type { Rows } from './rowsShown.ts';
import { startsWithWords, useTypedWords } from './typedWords.ts';
import { useDrawnRows } from './useDrawnRows.ts';

const css = classesOf(styles);

/** In one line at the desk's density. */
const heights = rowHeights({ usual: 64, line: 37 });

/**
 * Rows to open: one stop for Tab, arrows inside, Enter or a press opens, letters go to the next row
 * that begins with them. Only those in sight are drawn, and the one that has the focus. The screen
 * lays out what is inside a row; `chosen` marks the one that is open beside the list.
 */
export function RowList<Row>(props: {
  readonly label: string;
  readonly rows: Rows<Row>;
  readonly keyOf: (row: Row) => string;
  /** Plain words of a row, for typing ahead and screen readers. */
  readonly wordsOf: (row: Row) => string;
  /** Where it is the same for the same rows, a row is drawn again only when something of it has changed. */
  readonly children: (row: Row, isChosen: boolean) => ReactNode;
  readonly onOpen: (row: Row) => void;
  /** The row that is open beside the list: it is always in sight, whoever opened it. */
  readonly chosen?: string | null;
  /** `line`: each row is a single line, so that as many as can be are in sight. */
  readonly size?: 'usual' | 'line';
  readonly empty?: ReactNode;
  /** Whoever comes to the screen and has the focus nowhere goes on from its first row. */
  readonly takesFocus?: boolean;
}): ReactNode {
  const { rows, keyOf, wordsOf, chosen = null, size = 'usual' } = props;
  const keyAt = useMemo(
    () =>
      rows.keyAt ??
      ((index: number) => {
        const row = rows.at(index);
        return row === undefined ? String(index) : keyOf(row);
      }),
    [rows, keyOf],
  );
  const active = useActiveRow(rows, keyOf);
  const chosenAt = chosen === null ? -1 : placeIn(rows, keyOf, chosen);
  const stop = active.at >= 0 ? active.at : Math.max(0, chosenAt);
  const followed = useRef<string | null>(null);
  const drawn = useDrawnRows({
    count: rows.length,
    heights,
    kindAt: () => size,
    kept: stop,
    keyAt,
  });
  const typed = useTypedWords();
  const elements = useRef(new Map<number, HTMLElement>());

  useLayoutEffect(() => {
    const row = active.isWanted() ? elements.current.get(active.at) : undefined;
    if (!row) return;
    row.focus({ preventScroll: true });
    drawn.bringIntoSight(row);
  });

  useLayoutEffect(() => {
    if (chosen === followed.current || !drawn.isLaidOut) return;
    followed.current = chosen;
    if (chosenAt < 0) return;
    active.follow(chosenAt);
    drawn.scrollTo(chosenAt);
  });

  const isMet = useRef(!props.takesFocus);
  useLayoutEffect(() => {
    const first = isMet.current ? undefined : elements.current.get(0);
    if (!first) return;
    isMet.current = true;
    // Or somewhere around it, as in the whole page.
    const isNowhere = document.activeElement?.contains(first) === true;
    if (isNowhere && !document.querySelector('[role="dialog"]'))
      first.focus({ preventScroll: true });
  });

  const latest = useRef({ active, onKeyDown, open });
  useLayoutEffect(() => {
    latest.current = { active, onKeyDown, open };
  });
  // The very same for all rows and drawings, so that a row nothing of which changed is not drawn.
  const [acts] = useState<RowActs>(() => ({
    reached: (index) => latest.current.active.reached(index),
    keyDown: (event) => latest.current.onKeyDown(event),
    open: (index) => latest.current.open(index),
  }));

  function open(index: number): void {
    const row = rows.at(index);
    if (row !== undefined) props.onOpen(row);
  }
  function onKeyDown(event: React.KeyboardEvent): void {
    // A key of the whole screen is no letter to go by.
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = rows.at(stop);
    if (row === undefined) return;
    if (event.key === 'Enter' || (event.key === ' ' && !typed.isGoingOn())) {
      event.preventDefault();
      props.onOpen(row);
      return;
    }
    const next = nextPlace(event.key, stop, rows.length, drawn.pageOf());
    if (next !== null) {
      event.preventDefault();
      active.goTo(next);
    } else if (event.key.length === 1) {
      const words = typed.add(event.key);
      // The first letter again goes to the next one with it.
      const from = words.length === 1 ? stop + 1 : stop;
      const found = startsWithWords(rows, wordsOf, words, from);
      if (found !== null) active.goTo(found);
    }
  }

  return (
    <div
      ref={drawn.listRef}
      className={css('list')}
      data-size={size}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length}
      tabIndex={rows.length === 0 ? 0 : undefined}
      style={rows.length === 0 ? undefined : drawn.size}
      onBlur={(event) => active.left(event.relatedTarget, event.currentTarget)}
    >
      {rows.length === 0 && props.empty && (
        <div role="row">
          <div role="gridcell">{props.empty}</div>
        </div>
      )}
      {drawn.rows.map(({ index, key, start }) => {
        const row = rows.at(index);
        return row === undefined ? null : (
          <DrawnOnce
            key={key}
            row={row}
            draw={props.children}
            words={wordsOf(row)}
            index={index}
            start={start}
            isStop={index === stop}
            isChosen={key === chosen}
            elements={elements}
            measureRef={drawn.measureRef}
            acts={acts}
          />
        );
      })}
    </div>
  );
}

/** Which row has the focus or had it last, followed by its key while rows come and go around it. */
function useActiveRow<Row>(rows: Rows<Row>, keyOf: (row: Row) => string) {
  const [active, setActive] = useState<{ readonly key: string; readonly at: number } | null>(null);
  const focus = useRef({ isInside: false, isWanted: false });
  const at = active === null ? -1 : placeIn(rows, keyOf, active.key);
  if (active && at !== active.at) setActive(at < 0 ? activeAt(active.at) : { ...active, at });

  /** The row itself, or where it has gone the one that took its place. */
  function activeAt(index: number) {
    const place = Math.min(index, rows.length - 1);
    const row = rows.at(place);
    return place < 0 || row === undefined ? null : { key: keyOf(row), at: place };
  }

  return {
    at,
    /** The focus is to go to the active row: somebody went there, or the row that had it has gone. */
    isWanted() {
      const { isInside, isWanted } = focus.current;
      return isWanted || (isInside && document.activeElement === document.body);
    },
    goTo(index: number) {
      focus.current.isWanted = index !== at;
      setActive(activeAt(index));
    },
    /** It became the row to come back to; the focus goes along where the list has it. */
    follow(index: number) {
      focus.current.isWanted = focus.current.isInside && index !== at;
      setActive(activeAt(index));
    },
    reached(index: number) {
      focus.current = { isInside: true, isWanted: false };
      if (index !== at) setActive(activeAt(index));
    },
    left(to: EventTarget | null, list: Element) {
      if (to instanceof Element && !list.contains(to)) focus.current.isInside = false;
    },
  };
}

function placeIn<Row>(rows: Rows<Row>, keyOf: (row: Row) => string, key: string): number {
  if (rows.placeOf) return rows.placeOf(key);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows.at(index);
    if (row !== undefined && keyOf(row) === key) return index;
  }
  return -1;
}

function nextPlace(key: string, from: number, count: number, page: number): number | null {
  const within = (place: number) => Math.min(count - 1, Math.max(0, place));
  switch (key) {
    case 'ArrowDown':
      return within(from + 1);
    case 'ArrowUp':
      return within(from - 1);
    case 'PageDown':
      return within(from + page);
    case 'PageUp':
      return within(from - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
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
        <div className={css('title')}>
          <bdi>{props.title}</bdi>
        </div>
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
