import { createContext, type ReactNode, useContext } from 'react';
import type { Wording } from './createWording.ts';

const Spoken = createContext<Wording | null>(null);

export function WordingProvider(props: {
  readonly wording: Wording;
  readonly children: ReactNode;
}): ReactNode {
  return <Spoken value={props.wording}>{props.children}</Spoken>;
}

/** The sentences and formats of the chosen language. */
export function useWording(): Wording {
  const wording = useContext(Spoken);
  if (!wording) throw new Error('useWording outside of WordingProvider');
  return wording;
}
