import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActionRefusal } from '../../actions/actionContext.ts';
import { type DecideVerdict, decideVerdict } from '../../actions/decideVerdict.ts';
import { useActionContext } from '../atWork/AtWork.tsx';

/** Seconds in which a signed decision can still be called back. */
export const undoSeconds = 10;

export type Pending = {
  readonly input: DecideVerdict;
  readonly name: string;
  readonly secondsLeft: number;
};

/**
 * A decision waits ten seconds before it is sealed: undo instead of "are you sure?". Leaving the
 * desk seals it at once, so that nothing a person signed is lost; a crash before that leaves the
 * case as it was, and the list still shows it.
 */
export function usePendingDecision(on: {
  readonly refused: (refusal: ActionRefusal) => void;
  readonly sealed: (caseId: string) => void;
}): {
  readonly pending: Pending | null;
  readonly decide: (input: DecideVerdict, name: string) => void;
  readonly undo: () => void;
  readonly sealNow: () => void;
} {
  const context = useActionContext();
  const [pending, setPending] = useState<Pending | null>(null);
  const waiting = useRef<Pending | null>(null);
  const outcome = useRef(on);
  useEffect(() => {
    outcome.current = on;
  });

  const put = useCallback((next: Pending | null) => {
    waiting.current = next;
    setPending(next);
  }, []);
  const seal = async (): Promise<void> => {
    const taken = waiting.current;
    if (!taken) return;
    put(null);
    const result = await decideVerdict(context, taken.input);
    if (result.ok) outcome.current.sealed(taken.input.caseId);
    else outcome.current.refused(result.refusal);
  };
  const sealLatest = useRef(seal);
  useEffect(() => {
    sealLatest.current = seal;
  });

  const isCounting = pending !== null;
  useEffect(() => {
    if (!isCounting) return undefined;
    const counting = setInterval(() => {
      const now = waiting.current;
      if (!now) return;
      if (now.secondsLeft <= 1) void sealLatest.current();
      else put({ ...now, secondsLeft: now.secondsLeft - 1 });
    }, 1000);
    return () => clearInterval(counting);
  }, [isCounting, put]);
  useEffect(() => () => void sealLatest.current(), []);

  return {
    pending,
    decide(input, name) {
      void sealLatest.current();
      put({ input, name, secondsLeft: undoSeconds });
    },
    undo: () => put(null),
    sealNow: () => void sealLatest.current(),
  };
}
