import { turnsByPortion } from '../../shared/policy/whatWouldTurn.ts';
import type { TurnsAsked, TurnsTold } from './turnsMessages.ts';

/**
 * The worker's side of asking what would change a case. Between two portions it listens, so that a
 * question that was given up costs no more than the portion at hand. The promise ends with the answer.
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
    for (const turns of turnsByPortion(input)) {
      if (turns.length > 0) tell({ kind: 'some', id, turns });
      await listen();
      if (!open.has(id)) return;
    }
    open.delete(id);
    tell({ kind: 'all', id });
  };
}
