import { CentralSilent, type Forward } from './askCentral.ts';
import type { ForeignStation } from './foreignStation.ts';
import { handIn, waitingCommands, waitingPhotos } from './handIn.ts';

export type ForeignSender = {
  /** Something was brought. */
  readonly wake: () => void;
  /** Central answered somebody: it may be worth asking at once. */
  readonly centralAnswers: () => void;
  readonly waitsForCentral: () => boolean;
  readonly missingOf: (stationId: string) => number | null;
  readonly close: () => Promise<void>;
};

const firstMs = 1_000;
const mostMs = 5 * 60_000;
/** What central put off, or lacks something for. */
const waitingMs = 60_000;
/** All done: only to hear whether central was restored from a back-up. */
const quietMs = 60 * 60_000;

/** Hands in what was brought from other stations, for as long as it takes. */
export function startForeignSender(needs: {
  readonly stations: () => readonly ForeignStation[];
  readonly isEnrolled: () => boolean;
  readonly forward: Forward;
  readonly now: () => number;
  readonly log: (event: string, detail: string) => void;
}): ForeignSender {
  const closing = new AbortController();
  const addresses = new Map<string, string>();
  const missing = new Map<string, number | null>();
  let failures = 0;
  let running: Promise<void> | null = null;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function round(): Promise<number> {
    if (!needs.isEnrolled()) return waitingMs;
    try {
      let isAllDone = true;
      for (const station of needs.stations()) {
        const handed = await handIn(station, {
          forward: needs.forward,
          now: needs.now,
          signal: closing.signal,
          addresses,
        });
        missing.set(station.about().station.id, handed.missing);
        isAllDone &&= handed.isDone;
      }
      failures = 0;
      return isAllDone ? quietMs : waitingMs;
    } catch (failure) {
      if (closing.signal.aborted) return quietMs;
      failures += 1;
      needs.log('notHandedIn', failure instanceof Error ? failure.message : 'unknown');
      const asked = failure instanceof CentralSilent ? failure.retryAfterMs : 0;
      return Math.max(asked, Math.random() * Math.min(mostMs, firstMs * 2 ** failures));
    }
  }

  function wake(): void {
    if (closing.signal.aborted || needs.stations().length === 0) return;
    clearTimeout(timer);
    if (running !== null) {
      again = true;
      return;
    }
    again = false;
    running = round().then((wait) => {
      running = null;
      if (closing.signal.aborted) return;
      timer = setTimeout(wake, again ? 0 : wait);
      timer.unref();
    });
  }

  wake();
  return {
    wake,
    centralAnswers() {
      if (failures > 0 && running === null) wake();
    },
    waitsForCentral: () =>
      failures > 0 &&
      needs.stations().some((it) => waitingCommands(it).length > 0 || waitingPhotos(it).length > 0),
    missingOf: (stationId) => missing.get(stationId) ?? null,
    async close() {
      closing.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
