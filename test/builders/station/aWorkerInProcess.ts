import { answerTurns } from '../../../renderer/explanations/answerTurns.ts';
import type { StartWorker } from '../../../renderer/explanations/turnsAsker.ts';
import type { TurnsAsked } from '../../../renderer/explanations/turnsMessages.ts';

/**
 * The worker's own code without a thread of its own. It computes a portion when `next` is called, so
 * that a test decides what happens in between; messages are cloned and come later, as in a browser.
 */
export function aWorkerInProcess(...[told, failed]: Parameters<StartWorker>) {
  const heard: TurnsAsked[] = [];
  let waiting: (() => void)[] = [];
  let ended = false;
  const answer = answerTurns(
    (what) => told(structuredClone(what)),
    () => new Promise<void>((go) => waiting.push(go)),
  );
  const settled = () => new Promise((done) => setTimeout(done));
  return {
    heard,
    fail: failed,
    hasEnded: () => ended,
    say: (asked: TurnsAsked) => {
      heard.push(structuredClone(asked));
      setTimeout(() => {
        void answer(structuredClone(asked));
      });
    },
    end: () => {
      ended = true;
    },
    /** Lets every open answer go on by one portion; false where none is open. */
    next: async () => {
      await settled();
      const going = waiting;
      waiting = [];
      for (const go of going) go();
      await settled();
      return going.length > 0;
    },
  };
}
