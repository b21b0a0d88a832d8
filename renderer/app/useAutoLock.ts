import { useCallback, useEffect, useRef } from 'react';

export const lockAfterMinutes = { dock: 2, bench: 5, desk: 5 } as const;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * Calls `onLock` once nobody has done anything for `minutes`; null switches it off. The answer tells
 * it of work it cannot see: a scanner's keys are held back before they come here.
 */
export function useAutoLock(minutes: number | null, onLock: () => void): () => void {
  const last = useRef(0);
  const latest = useRef(onLock);
  useEffect(() => {
    latest.current = onLock;
  });
  const seen = useCallback(() => {
    last.current = performance.now();
  }, []);
  useEffect(() => {
    if (minutes === null) return undefined;
    seen();
    const limit = minutes * 60_000;
    // Looked at in steps, not by one long timer: those stand still while the computer sleeps.
    const looking = setInterval(() => {
      if (performance.now() - last.current >= limit) latest.current();
    }, 1000);
    for (const sign of signs) window.addEventListener(sign, seen, true);
    return () => {
      clearInterval(looking);
      for (const sign of signs) window.removeEventListener(sign, seen, true);
    };
  }, [minutes, seen]);
  return seen;
}
