import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Scan } from '../../shared/barcodes/scan.ts';
import { createDecisionInHand, type DecisionInHand } from '../actions/decisionInHand.ts';
import { findByForms, type Match } from '../queries/lists/findByBarcode.ts';
import type { ActionContext } from '../recording/actionContext.ts';

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

/**
 * What a scan belongs to, by whatever number. A case that left this station long ago is asked back
 * first where the scan is an RMA number of ours, or, `patiently`, any name a case may have.
 */
export function useFind(): (scan: Scan, how?: 'patiently') => Promise<readonly Match[]> {
  const { db, clock } = useActionContext();
  const recall = useContext(Recalling);
  return async (scan, how) => {
    const found = await findByForms(db, scan.forms, clock.now());
    if (found.length > 0) return found;
    const name = nameOfCase(scan, how === 'patiently');
    if (name === null || !(await recall(name))) return found;
    return await findByForms(db, scan.forms, clock.now());
  };
}

const longestName = 20;

/** The RMA number a scan may be, in the company's form or ours. */
function nameOfCase({ reading }: Scan, isAnyForm: boolean): string | null {
  if (!reading.ok) return null;
  if (reading.value.kind === 'rma') return reading.value.rmaNumber;
  const { kind, text } = reading.value;
  return isAnyForm && kind === 'tracking' && text.length <= longestName ? text : null;
}

/** For event handlers: hand it to an action. */
export function useActionContext(): ActionContext {
  const context = useContext(Work);
  if (!context) throw new Error('Screens that record something live below <AtWork>.');
  return context;
}
