import type { DecisionInHand } from '../actions/decisionInHand.ts';
import { everythingDone, isUnderWay } from '../recording/underWay.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/** A disk that never answers must not keep a window open or a person signed in. */
const longestMs = 20_000;

export type FinishingWork = {
  readonly isBusy: () => boolean;
  /** Seals the decision that could still be called back, and waits for whatever is being saved. */
  readonly finish: () => Promise<void>;
};

export function finishingWork(db: StationDatabase, hand: DecisionInHand): FinishingWork {
  return {
    isBusy: () => isUnderWay(db) || hand.now().keys.length > 0,
    async finish() {
      const all = hand.sealAndLeave().then(
        () => everythingDone(db),
        () => everythingDone(db),
      );
      let waiting: ReturnType<typeof setTimeout> | undefined;
      const longEnough = new Promise<void>((resolve) => {
        waiting = setTimeout(resolve, longestMs);
      });
      await Promise.race([all, longEnough]);
      clearTimeout(waiting);
    },
  };
}

const reloading = new WeakSet<Window>();

/** Begins anew at once: what was held and what is in the journal comes back by itself. */
export function reloadPage(window: Window): void {
  reloading.add(window);
  window.location.reload();
}

/** A window that is closed while something is being saved closes when it is; the answer stops it. */
export function finishBeforeClosing(
  window: Window & typeof globalThis,
  work: FinishingWork,
): () => void {
  let mayGo = false;
  const asked = (event: BeforeUnloadEvent) => {
    if (mayGo || reloading.has(window) || !work.isBusy()) return;
    event.preventDefault();
    void work.finish().then(() => {
      mayGo = true;
      window.close();
    });
  };
  window.addEventListener('beforeunload', asked);
  return () => window.removeEventListener('beforeunload', asked);
}
