import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AskTurns, TurnsKnown } from '../../../renderer/explanations/turnsAsker.ts';
import { useTurns } from '../../../renderer/explanations/useTurns.ts';
import type { PolicyInput } from '../../../shared/policy/decision.ts';
import { counterfactuals } from '../../../shared/policy/explain/counterfactuals.ts';
import { aSituation } from '../../builders/cases/aSituation.ts';
import { aFinding } from '../../builders/cases/recordedFacts.ts';

const sound = () => aSituation({ found: [aFinding({ observation: { kind: 'noDefect' } })] });
const notInspected = () => aSituation();

function aScreen() {
  const questions: {
    readonly input: PolicyInput;
    readonly tell: (known: TurnsKnown) => void;
    isGivenUp: boolean;
  }[] = [];
  const ask: AskTurns = (input, tell) => {
    const question = { input, tell, isGivenUp: false };
    questions.push(question);
    return () => {
      question.isGivenUp = true;
    };
  };
  const seen: string[] = [];
  function Explained({ input }: { readonly input: PolicyInput | null }) {
    const known = useTurns(input, ask);
    const said = known.kind === 'failed' ? known.kind : `${known.kind} ${known.turns.length}`;
    seen.push(said);
    return said;
  }
  const place = document.createElement('div');
  const root = createRoot(place);
  onTestFinished(() => act(() => root.unmount()));
  return {
    questions,
    seen,
    said: () => place.textContent,
    show: (input: PolicyInput | null) => act(() => root.render(<Explained input={input} />)),
    end: () => act(() => root.render(null)),
    asked: async (n: number) => {
      await expect.poll(() => questions.length).toBe(n);
    },
    answer: (n: number, known: TurnsKnown) => act(() => questions[n]?.tell(known)),
  };
}

const all = (input: PolicyInput): TurnsKnown => ({ kind: 'all', turns: counterfactuals(input) });

describe('What would change it, on a screen', () => {
  test('is asked after the screen is there, and shown when it comes', async () => {
    const screen = aScreen();
    screen.show(sound());
    expect(screen.questions).toHaveLength(0);
    expect(screen.said()).toBe('working 0');
    await screen.asked(1);
    screen.answer(0, all(sound()));
    expect(screen.said()).toBe('all 1');
  });

  test('facts that changed give the question up, and the old answer is not shown once more', async () => {
    const screen = aScreen();
    screen.show(sound());
    await screen.asked(1);
    screen.answer(0, all(sound()));
    screen.seen.length = 0;
    screen.show(notInspected());
    expect(new Set(screen.seen)).toEqual(new Set(['working 0']));
    expect(screen.questions[0]?.isGivenUp).toBe(true);
    screen.answer(0, all(sound()));
    expect(screen.said()).toBe('working 0');
    await screen.asked(2);
    expect(screen.questions[1]?.input).toEqual(notInspected());
    screen.answer(1, all(notInspected()));
    expect(screen.said()).toBe('all 2');
  });

  test('facts that change before it was asked are asked about once', async () => {
    const screen = aScreen();
    screen.show(sound());
    screen.show(notInspected());
    await screen.asked(1);
    expect(screen.questions[0]?.input).toEqual(notInspected());
  });

  test('the same facts read again are not asked about again', async () => {
    const screen = aScreen();
    screen.show(sound());
    await screen.asked(1);
    screen.answer(0, all(sound()));
    screen.show(sound());
    expect(screen.said()).toBe('all 1');
    expect(screen.questions[0]?.isGivenUp).toBe(false);
    screen.show(notInspected());
    await screen.asked(2);
  });

  test('when central accepted a fact is a fact: it can move the clock', async () => {
    const screen = aScreen();
    screen.show({ ...sound(), acceptedAt: new Map() });
    await screen.asked(1);
    screen.show({ ...sound(), acceptedAt: new Map([['arrival-1', '2026-11-20T09:00:00Z']]) });
    await screen.asked(2);
    expect(screen.questions[0]?.isGivenUp).toBe(true);
  });

  test('with nothing to explain nothing is asked, and leaving gives up', async () => {
    const screen = aScreen();
    screen.show(null);
    screen.show(sound());
    await screen.asked(1);
    screen.end();
    expect(screen.questions[0]?.isGivenUp).toBe(true);
  });

  test('a failure is told', async () => {
    const screen = aScreen();
    screen.show(sound());
    await screen.asked(1);
    screen.answer(0, { kind: 'failed' });
    expect(screen.said()).toBe('failed');
  });
});
