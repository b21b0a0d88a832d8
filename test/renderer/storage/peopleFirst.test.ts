import { expect, onTestFinished, test, vi } from 'vitest';
import { nobodyWaits, personWaits } from '../../../renderer/storage/peopleFirst.ts';

test('an act that takes seconds is still gone before, one that never ends is not', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const station = {};
  personWaits(station, new Promise(() => {}));
  let isFree = false;
  void nobodyWaits(station).then(() => {
    isFree = true;
  });
  await vi.advanceTimersByTimeAsync(8_000);
  expect(isFree).toBe(false);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(isFree).toBe(true);
});
