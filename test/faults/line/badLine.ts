/** Which fault hits which request: all kinds, thrown with a seed. */
import type { Dice } from '../dice.ts';
import type { Fault, FaultProxy, SeenRequest } from './faultProxy.ts';

/** Longer than most answers to a push. */
const mostAnswered = 1200;

/**
 * About two requests in three are hit. `blackHoleMs`: how long a black hole lasts before its line
 * breaks; null: for ever, so that only the station's own time-out ends it.
 */
export function badLine(proxy: FaultProxy, dice: Dice, blackHoleMs: number | null): void {
  const kinds: readonly Fault['kind'][] = [
    ...Array.from({ length: 6 }, () => 'none' as const),
    ...(['cutUp', 'cutDown', 'halfClose', 'twice', 'answerLost'] as const).flatMap((kind) =>
      Array.from({ length: 2 }, () => kind),
    ),
    'drip',
  ];
  proxy.fault = ({ length }: SeenRequest): Fault => {
    // Rare: each may cost the station its whole patience.
    if (dice.below(120) === 0) return { kind: 'blackHole', forMs: blackHoleMs };
    const kind = dice.one(kinds);
    switch (kind) {
      case 'cutUp':
      case 'halfClose':
        return { kind, after: dice.below(length) };
      case 'cutDown':
        return { kind, after: dice.below(mostAnswered) };
      case 'drip':
        return { kind, bytes: 1 + dice.below(64) };
      case 'blackHole':
        return { kind, forMs: blackHoleMs };
      default:
        return { kind };
    }
  };
}
