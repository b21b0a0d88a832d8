import { createContext, type ReactNode, useContext } from 'react';

const Told = createContext<() => void>(() => {});

/** Whoever hears from central that nobody is signed in any more says so here. */
export function SignedOutProvider(props: {
  readonly onSignedOut: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return <Told value={props.onSignedOut}>{props.children}</Told>;
}

export function useSignedOut(): () => void {
  return useContext(Told);
}
