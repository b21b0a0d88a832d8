import { useCallback, useEffect, useRef } from 'react';
import type { Desktop, DesktopOutput } from '../../shared/desktop/desktopApi.ts';
import type { Site } from '../../shared/facts/documents.ts';
import { type Workplace, workplaces } from '../../shared/facts/workplaces.ts';

const sayEveryMs = 1000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** After how long without work a station of this site locks. */
export function lockMinutesAt(site: Site | null, mode: Workplace): number {
  return site?.lockAfterMinutes?.[mode] ?? workplaces[mode].lockMinutes;
}

type Awake = { readonly minutes: number; readonly isWorkOpen: boolean };
export type LockedBy = Exclude<DesktopOutput<'stayAwake'>['locked'], 'no'>;

/**
 * Tells the main process what work is at hand while somebody is signed in (null: nobody is), and calls
 * `onLock` when it says that the station is locked: it decides, and takes the key away itself. The
 * answer tells it of work it cannot see: what a scanner or the camera read.
 */
export function useAutoLock(
  desktop: Pick<Desktop, 'stayAwake'>,
  awake: Awake | null,
  onLock: (by: LockedBy) => void,
): () => void {
  const hasWorked = useRef(false);
  const sawWork = useCallback(() => {
    hasWorked.current = true;
  }, []);
  const latest = useRef({ awake, onLock });
  useEffect(() => {
    latest.current = { awake, onLock };
  });
  const isOn = awake !== null;
  useEffect(() => {
    if (!isOn) return undefined;
    let isSaying = false;
    let hasLeft = false;
    const say = async () => {
      const now = latest.current.awake;
      if (now === null || isSaying) return;
      isSaying = true;
      const worked = hasWorked.current;
      hasWorked.current = false;
      try {
        const { locked } = await desktop.stayAwake({ ...now, hasWorked: worked });
        // Of whoever has left meanwhile it is true that they are gone, and means nobody else.
        if (locked !== 'no' && !hasLeft) latest.current.onLock(locked);
      } finally {
        isSaying = false;
      }
    };
    void say();
    const saying = setInterval(() => void say(), sayEveryMs);
    for (const sign of signs) window.addEventListener(sign, sawWork, true);
    return () => {
      hasLeft = true;
      clearInterval(saying);
      for (const sign of signs) window.removeEventListener(sign, sawWork, true);
    };
  }, [isOn, desktop, sawWork]);
  return sawWork;
}
