import { useCallback, useEffect, useRef } from 'react';
import type { Site } from '../../shared/facts/documents.ts';
import { type Workplace, workplaces } from '../../shared/facts/workplaces.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** After how long without work a station of this site locks. */
export function lockMinutesAt(site: Site | null, mode: Workplace): number {
  return site?.lockAfterMinutes?.[mode] ?? workplaces[mode].lockMinutes;
}

/**
 * Calls `onLock` once nobody has done anything for `minutes`; null switches it off. While work lies
 * open it only falls when the computer itself has slept that long. The answer tells it of work it
 * cannot see: a scanner's keys are held back before they come here.
 */
export function useAutoLock(
  minutes: number | null,
  onLock: () => void,
  isWorkOpen = false,
): () => void {
  const last = useRef({ monotonic: 0, wall: 0 });
  const latest = useRef({ onLock, isWorkOpen });
  useEffect(() => {
    latest.current = { onLock, isWorkOpen };
  });
  const seen = useCallback(() => {
    last.current = { monotonic: performance.now(), wall: Date.now() };
  }, []);
  useEffect(() => {
    if (minutes !== null && !isWorkOpen) seen();
  }, [minutes, isWorkOpen, seen]);
  useEffect(() => {
    if (minutes === null) return undefined;
    seen();
    const limit = minutes * 60_000;
    let lookedAt = Date.now();
    // Looked at in steps, not by one long timer: those stand still while the computer sleeps.
    const looking = setInterval(() => {
      const now = Date.now();
      const hasSlept = now - lookedAt >= limit;
      lookedAt = now;
      // Asleep the monotonic clock stands still, and the wall clock may be set: whichever says more.
      const idle = Math.max(performance.now() - last.current.monotonic, now - last.current.wall);
      if (hasSlept || (idle >= limit && !latest.current.isWorkOpen)) latest.current.onLock();
    }, 1000);
    for (const sign of signs) window.addEventListener(sign, seen, true);
    return () => {
      clearInterval(looking);
      for (const sign of signs) window.removeEventListener(sign, seen, true);
    };
  }, [minutes, seen]);
  return seen;
}
