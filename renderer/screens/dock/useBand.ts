import type { Scan } from '../../../shared/barcodes/scan.ts';
import { useSaid } from '../../workflow/useSaid.ts';
import { type DockSays, mustBeAcknowledged, toneOf } from '../parcel/dockSays.ts';

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
  const said = useSaid(toneOf);
  const isStanding = () => {
    const says = said.now();
    return says !== null && mustBeAcknowledged(says);
  };
  return {
    shown: said.shown,
    say: said.say,
    clear: () => said.say(null),
    isStanding,
    insist: said.repeat,
    isBlocked({ reading: read }) {
      if (!isStanding()) return false;
      if (read.ok && read.value.kind === 'command' && read.value.command === 'ok') said.say(null);
      else said.repeat();
      return true;
    },
  };
}
