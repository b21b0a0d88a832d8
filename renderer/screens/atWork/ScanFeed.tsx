import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { Scan } from '../../../shared/returns/scan.ts';

/** Where scans come from. Whoever asked last gets them: a sheet before its screen. */
export type ScanSource<T> = {
  /** Whether anybody was there to take it. */
  readonly deliver: (scanned: T, at?: number) => boolean;
  readonly listen: (listener: Listener<T>) => () => void;
};
/** `at`: when the scan's last key went down, by the page's clock; a typed number has none. */
type Listener<T> = (scanned: T, at?: number) => void;

export function createScanSource<T>(): ScanSource<T> {
  const listeners: Listener<T>[] = [];
  return {
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

/** Calls back with every scan while this part of the screen is on top. Nothing needs focus. */
export function useScans(onScan: Listener<Scan>, isListening = true): void {
  const source = useContext(Feed);
  if (!source) throw new Error('Screens that take scans live below <ScanFeed>.');
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  useEffect(
    () => (isListening ? source.listen((scan, at) => latest.current(scan, at)) : undefined),
    [source, isListening],
  );
}
