import { useEffect, useState } from 'react';
import type { PolicyInput } from '../../shared/policy/decision.ts';
import { afterPaint } from '../components/generic/afterPaint.ts';
import { factsOf } from './factsOf.ts';
import { type AskTurns, type TurnsKnown, turnsAsker } from './turnsAsker.ts';
import type { TurnsTold } from './turnsMessages.ts';

const nothingYet: TurnsKnown = { kind: 'working', turns: [] };

const askWorker = turnsAsker((told, failed) => {
  const worker = new Worker(new URL('./turnsWorker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<TurnsTold>) => told(data);
  worker.onerror = failed;
  return { say: (asked) => worker.postMessage(asked, []), end: () => worker.terminate() };
});

/**
 * What would change a case, as far as it is known; null asks nothing. Asked once the answer it
 * explains is on the screen; given up when its facts change, and never shown beside others.
 */
export function useTurns(input: PolicyInput | null, ask: AskTurns = askWorker): TurnsKnown {
  const facts = input === null ? null : factsOf(input);
  const [asked, setAsked] = useState({ facts, input });
  if (asked.facts !== facts) setAsked({ facts, input });
  const [known, setKnown] = useState<{ readonly of: string; readonly known: TurnsKnown }>();
  useEffect(() => {
    const { facts: of, input: given } = asked;
    if (of === null || given === null) return undefined;
    let giveUp = () => {};
    const painted = afterPaint(() => {
      giveUp = ask(given, (told) => setKnown({ of, known: told }));
    });
    return () => {
      painted();
      giveUp();
    };
  }, [asked, ask]);
  return known !== undefined && known.of === facts ? known.known : nothingYet;
}
