import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { DecideVerdict } from '../../actions/decideVerdict.ts';
import type { DecisionInHand, Outcome } from '../../actions/decisionInHand.ts';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { useActionContext, useDecisionInHand } from '../../workflow/AtWork.tsx';

/**
 * A decision waits ten seconds before it is sealed: undo instead of "are you sure?". Leaving the
 * desk seals it at once; what happens to the person meanwhile is not the desk's to know.
 */
export function usePendingDecision(on: Outcome): {
  readonly pending: ReturnType<DecisionInHand['now']>['pending'];
  readonly isProving: boolean;
  /** What the PIN was refused for; null once it is signed. */
  readonly decide: (input: DecideVerdict, name: string) => Promise<ActionRefusal | null>;
  readonly undo: () => void;
  readonly sealNow: () => void;
} {
  const context = useActionContext();
  const hand = useDecisionInHand();
  const { pending, isProving } = useSyncExternalStore(hand.subscribe, hand.now);
  const outcome = useRef(on);
  useEffect(() => {
    outcome.current = on;
  });
  useEffect(() => {
    const untell = hand.tell({
      refused: (refusal, of) => outcome.current.refused(refusal, of),
      sealed: (caseId) => outcome.current.sealed(caseId),
    });
    return () => {
      untell();
      void hand.sealNow();
    };
  }, [hand]);
  return {
    pending,
    isProving,
    decide: async (input, name) => await hand.decide(context, input, name),
    undo: hand.undo,
    sealNow: () => void hand.sealNow(),
  };
}
