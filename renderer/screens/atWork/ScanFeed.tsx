import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';

type Listener = (raw: string) => void;

/** Where scans come from once they are text. Whoever asked last gets them: a sheet before its screen. */
export type ScanSource = {
  readonly deliver: (raw: string) => void;
  readonly listen: (listener: Listener) => () => void;
};

export function createScanSource(): ScanSource {
  const listeners: Listener[] = [];
  return {
    deliver: (raw) => listeners.at(-1)?.(raw),
    listen(listener) {
      listeners.push(listener);
      return () => {
        const place = listeners.indexOf(listener);
        if (place >= 0) listeners.splice(place, 1);
      };
    },
  };
}

const Feed = createContext<ScanSource | null>(null);

export function ScanFeed(props: { readonly source: ScanSource; readonly children: ReactNode }) {
  return <Feed value={props.source}>{props.children}</Feed>;
}

/** Calls back with every scan while this part of the screen is on top. Nothing needs focus. */
export function useScans(onScan: Listener, isListening = true): void {
  const source = useContext(Feed);
  if (!source) throw new Error('Screens that take scans live below <ScanFeed>.');
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  useEffect(
    () => (isListening ? source.listen((raw) => latest.current(raw)) : undefined),
    [source, isListening],
  );
}
