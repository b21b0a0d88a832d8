import type { PolicyInput, Turn } from '../../shared/policy/decision.ts';
import type { TurnsAsked, TurnsTold } from './turnsMessages.ts';

export type TurnsKnown =
  | { readonly kind: 'working'; readonly turns: readonly Turn[] }
  | { readonly kind: 'all'; readonly turns: readonly Turn[] }
  | { readonly kind: 'failed' };

/** What this needs of a worker: it tells nothing before it was asked. */
export type StartWorker = (
  told: (told: TurnsTold) => void,
  failed: () => void,
) => { readonly say: (asked: TurnsAsked) => void; readonly end: () => void };

/** Asks, and says what is known whenever that grows. Call what comes back to give the question up. */
export type AskTurns = (input: PolicyInput, tell: (known: TurnsKnown) => void) => () => void;

/**
 * The page's side: one worker, started with the first question. Of a question given up nothing is
 * heard any more. A worker that failed answers every open question with that; the next starts another.
 */
export function turnsAsker(start: StartWorker): AskTurns {
  const open = new Map<number, (told: TurnsTold | 'failed') => void>();
  let worker: ReturnType<StartWorker> | null = null;
  let asked = 0;
  return (input, tell) => {
    asked += 1;
    const id = asked;
    const asking = worker ?? started();
    worker = asking;
    let turns: readonly Turn[] = [];
    open.set(id, (told) => {
      if (told === 'failed') return tell({ kind: 'failed' });
      turns = [...turns, ...told.turns];
      tell({ kind: told.isAll ? 'all' : 'working', turns });
    });
    asking.say({ kind: 'ask', id, input });
    return () => {
      if (open.delete(id)) asking.say({ kind: 'forget', id });
    };
  };

  function started(): ReturnType<StartWorker> {
    const one = start(
      (told) => {
        const listener = open.get(told.id);
        if (told.isAll) open.delete(told.id);
        listener?.(told);
      },
      () => {
        one.end();
        worker = null;
        const waiting = [...open.values()];
        open.clear();
        for (const listener of waiting) listener('failed');
      },
    );
    return one;
  }
}
