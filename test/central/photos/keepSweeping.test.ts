import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CentralDatabase } from '../../../central/database/openDatabase.ts';
import { keepSweeping } from '../../../central/uploads/keepSweeping.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what nobody finished is swept at the start and every hour, also after a sweep that failed', async () => {
  const swept: string[] = [];
  let fails = false;
  const database = {
    write: async () => {
      if (fails) throw new Error('away');
    },
  } as unknown as CentralDatabase;
  const uploads = {
    sweep: async () => {
      swept.push(new Date().toISOString().slice(11, 13));
    },
  };
  vi.setSystemTime('2026-11-20T12:00:00Z');
  const ground = { database, now: () => new Date(), logger: false } as const;
  const sweeping = keepSweeping(ground, uploads);
  sweeping.start();
  await vi.advanceTimersByTimeAsync(0);
  fails = true;
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  fails = false;
  await vi.advanceTimersByTimeAsync(2 * 60 * 60_000);
  await sweeping.stop();
  await vi.advanceTimersByTimeAsync(5 * 60 * 60_000);
  expect(swept).toEqual(['12', '13', '14', '15']);
});

test('a first sweep that takes long does not hold the start up', async () => {
  let end = () => {};
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  const database = { write: async () => {} } as unknown as CentralDatabase;
  const ground = { database, now: () => new Date(), logger: false } as const;
  const sweeping = keepSweeping(ground, { sweep: () => held });
  expect(sweeping.start()).toBeUndefined();
  let isStopped = false;
  const stopped = sweeping.stop().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isStopped).toBe(false);
  end();
  await stopped;
});
