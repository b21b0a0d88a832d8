import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pacing } from '../../../renderer/sync/pacing.ts';
import { newGate } from '../../../renderer/sync/photos/gate.ts';
import { retryAfterMs } from '../../../renderer/sync/transport/retryAfter.ts';
import { wakeableSleep } from '../../../renderer/sync/wakeableSleep.ts';

describe('Waiting after trouble', () => {
  test('grows with jitter from a second to five minutes and never beyond', () => {
    const pace = pacing();
    const waits = Array.from({ length: 40 }, () => pace.afterTrouble(null));
    for (const [attempt, wait] of waits.entries())
      expect(wait).toBeLessThanOrEqual(Math.min(300_000, 1000 * 2 ** attempt));
    expect(Math.max(...waits)).toBeGreaterThan(10_000);
    pace.reset();
    expect(pace.afterTrouble(null)).toBeLessThanOrEqual(1000);
  });

  test('is no longer for tries that somebody’s work asked for before their time', () => {
    const pace = pacing();
    const first = pace.afterTrouble(null);
    for (let scans = 0; scans < 20; scans += 1) expect(pace.afterTrouble(null, true)).toBe(first);
  });

  test('is never shorter than central asks for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_600_000 }), (asked) => {
        expect(pacing().afterTrouble(asked)).toBeGreaterThanOrEqual(asked);
      }),
    );
  });

  test('reads Retry-After in seconds and as a date, and nothing else', () => {
    const said = (value: string) =>
      retryAfterMs(new Headers({ 'retry-after': value }), Date.parse('2026-11-18T15:00:00Z'));
    expect(said('120')).toBe(120_000);
    expect(said('Wed, 18 Nov 2026 15:01:00 GMT')).toBe(60_000);
    expect(said('-5')).toBe(0);
    expect(said('soon')).toBeNull();
    expect(retryAfterMs(new Headers())).toBeNull();
  });
});

describe('A wakeable sleep', () => {
  const long = 60_000;
  test('cuts a sleep short when it rings, and the next one when it rang before', async () => {
    const began = performance.now();
    const bell = wakeableSleep();
    const sleep = bell.sleep(long);
    bell.ring();
    await sleep;
    bell.ring();
    await bell.sleep(long);
    expect(performance.now() - began).toBeLessThan(long);
  });

  test('does not wake who must sleep it out', async () => {
    const bell = wakeableSleep();
    const began = performance.now();
    const sleep = bell.sleep(80, true);
    bell.ring();
    await sleep;
    expect(performance.now() - began).toBeGreaterThanOrEqual(75);
  });

  test('once stopped, nobody sleeps any more', async () => {
    const began = performance.now();
    const bell = wakeableSleep();
    const sleep = bell.sleep(long, true);
    bell.stop();
    await sleep;
    await bell.sleep(long);
    expect(performance.now() - began).toBeLessThan(long);
  });
});

test('A gate lets through only while it is open', async () => {
  const gate = newGate();
  const through: number[] = [];
  const first = gate.whenOpen().then(() => through.push(1));
  await Promise.resolve();
  expect(through).toEqual([]);
  gate.set(true);
  await first;
  gate.set(false);
  const second = gate.whenOpen().then(() => through.push(2));
  await Promise.resolve();
  expect(through).toEqual([1]);
  gate.set(true);
  await second;
  expect(through).toEqual([1, 2]);
});
