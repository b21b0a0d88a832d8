import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { RowHeights } from './rowHeights.ts';

/** Above and below what can be seen, so that no scroll shows an empty place. */
const besides = 8;

/** To lay out so many once more takes longer than to ask where they stand. */
const manyRows = 200;

export type DrawnRow = {
  readonly index: number;
  readonly key: string;
  /** Distance from the start of the list, in CSS pixels. */
  readonly start: number;
  readonly place: CSSProperties;
};

/**
 * Of a list of thousands the rows that can be seen, and a few around them. The list scrolls within
 * whatever it stands in. `kept` is drawn wherever it lies: whatever has the focus stays.
 */
export function useDrawnRows<Kind extends string>(options: {
  readonly count: number;
  /** Asked of every row whenever it is another function. */
  readonly keyAt: (index: number) => string;
  readonly kindAt: (index: number) => Kind;
  /** Until a row has been measured. */
  readonly heights: RowHeights<Kind>;
  readonly kept?: number;
}) {
  const { count, keyAt, kindAt, heights, kept = -1 } = options;
  const usualHeight = (index: number) => heights.of(kindAt(index));
  const list = useRef<HTMLDivElement | null>(null);
  const isLong = count > manyRows;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [above, setAbove] = useState(0);
  const listRef = useCallback(
    (element: HTMLDivElement | null) => {
      list.current = element;
      const found = element && scrollerOf(element);
      setScroller(found);
      // Both at once: whichever came later would lay all rows out again.
      if (element && found && isLong) setAbove(heightAbove(element, found));
    },
    [isLong],
  );
  const lookAbove = useCallback(() => {
    if (list.current && scroller) setAbove(heightAbove(list.current, scroller));
  }, [scroller]);
  // What stands above the list in the same scroller comes and goes without it. With the next frame,
  // which lays the page out anyway: asked sooner, it would be laid out once more for each list and
  // each step of a wheel.
  const frame = useRef(0);
  const lookSoon = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(lookAbove);
  }, [lookAbove]);
  useEffect(() => {
    lookSoon();
    return () => cancelAnimationFrame(frame.current);
  });
  useLayoutEffect(() => {
    scroller?.addEventListener('scroll', lookSoon, { passive: true });
    return () => scroller?.removeEventListener('scroll', lookSoon);
  }, [scroller, lookSoon]);

  const [learnt, setLearnt] = useState(0);
  // Another function where heights were learnt, so that all rows are laid out by them.
  const laidOut = useMemo(
    () => ({ keyAt: (index: number) => keyAt(index), learnt }),
    [keyAt, learnt],
  );
  /** Where the first row in sight stood before: it stays there. */
  const stood = useRef<{ readonly index: number; readonly start: number } | null>(null);

  // oxlint-disable-next-line react/incompatible-library -- nothing it returns is handed to what is memoised
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    // All rows are laid out when it is known where, not once before.
    count: scroller ? count : 0,
    overscan: besides,
    scrollMargin: above,
    getItemKey: laidOut.keyAt,
    estimateSize: usualHeight,
    getScrollElement: () => scroller,
    rangeExtractor: useCallback((range: Range) => withKept(range, kept), [kept]),
    observeElementRect(instance, seen) {
      const element = instance.scrollElement;
      if (!element) return undefined;
      const look = () => seen({ width: element.offsetWidth, height: heightOf(element) });
      look();
      if (typeof ResizeObserver === 'undefined') return undefined;
      const watching = new ResizeObserver(look);
      watching.observe(element);
      return () => watching.disconnect();
    },
    measureElement(element, seen, instance) {
      const index = instance.indexFromElement(element);
      // Asked at every drawing, where reading a height lays the page out; the observer tells it before the paint.
      if (!seen) return instance.itemSizeCache.get(keyAt(index)) ?? usualHeight(index);
      const height = element.offsetHeight || usualHeight(index);
      if (heights.learn(kindAt(index), height)) {
        const first = instance.measurementsCache[instance.range?.startIndex ?? 0];
        stood.current ??= first ? { index: first.index, start: first.start } : null;
        setLearnt((times) => times + 1);
      }
      return height;
    },
  });
  useLayoutEffect(() => {
    const was = stood.current;
    stood.current = null;
    const now = was && virtualizer.measurementsCache[was.index];
    if (scroller && now && now.start !== was.start) scroller.scrollTop += now.start - was.start;
  }, [learnt, scroller, virtualizer]);
  const rows = virtualizer.getVirtualItems().map(
    ({ index, key, start }): DrawnRow => ({
      index,
      key: String(key),
      start: start - above,
      place: {
        position: 'absolute',
        insetBlockStart: 0,
        insetInline: 0,
        transform: `translateY(${start - above}px)`,
      },
    }),
  );
  return {
    listRef,
    rows,
    /** For the list itself: as high as all its rows. */
    size: { position: 'relative', blockSize: virtualizer.getTotalSize() } satisfies CSSProperties,
    measureRef: virtualizer.measureElement,
    /** Where it scrolls is known, so that it can be scrolled. */
    isLaidOut: scroller !== null,
    /** As little as brings a row into sight that may not be drawn yet. */
    scrollTo(index: number) {
      virtualizer.scrollToIndex(index, { align: 'auto' });
    },
    /** As little as brings all of it into sight. */
    bringIntoSight(row: HTMLElement) {
      if (!scroller) return;
      const [own, seen] = [row.getBoundingClientRect(), scroller.getBoundingClientRect()];
      if (own.top < seen.top) scroller.scrollTop -= seen.top - own.top;
      else if (own.bottom > seen.top + scroller.clientHeight)
        scroller.scrollTop += own.bottom - seen.top - scroller.clientHeight;
    },
    /** How many rows a page has. */
    pageOf: () =>
      Math.max(1, (virtualizer.range?.endIndex ?? 0) - (virtualizer.range?.startIndex ?? 0)),
  };
}

function withKept(range: Range, kept: number): number[] {
  const drawn = defaultRangeExtractor(range);
  if (kept < 0 || kept >= range.count || drawn.includes(kept)) return drawn;
  return [...drawn, kept].sort((a, b) => a - b);
}

/** Of what stands above a list in its scroller, in CSS pixels. */
function heightAbove(list: HTMLElement, scroller: HTMLElement): number {
  const from = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  return Math.max(0, Math.round(from + scroller.scrollTop));
}

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let one = element.parentElement; one; one = one.parentElement)
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  return document.documentElement;
}

/** Where nothing is laid out yet (or ever, in a test) it is taken to be as high as the window. */
function heightOf(scroller: HTMLElement): number {
  return scroller === document.documentElement
    ? window.innerHeight
    : scroller.clientHeight || window.innerHeight;
}
