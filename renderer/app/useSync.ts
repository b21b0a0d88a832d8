import { useEffect, useRef, useState } from 'react';
import { type Sync, type SyncStatus, startSync } from '../sync/startSync.ts';
import { fetchFromCentral } from '../sync/transport/fetchFromCentral.ts';
import type { Application } from './startApplication.ts';

export type Link = {
  readonly status: SyncStatus;
  readonly pausePhotos: (isPaused: boolean) => void;
  /** Somebody came or did something: a station that waits out trouble tries again. */
  readonly wake: () => void;
  readonly limitPhotos: (bitsPerSecond: number | null) => void;
};

/** Keeps the station and central alike for as long as the enrolled station is open. */
export function useSync(application: Application): Link {
  const { db, desktop, clock } = application;
  const [status, setStatus] = useState<SyncStatus>({ reached: null, trouble: null, nextAt: null });
  const running = useRef<Sync | null>(null);
  useEffect(() => {
    const sync = startSync({
      db,
      desktop,
      clock,
      fetch: fetchFromCentral,
      onStatus: setStatus,
    });
    running.current = sync;
    // Whoever comes back to this window may have signed in to the network in another one.
    const signs = ['online', 'focus'] as const;
    const looked = () => {
      if (document.visibilityState === 'visible') sync.wake();
    };
    for (const sign of signs) window.addEventListener(sign, sync.nudge);
    document.addEventListener('visibilitychange', looked);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, sync.nudge);
      document.removeEventListener('visibilitychange', looked);
      running.current = null;
      void sync.stop();
    };
  }, [db, desktop, clock]);
  return {
    status,
    wake: () => running.current?.wake(),
    pausePhotos: (isPaused) => void running.current?.pausePhotos(isPaused),
    limitPhotos: (bitsPerSecond) => void running.current?.limitPhotos(bitsPerSecond),
  };
}
