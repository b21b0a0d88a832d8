import { setImmediate as whatFollows } from 'node:timers/promises';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { takeTurns } from '../../../central/http/turns.ts';

let [now, log]: [number, string[]] = [0, []];
const settle = async () => {
  for (let n = 0; n < 5; n += 1) await whatFollows();
};
const after = async (ms: number) => {
  now += ms;
  await vi.advanceTimersByTimeAsync(ms);
  await settle();
};

beforeEach(() => {
  [now, log] = [0, []];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  return () => vi.useRealTimers();
});

function aCentral(atOnce = 6) {
  const turns = takeTurns({ atOnce, clock: () => now });
  /** Asks for work that goes on until it is ended. */
  const ask = (station: string) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const done = turns.take(station, async () => {
      log.push(station);
      await promise;
    });
    return async () => {
      resolve();
      await done;
      await settle();
    };
  };
  const took = async (station: string, ms: number) => {
    const end = ask(station);
    await settle();
    await after(ms);
    await end();
    log.length = 0;
  };
  return { turns, ask, took };
}

describe('stations take turns', () => {
  test('each with one thing at a time, all of them at once', async () => {
    const { ask } = aCentral();
    const ends = [ask('a'), ask('a'), ask('b')];
    await settle();
    expect(log).toEqual(['a', 'b']);
    await ends[0]?.();
    expect(log).toEqual(['a', 'b', 'a']);
  });

  test('no more at once than central can do, and who took least goes first', async () => {
    const { ask, took } = aCentral(1);
    await took('often', 300);
    const end = ask('first');
    ask('often');
    ask('seldom');
    await settle();
    await end();
    expect(log).toEqual(['first', 'seldom']);
  });

  test('who took much waits while others are at work, yet not for ever', async () => {
    const { ask, took } = aCentral();
    await took('greedy', 2000);
    ask('honest');
    ask('greedy');
    await settle();
    expect(log).toEqual(['honest']);
    await after(100);
    expect(log).toEqual(['honest']);
    await after(200);
    expect(log).toEqual(['honest', 'greedy']);
  });

  test('what was taken is forgotten within a minute', async () => {
    const { ask, took } = aCentral();
    await took('was greedy', 20_000);
    await after(60_000);
    ask('honest');
    ask('was greedy');
    await settle();
    expect(log).toEqual(['honest', 'was greedy']);
  });

  test('between two parts others get in, and alone nobody waits', async () => {
    const { turns, ask } = aCentral(1);
    const next = Promise.withResolvers<void>();
    void turns.take('long', async (turn) => {
      expect(turn.isShared()).toBe(false);
      await turn.giveWay();
      log.push('long');
      await next.promise;
      expect(turn.isShared()).toBe(true);
      now += 30;
      await turn.giveWay();
      log.push('long again');
    });
    await settle();
    const end = ask('short');
    next.resolve();
    await settle();
    expect(log).toEqual(['long', 'short']);
    await end();
    await after(60);
    expect(log).toEqual(['long', 'short', 'long again']);
  });

  test('a piece of work that fails ends its turn', async () => {
    const { turns, ask } = aCentral();
    await expect(
      turns.take('a', async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    ask('a');
    await settle();
    expect(log).toEqual(['a']);
  });
});
