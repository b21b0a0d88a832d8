import type { CaseId } from '../../shared/ids.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { underWay } from '../recording/underWay.ts';
import type { DecideVerdict } from './decideVerdict.ts';
import {
  type HeldDecisionRow,
  heldDecision,
  holdDecision,
  letHeldDecisionGo,
  sealHeldDecision,
} from './heldDecisions.ts';

/** Seconds in which a signed decision can still be called back. */
export const undoSeconds = 10;

/** What the desk is told, while somebody is at it. */
export type Outcome = {
  readonly refused: (
    refusal: ActionRefusal,
    of: Pick<HeldDecisionRow, 'caseId' | 'caseName'>,
  ) => void;
  readonly sealed: (caseId: string) => void;
};

/** As it is told to whoever is at the desk. */
export type RefusedDecision = {
  readonly refusal: ActionRefusal;
  readonly caseId: string;
  readonly name: string;
};

type InHand = {
  readonly pending: {
    readonly caseId: CaseId;
    readonly name: string;
    readonly decision: DecideVerdict['decision'];
    readonly secondsLeft: number;
    /** Of the time to call it back, 0 to 1. */
    readonly shareLeft: number;
  } | null;
  /** Held decisions that are being dealt with: nobody needs to be told that they were left. */
  readonly keys: readonly string[];
  /** Its PIN is being proved. */
  readonly isProving: boolean;
};

export type DecisionInHand = {
  readonly now: () => InHand;
  readonly subscribe: (changed: () => void) => () => void;
  /**
   * Ends once it is signed, with null; or with what the PIN was refused for, which whoever typed it says
   * where it was typed. Until then nothing of it can be called back.
   */
  readonly decide: (
    context: ActionContext,
    input: DecideVerdict,
    name: string,
  ) => Promise<ActionRefusal | null>;
  readonly undo: () => void;
  /** Seals what can still be called back; ends when it is sealed, or was refused and stays held. */
  readonly sealNow: () => Promise<void>;
  /** The same for whoever leaves: what is refused stays held, since nobody stays who could be told. */
  readonly sealAndLeave: () => Promise<void>;
  readonly tell: (outcome: Outcome) => () => void;
};

type Pending = {
  readonly context: ActionContext;
  readonly held: HeldDecisionRow;
  readonly pin: string;
  readonly secondsLeft: number;
  /** Nobody is told that it is signed before this station's disk has it and the PIN was right. */
  readonly isSigned: boolean;
};

/**
 * The one decision that waits ten seconds before it is sealed: undo instead of "are you sure?". It
 * outlives the desk, since whoever hands over, locks or closes the window seals it first.
 *
 *   decide → held on disk → PIN proved → (undo → let go) | sealed → let go
 *                                │                             └─ refused → told, or still held
 *                                └─ wrong → the answer to whoever decided, or still held
 */
export function createDecisionInHand(): DecisionInHand {
  let pending: Pending | null = null;
  let keys: readonly string[] = [];
  let shown: InHand = { pending: null, keys, isProving: false };
  let counting: ReturnType<typeof setInterval> | undefined;
  let turn: Promise<void> = Promise.resolve();
  let told: Outcome | null = null;
  let leaving = 0;
  const listeners = new Set<() => void>();

  function show(next: Pending | null, dealtWith: readonly string[]) {
    pending = next;
    keys = dealtWith;
    shown = {
      pending: next?.isSigned ? shownOf(next) : null,
      keys: dealtWith,
      isProving: next !== null && !next.isSigned,
    };
    if (!next) clearInterval(counting);
    for (const changed of listeners) changed();
  }
  // One of them: a person may sign two parts of one case, the second while the first is being sealed.
  const done = (key: string) => show(pending, keys.toSpliced(keys.indexOf(key), 1));
  const inTurn = (on: Pending, work: () => Promise<void>): Promise<void> => {
    turn = underWay(on.context.db, turn.then(work, work));
    return turn;
  };

  function sealNow(): Promise<void> {
    const taken = pending;
    if (!taken) return turn;
    show(null, keys);
    return inTurn(taken, async () => {
      const { context, held, pin } = taken;
      try {
        const result = await sealHeldDecision(context, held, pin);
        if (result.ok) told?.sealed(held.caseId);
        else await giveBack(taken, result.refusal);
      } finally {
        done(held.key);
      }
    });
  }

  /** To whoever signed it, if they are still there; otherwise it stays held. */
  async function giveBack({ context, held }: Pending, refusal: ActionRefusal): Promise<void> {
    if (!told || leaving > 0) return;
    told.refused(refusal, held);
    await letHeldDecisionGo(context, held.key);
  }

  async function sealAndLeave(): Promise<void> {
    leaving += 1;
    try {
      await sealNow();
    } finally {
      leaving -= 1;
    }
  }

  function tick() {
    if (!pending?.isSigned) return;
    if (pending.secondsLeft <= 1) void sealNow();
    else show({ ...pending, secondsLeft: pending.secondsLeft - 1 }, keys);
  }

  return {
    now: () => shown,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    async decide(context, input, name) {
      void sealNow();
      const held = heldDecision(context, input, name);
      const next = { context, held, pin: input.pin, secondsLeft: undoSeconds, isSigned: false };
      show(next, [...keys, held.key]);
      let refusal: ActionRefusal | null = null;
      // What cannot be held is not left to chance: it is signed now.
      await inTurn(next, async () => {
        await holdDecision(context, held);
        if (pending !== next) return;
        // A slip of the finger is told while it is theirs, not ten seconds later over another case.
        const proof = await context.desktop.provePin({ pin: input.pin });
        if (pending !== next) return;
        if (proof.ok) {
          show({ ...next, isSigned: true }, keys);
          counting = setInterval(tick, 1000);
          return;
        }
        show(null, keys);
        try {
          if (!told || leaving > 0) return;
          refusal = { code: 'pin', refusal: proof.refusal };
          await letHeldDecisionGo(context, held.key);
        } finally {
          done(held.key);
        }
      }).catch(() => sealNow());
      return refusal;
    },
    undo() {
      const taken = pending;
      if (!taken) return;
      show(null, keys);
      void inTurn(taken, async () => {
        await letHeldDecisionGo(taken.context, taken.held.key);
        done(taken.held.key);
      });
    },
    sealNow,
    sealAndLeave,
    tell(outcome) {
      told = outcome;
      return () => {
        if (told === outcome) told = null;
      };
    },
  };
}

function shownOf({ held, secondsLeft }: Pending): InHand['pending'] {
  const { caseId, caseName, decision } = held;
  const shareLeft = secondsLeft / undoSeconds;
  return { caseId, name: caseName, decision: decision.decision, secondsLeft, shareLeft };
}
