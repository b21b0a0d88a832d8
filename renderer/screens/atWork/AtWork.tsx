import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Barcode } from '../../../shared/returns/barcode.ts';
import type { ActionContext } from '../../actions/actionContext.ts';
import { createDecisionInHand, type DecisionInHand } from '../../actions/decisionInHand.ts';
import { findByBarcode, type Match } from '../../queries/findByBarcode.ts';

const Work = createContext<ActionContext | null>(null);

/** Asks central for a case this station let go, by its RMA number; false where it cannot be had. */
export type Recall = (rma: string) => Promise<boolean>;
const Recalling = createContext<Recall>(async () => false);

const Deciding = createContext<DecisionInHand>(createDecisionInHand());

/** Gives the screens below it what every action needs: storage, abilities, clock and the person. */
export function AtWork(props: {
  readonly context: ActionContext;
  readonly recall?: Recall;
  /** Outlives this person's work: it is sealed before they leave. */
  readonly decisionInHand?: DecisionInHand;
  readonly children: ReactNode;
}): ReactNode {
  const [ownHand] = useState(createDecisionInHand);
  const work = (
    <Deciding value={props.decisionInHand ?? ownHand}>
      <Work value={props.context}>{props.children}</Work>
    </Deciding>
  );
  return props.recall ? <Recalling value={props.recall}>{work}</Recalling> : work;
}

export function useDecisionInHand(): DecisionInHand {
  return useContext(Deciding);
}

/** What a scanned code belongs to; a case that left this station long ago is asked back first. */
export function useFind(): (barcode: Barcode) => Promise<readonly Match[]> {
  const { db, clock } = useActionContext();
  const recall = useContext(Recalling);
  return async (barcode) => {
    const found = await findByBarcode(db, barcode, clock.now());
    if (found.length > 0 || barcode.kind !== 'rma') return found;
    return (await recall(barcode.rmaNumber))
      ? await findByBarcode(db, barcode, clock.now())
      : found;
  };
}

/** For event handlers: hand it to an action. */
export function useActionContext(): ActionContext {
  const context = useContext(Work);
  if (!context) throw new Error('Screens that record something live below <AtWork>.');
  return context;
}
