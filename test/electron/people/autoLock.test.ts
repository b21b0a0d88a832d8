import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openAutoLock } from '../../../electron/main/people/autoLock.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Somebody signed in at a place that locks after two minutes, whose page says so each second. */
function atWork({ isWorkOpen = false, pageSays = true } = {}) {
  let isSomebodyThere = true;
  const lock = vi.fn<() => void>(() => {
    isSomebodyThere = false;
  });
  const clock = { now: () => Date.now(), monotonicMs: () => performance.now() };
  const autoLock = openAutoLock({
    clock,
    isOn: true,
    isSomebodyThere: () => isSomebodyThere,
    lock,
  });
  autoLock.begin();
  const work = { isWorkOpen };
  const page = (hasWorked = false) => autoLock.stayAwake({ minutes: 2, ...work, hasWorked });
  const minutes = (count: number) => {
    for (let second = 0; second < count * 60; second += 1) {
      vi.advanceTimersByTime(1000);
      if (pageSays) page();
    }
  };
  return { autoLock, lock, page, minutes, work };
}

test('a place nobody touches locks after its minutes, not before, and the key is gone soon after', () => {
  const { lock, page, minutes } = atWork();
  minutes(1.9);
  expect(page()).toBe('no');
  minutes(0.11);
  expect(page()).toBe('idle');
  expect(lock).not.toHaveBeenCalled();
  minutes(0.1);
  expect(lock).toHaveBeenCalledOnce();
  expect(page()).toBe('gone');
});

test('a page that hangs or says nothing is locked all the same', () => {
  const { lock, minutes } = atWork({ pageSays: false });
  minutes(2.2);
  expect(lock).toHaveBeenCalledOnce();
});

test('a key, a touch or a scan starts the minutes anew', () => {
  const { autoLock, lock, page, minutes } = atWork();
  minutes(1.5);
  autoLock.sawInput();
  minutes(1.5);
  page(true);
  minutes(1.5);
  expect(page()).toBe('no');
  expect(lock).not.toHaveBeenCalled();
});

test('it does not fall while a parcel lies open, for an hour at most, and the minutes begin when it is done', () => {
  const { page, minutes, work } = atWork({ isWorkOpen: true });
  minutes(30);
  expect(page()).toBe('no');
  work.isWorkOpen = false;
  minutes(1.9);
  expect(page()).toBe('no');
  minutes(0.12);
  expect(page()).toBe('idle');
  const forgotten = atWork({ isWorkOpen: true });
  forgotten.minutes(60.2);
  expect(forgotten.lock).toHaveBeenCalledOnce();
});

test.each([false, true])(
  'it falls after the computer has slept, whose monotonic clock stood still meanwhile (open: %s)',
  (isWorkOpen) => {
    const { page, minutes } = atWork({ isWorkOpen });
    minutes(0.5);
    vi.setSystemTime(Date.now() + 8 * 3_600_000);
    minutes(0.05);
    expect(page()).toBe('computer');
  },
);

test('it falls with the screen and before sleep, whatever lies open', () => {
  const { autoLock, lock, page, minutes } = atWork({ isWorkOpen: true });
  autoLock.computerLocks();
  expect(page()).toBe('computer');
  autoLock.sawInput();
  minutes(0.1);
  expect(lock).toHaveBeenCalledOnce();
});

test('whoever signs in next has their own minutes', () => {
  const { autoLock, page, minutes } = atWork();
  minutes(2.02);
  expect(page()).toBe('idle');
  autoLock.begin();
  expect(page()).toBe('no');
  minutes(1.9);
  expect(page()).toBe('no');
});
