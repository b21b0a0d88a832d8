import type { Turn } from '../../shared/policy/decision.ts';
import { counterfactualsByPortion } from '../../shared/policy/explain/counterfactuals.ts';
import type { TurnsAsked, TurnsTold } from './turnsMessages.ts';

/**
 * The worker's side of asking what would change a case. Between two portions it listens, so that a
 * question that was given up costs no more than the portion at hand. It tells of the first portion,
 * then of twice as many each time: the page draws all it knows at every telling. The promise ends
 * with the answer.
 */
export function answerTurns(
  tell: (told: TurnsTold) => void,
  listen: () => Promise<void>,
): (asked: TurnsAsked) => Promise<void> {
  const open = new Set<number>();
  return async (asked) => {
    if (asked.kind === 'forget') {
      open.delete(asked.id);
      return;
    }
    const { id, input } = asked;
    open.add(id);
    let found: Turn[] = [];
    let portions = 0;
    let tellAt = 1;
    for (const turns of counterfactualsByPortion(input)) {
      found.push(...turns);
      portions += 1;
      if (portions === tellAt) {
        tell({ id, turns: found, isAll: false });
        found = [];
        tellAt *= 2;
      }
      await listen();
      if (!open.has(id)) return;
    }
    open.delete(id);
    tell({ id, turns: found, isAll: true });
  };
}
