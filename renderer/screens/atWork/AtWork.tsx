import { createContext, type ReactNode, useContext } from 'react';
import type { ActionContext } from '../../actions/actionContext.ts';

const Work = createContext<ActionContext | null>(null);

/** Gives the screens below it what every action needs: storage, abilities, clock and the person. */
export function AtWork(props: { readonly context: ActionContext; readonly children: ReactNode }) {
  return <Work value={props.context}>{props.children}</Work>;
}

/** For event handlers: hand it to an action. */
export function useActionContext(): ActionContext {
  const context = useContext(Work);
  if (!context) throw new Error('Screens that record something live below <AtWork>.');
  return context;
}
