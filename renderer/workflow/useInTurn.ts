import { useRef } from 'react';
import { underWay } from '../recording/underWay.ts';
import { useActionContext } from './AtWork.tsx';

/** One after another: the next step must see what the last one saved. `onTrouble` hears what broke. */
export function useInTurn(
  onTrouble: (detail: string) => void,
): (work: () => Promise<unknown>) => Promise<void> {
  const { db } = useActionContext();
  const turn = useRef<Promise<void>>(Promise.resolve());
  return (work) => {
    turn.current = turn.current.then(work).then(
      () => undefined,
      (cause: unknown) => onTrouble(cause instanceof Error ? cause.message : String(cause)),
    );
    return underWay(db, turn.current);
  };
}
