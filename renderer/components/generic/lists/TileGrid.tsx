import { type ReactNode, useCallback, useRef, useState } from 'react';
import { classesOf } from '../classesOf.ts';
import { rowHeights } from './rowHeights.ts';
import styles from './TileGrid.module.css';
import { useDrawnRows } from './useDrawnRows.ts';

const css = classesOf(styles);

/** With a caption. */
const heights = rowHeights({ tiles: 120 });
/** Until the browser has said how many there is room for, and where it never lays anything out. */
const usualColumns = 4;

/**
 * Pictures side by side, as many as there is room for. Of a hundred only the rows in sight are drawn,
 * and the one that has the focus.
 */
export function TileGrid<Tile>(props: {
  readonly label: string;
  readonly tiles: readonly Tile[];
  readonly keyOf: (tile: Tile) => string;
  readonly children: (tile: Tile) => ReactNode;
}): ReactNode {
  const { tiles, keyOf } = props;
  const { columns, columnsRef } = useColumns();
  const [focused, setFocused] = useState<string | null>(null);
  const focusedAt = focused === null ? -1 : tiles.findIndex((tile) => keyOf(tile) === focused);
  const tileWith = (target: Element) => {
    const place = target.closest('[role="listitem"]')?.getAttribute('aria-posinset');
    const tile = tiles[Number(place) - 1];
    return tile === undefined ? null : keyOf(tile);
  };
  const { listRef, rows, size, measureRef } = useDrawnRows({
    count: Math.ceil(tiles.length / columns),
    heights,
    kindAt: () => 'tiles',
    kept: focusedAt < 0 ? -1 : Math.floor(focusedAt / columns),
    // By its place: a picture more in front, or room for one more, draws no other picture anew.
    keyAt: String,
  });
  if (tiles.length === 0) return null;
  return (
    <div
      ref={columnsRef}
      className={css('columns')}
      role="presentation"
      onFocus={({ target }) => setFocused(tileWith(target))}
      onBlur={() => setFocused(null)}
    >
      <div
        ref={listRef}
        style={{ ...size, gridColumn: '1 / -1' }}
        role="list"
        aria-label={props.label}
      >
        {rows.map(({ index, key, place }) => (
          <div
            key={key}
            ref={measureRef}
            style={place}
            data-index={index}
            className={css('columns', 'row')}
            role="presentation"
          >
            {tiles.slice(index * columns, (index + 1) * columns).map((tile, beside) => (
              <div
                key={keyOf(tile)}
                role="listitem"
                aria-posinset={index * columns + beside + 1}
                aria-setsize={tiles.length}
              >
                {props.children(tile)}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** How many the browser lays side by side. */
function useColumns() {
  const [columns, setColumns] = useState(usualColumns);
  const watching = useRef<ResizeObserver | null>(null);
  const columnsRef = useCallback((element: HTMLElement | null) => {
    watching.current?.disconnect();
    if (!element || typeof ResizeObserver === 'undefined') return;
    watching.current = new ResizeObserver(() => {
      const tracks = getComputedStyle(element).gridTemplateColumns.split(' ');
      if (tracks.every((track) => track.endsWith('px'))) setColumns(tracks.length);
    });
    watching.current.observe(element);
  }, []);
  return { columns, columnsRef };
}
