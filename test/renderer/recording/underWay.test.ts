import { expect, test } from 'vitest';
import { oneAtATime } from '../../../renderer/recording/oneAtATime.ts';
import {
  everythingDone,
  isUnderWay,
  recordedFirst,
  underWay,
} from '../../../renderer/recording/underWay.ts';

/** Work that ends when it is told to. */
function pending<T>() {
  let end: (value: T) => void = () => undefined;
  const work = new Promise<T>((resolve) => {
    end = resolve;
  });
  return { work, end };
}

test('whoever leaves waits for what is under way, and for what that begins in its turn', async () => {
  const station = {};
  const first = pending<string>();
  const second = pending<string>();
  const told: string[] = [];
  const begun = underWay(station, first.work).then(() => underWay(station, second.work));
  expect(isUnderWay(station)).toBe(true);
  expect(isUnderWay({})).toBe(false);
  const left = everythingDone(station).then(() => told.push('left'));
  first.end('stored');
  await expect.poll(() => isUnderWay(station)).toBe(true);
  expect(told).toEqual([]);
  second.end('sent');
  expect(await begun).toBe('sent');
  await left;
  expect(isUnderWay(station)).toBe(false);
});

test('work that fails keeps nobody', async () => {
  const station = {};
  await expect(underWay(station, Promise.reject(new Error('torn')))).rejects.toThrow('torn');
  expect(isUnderWay(station)).toBe(false);
  await everythingDone(station);
});

test('what is begun and not recorded yet is recorded first, and nothing else is', async () => {
  const station = {};
  const recorded: string[] = [];
  const one = (name: string, begun: boolean) => ({
    isBegun: () => begun,
    record: async () => recorded.push(name),
  });
  recordedFirst(station, one('looked at', false));
  expect(isUnderWay(station)).toBe(false);
  const forget = recordedFirst(station, one('given up', true));
  recordedFirst(station, one('a finding', true));
  expect(isUnderWay(station)).toBe(true);
  forget();
  await everythingDone(station);
  expect(recorded).toEqual(['a finding']);
});

test('works on one thing follow one another, whatever becomes of each; those on another do not wait', async () => {
  const [station, other] = [{}, {}];
  const first = pending<never>();
  const told: string[] = [];
  const failing = oneAtATime(station, async () => {
    await first.work;
    throw new Error('torn');
  });
  const second = oneAtATime(station, async () => told.push('second'));
  await oneAtATime(other, async () => told.push('elsewhere'));
  expect(told).toEqual(['elsewhere']);
  first.end(undefined as never);
  await expect(failing).rejects.toThrow('torn');
  await second;
  expect(told).toEqual(['elsewhere', 'second']);
});
