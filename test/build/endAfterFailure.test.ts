import { expect, test, vi } from 'vitest';
import { endAfterFailure } from '../e2e/endAfterFailure.ts';

test('a station opened outside of a drive, as the benchmark opens it, is ended by nobody else', () => {
  vi.useFakeTimers();
  const end = vi.fn<() => void>();
  const stop = endAfterFailure(end);
  vi.advanceTimersByTime(120_000);
  expect(end).not.toHaveBeenCalled();
  stop();
  vi.useRealTimers();
});
