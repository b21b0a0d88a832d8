import { useCallback, useEffect, useRef } from 'react';

/**
 * The same function at every drawing, doing what the newest would: for parts that are drawn again
 * only when something of theirs changes.
 */
export function useStable<Args extends readonly unknown[]>(
  act: (...args: Args) => void,
): (...args: Args) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((...args) => latest.current(...args), []);
}
