import { useEffect, useRef } from 'react';
import { playTone, type Tone } from '../components/sound/tones.ts';
import { useSession } from '../session/session.ts';
import { useReadable } from './useReadable.ts';

/** How long a success is shown; long enough to read a name from two metres away. */
const successMs = 2400;

export type Said<S> = {
  readonly shown: S | null;
  readonly now: () => S | null;
  readonly say: (says: S | null) => void;
  /** Its tone once more. */
  readonly repeat: () => void;
};

/** What is said of the last step, with its tone. A success goes by itself, where it `fades`. */
export function useSaid<S>(toneOf: (says: S) => Tone, fades = true): Said<S> {
  const sound = useSession((session) => session.sound);
  const said = useReadable<S | null>(null);
  const going = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(going.current), []);
  const play = (says: S) => {
    if (sound.on) playTone(toneOf(says), sound.volume);
  };
  return {
    shown: said.shown,
    now: said.now,
    say(says) {
      clearTimeout(going.current);
      said.put(says);
      if (says === null) return;
      play(says);
      if (fades && toneOf(says) === 'success')
        going.current = setTimeout(() => said.put(null), successMs);
    },
    repeat() {
      const says = said.now();
      if (says !== null) play(says);
    },
  };
}
