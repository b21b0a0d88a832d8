import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { Scan } from '../../shared/barcodes/scan.ts';
import type { EarlyScans } from './earlyScans.ts';

/**
 * Why a scan was recorded by nobody: the station is not open or not enrolled yet, nobody is at work, a
 * sheet is in the way, a page takes none; a card does nothing here, nobody knows the label, the goods
 * are on another list, a value is measured and this is a label. Or it was no scan at all: a key that a sheet stands before.
 */
export type Unheard =
  | 'opening'
  | 'enrolling'
  | 'nobody'
  | 'sheet'
  | 'page'
  | 'card'
  | 'unknown'
  | 'blind'
  | 'measure'
  | 'key';

/** Where scans come from. Whoever asked last gets them: a sheet before its screen. */
export type ScanSource<T> = {
  /** Whether anybody was there to take it. */
  readonly deliver: (scanned: T, at?: number) => boolean;
  readonly listen: (listener: Listener<T>) => () => void;
  /** Whoever took a scan could do nothing with it: that must be said aloud. */
  readonly turnAway: (why: Unheard) => void;
  readonly onTurnedAway: (listener: (why: Unheard) => void) => () => void;
  /** A colleague's badge: whether it was asked for, and does not change who works here. */
  readonly deliverBadge: (badge: string) => boolean;
  readonly askForBadge: (listener: (badge: string) => void) => () => void;
};
/** `at`: when the scan's last key went down, by the page's clock; a typed number has none. */
type Listener<T> = (scanned: T, at?: number) => void;

export function createScanSource<T>(): ScanSource<T> {
  const listeners: Listener<T>[] = [];
  const watchers = new Set<(why: Unheard) => void>();
  const askers: ((badge: string) => void)[] = [];
  return {
    deliverBadge(badge) {
      const asker = askers.at(-1);
      asker?.(badge);
      return asker !== undefined;
    },
    askForBadge(asker) {
      askers.push(asker);
      return () => {
        const place = askers.indexOf(asker);
        if (place >= 0) askers.splice(place, 1);
      };
    },
    turnAway(why) {
      for (const watcher of watchers) watcher(why);
    },
    onTurnedAway(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    deliver(scanned, at) {
      const listener = listeners.at(-1);
      listener?.(scanned, at);
      return listener !== undefined;
    },
    listen(listener) {
      listeners.push(listener);
      return () => {
        const place = listeners.indexOf(listener);
        if (place >= 0) listeners.splice(place, 1);
      };
    },
  };
}

const Feed = createContext<ScanSource<Scan> | null>(null);

export function ScanFeed(props: {
  readonly source: ScanSource<Scan>;
  readonly children: ReactNode;
}) {
  return <Feed value={props.source}>{props.children}</Feed>;
}

/** Says aloud that a scan did nothing, and why. */
export function useTurnAway(): (why: Unheard) => void {
  return useSource().turnAway;
}

/**
 * Calls back with every scan while this part of the screen is on top. Nothing needs focus. `early`:
 * what was scanned while it was being opened comes first.
 */
export function useScans(onScan: Listener<Scan>, early: EarlyScans | null = null): void {
  const source = useSource();
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  useEffect(() => {
    const stop = source.listen((scan, at) => latest.current(scan, at));
    const giveBack = early?.takeOver((scan) => latest.current(scan));
    return () => {
      giveBack?.();
      stop();
    };
  }, [source, early]);
}

/** While this part is on screen a colleague's badge names them, and signs nobody in or out. */
export function useBadges(onBadge: (badge: string) => void): void {
  const source = useSource();
  const latest = useRef(onBadge);
  useEffect(() => {
    latest.current = onBadge;
  });
  useEffect(() => source.askForBadge((badge) => latest.current(badge)), [source]);
}

function useSource(): ScanSource<Scan> {
  const source = useContext(Feed);
  if (!source) throw new Error('Screens that take scans live below <ScanFeed>.');
  return source;
}
