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

/** What a scan is looked up by. */
export type Find = {
  /**
   * What a scan belongs to, by whatever number: looked up once, and handed on. A case that left this
   * station long ago is asked back first where the scan is an RMA number of ours, or, `patiently`, any
   * name a case may have; only what central brought is looked up again.
   */
  readonly find: (scan: Scan, how?: 'patiently') => Promise<readonly Match[]>;
  /** What central brings under a name that nothing was found by without patience. */
  readonly findBack: (scan: Scan) => Promise<readonly Match[]>;
};

export function useFind(): Find {
  const { db, clock } = useActionContext();
  const recall = useContext(Recalling);
  const find = async (scan: Scan) => await findByForms(db, scan.forms, clock.now());
  const recalled = async (scan: Scan, name: string | null) =>
    name !== null && (await recall(name)) ? await find(scan) : [];
  return {
    async find(scan, how) {
      const found = await find(scan);
      if (found.length > 0) return found;
      const rma = rmaOn(scan);
      return await recalled(scan, rma ?? (how === 'patiently' ? scan.name : null));
    },
    findBack: async (scan) => await recalled(scan, scan.name),
  };
}

function rmaOn({ reading }: Scan): string | null {
  return reading.ok && reading.value.kind === 'rma' ? reading.value.rmaNumber : null;
}

export function useRecall(): Recall {
  return useContext(Recalling);
}

/** For event handlers: hand it to an action. */
export function useActionContext(): ActionContext {
  const context = useContext(Work);
  if (!context) throw new Error('Screens that record something live below <AtWork>.');
  return context;
}
