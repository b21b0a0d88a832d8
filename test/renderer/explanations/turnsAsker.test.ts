import { describe, expect, test } from 'vitest';
import { type TurnsKnown, turnsAsker } from '../../../renderer/explanations/turnsAsker.ts';
import { counterfactuals } from '../../../shared/policy/explain/counterfactuals.ts';
import { aSituation } from '../../builders/cases/aSituation.ts';
import { findingId } from '../../builders/cases/ids.ts';
import { aDefect, aFinding } from '../../builders/cases/recordedFacts.ts';
import { aWorkerInProcess } from '../../builders/station/aWorkerInProcess.ts';

/** Four units nobody knows the cause of, six sound ones: two portions that are not upheld. */
const twoPortions = aSituation({
  found: [
    aFinding({
      quantity: 4,
      units: [{ from: 0, to: 4 }],
      observation: aDefect({ cause: 'unknown' }),
    }),
    aFinding({
      findingId: findingId('finding-2'),
      quantity: 6,
      units: [{ from: 4, to: 10 }],
      observation: { kind: 'noDefect' },
    }),
  ],
});

function anAsker() {
  const workers: ReturnType<typeof aWorkerInProcess>[] = [];
  const ask = turnsAsker((heard, failed) => {
    const one = aWorkerInProcess(heard, failed);
    workers.push(one);
    return one;
  });
  const told: TurnsKnown[] = [];
  const tell = (known: TurnsKnown) => told.push(known);
  const current = () => {
    const one = workers.at(-1);
    if (!one) throw new Error('No worker was started');
    return one;
  };
  return { ask, tell, told, workers, current };
}

describe('Asking a worker what would change a case', () => {
  test('it answers as the policy itself, portion by portion', async () => {
    const { ask, current, tell, told } = anAsker();
    ask(twoPortions, tell);
    while (await current().next());
    const all = counterfactuals(twoPortions);
    const ofFirst = all.filter(({ units }) => units[0]?.from === 0);
    expect(ofFirst.length).toBeGreaterThan(0);
    expect(told).toEqual([
      { kind: 'working', turns: ofFirst },
      { kind: 'working', turns: all },
      { kind: 'all', turns: all },
    ]);
  });

  test('of many portions it tells at the first, the second, the fourth, and at the end', async () => {
    const { ask, current, tell, told } = anAsker();
    const found = Array.from({ length: 5 }, (_, n) =>
      aFinding({
        findingId: findingId(`finding-${n}`),
        quantity: 2,
        units: [{ from: 2 * n, to: 2 * n + 2 }],
        observation: { kind: 'noDefect' },
      }),
    );
    ask(aSituation({ found }), tell);
    while (await current().next());
    expect(
      told.map((known) => known.kind !== 'failed' && [known.kind, known.turns.length]),
    ).toEqual([
      ['working', 1],
      ['working', 2],
      ['working', 4],
      ['all', 5],
    ]);
  });

  test('a case with nothing to change, and one that cannot be decided, are answered with nothing', async () => {
    const { ask, current, tell, told } = anAsker();
    ask(aSituation({ found: [aFinding()] }), tell);
    ask(aSituation({ asOf: 'today' }), tell);
    while (await current().next());
    expect(told).toEqual([
      { kind: 'all', turns: [] },
      { kind: 'all', turns: [] },
    ]);
  });

  test('of a question given up nothing is heard, and its other portions are not computed', async () => {
    const { ask, current, tell, told } = anAsker();
    const giveUp = ask(twoPortions, tell);
    await expect.poll(() => told.length).toBe(1);
    giveUp();
    expect(await current().next()).toBe(true);
    expect(await current().next()).toBe(false);
    expect(told).toHaveLength(1);
    expect(current().heard.map(({ kind }) => kind)).toEqual(['ask', 'forget']);
  });

  test('a question given up disturbs no other', async () => {
    const { ask, current, tell, told } = anAsker();
    const giveUp = ask(aSituation({ found: [] }), () => {
      throw new Error('Told what was given up');
    });
    giveUp();
    ask(twoPortions, tell);
    while (await current().next());
    expect(told.at(-1)).toEqual({ kind: 'all', turns: counterfactuals(twoPortions) });
  });

  test('an answered question is over: giving it up says nothing to the worker', async () => {
    const { ask, current, tell } = anAsker();
    const giveUp = ask(twoPortions, tell);
    while (await current().next());
    giveUp();
    expect(current().heard.map(({ kind }) => kind)).toEqual(['ask']);
  });

  test('one worker answers all questions', async () => {
    const { ask, tell, workers } = anAsker();
    ask(twoPortions, tell);
    ask(twoPortions, tell);
    expect(workers).toHaveLength(1);
  });

  test('a worker that failed says so to whoever waits, ends, and the next question starts another', async () => {
    const { ask, current, tell, told, workers } = anAsker();
    ask(twoPortions, tell);
    const first = current();
    first.fail();
    expect(told.at(-1)).toEqual({ kind: 'failed' });
    expect(first.hasEnded()).toBe(true);
    ask(twoPortions, tell);
    expect(workers).toHaveLength(2);
    while (await current().next());
    expect(told.at(-1)).toEqual({ kind: 'all', turns: counterfactuals(twoPortions) });
  });
});
