import { useEffect, useRef, useState } from 'react';
import type { Scan } from '../../../shared/barcodes/scan.ts';
import { playTone } from '../../components/sound/tones.ts';
import { useSession } from '../../session/session.ts';
import { type DockSays, mustBeAcknowledged, toneOf } from '../parcel/dockSays.ts';

/** How long a success colours the band; long enough to read a name from two metres away. */
const successMs = 2400;

export type Band = {
  readonly shown: DockSays | null;
  readonly say: (says: DockSays) => void;
  readonly clear: () => void;
  /** Something went wrong that somebody must have seen before anything else is recorded. */
  readonly isStanding: () => boolean;
  /** True when this scan must wait; says so again. The OK card is let through as what it is. */
  readonly isBlocked: (scan: Scan) => boolean;
  readonly insist: () => void;
};

/**
 * What the band shows, with its tone. Success goes by itself, a warning with the next scan; an error
 * stays until the OK card, its key or its button.
 */
export function useBand(): Band {
  const sound = useSession((session) => session.sound);
  const [shown, setShown] = useState<DockSays | null>(null);
  const standing = useRef<DockSays | null>(null);
  const turn = useRef(0);
  const going = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(going.current), []);

  const put = (says: DockSays | null) => {
    turn.current += 1;
    standing.current = says;
    setShown(says);
  };
  const play = (says: DockSays) => {
    if (sound.on) playTone(toneOf(says), sound.volume);
  };
  const isStanding = () => standing.current !== null && mustBeAcknowledged(standing.current);
  const insist = () => {
    if (standing.current) play(standing.current);
  };
  return {
    shown,
    clear: () => put(null),
    isStanding,
    insist,
    say(says) {
      put(says);
      play(says);
      const now = turn.current;
      clearTimeout(going.current);
      if (toneOf(says) === 'success')
        going.current = setTimeout(() => {
          if (turn.current === now) put(null);
        }, successMs);
    },
    isBlocked({ reading: read }) {
      if (!isStanding()) return false;
      if (read.ok && read.value.kind === 'command' && read.value.command === 'ok') put(null);
      else insist();
      return true;
    },
  };
}
