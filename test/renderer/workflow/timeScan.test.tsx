import { expect, test } from 'vitest';
import { timeScan } from '../../../renderer/workflow/timeScan.ts';

test('a scan is measured from the time stamp of its key, and nothing of it is kept', async () => {
  const seen: Record<string, { readonly startTime: number; readonly duration: number }> = {};
  const observer = new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      seen[name] = { startTime, duration };
  });
  observer.observe({ type: 'measure' });
  const pressedAt = performance.now() - 40;
  const answer = new Promise((resolve) => setTimeout(resolve, 30));
  timeScan(answer, pressedAt);
  timeScan(answer, undefined);
  await expect.poll(() => Object.keys(seen)).toEqual(['scan heard', 'scan answered']);
  observer.disconnect();
  expect(seen['scan heard']?.startTime).toBeCloseTo(pressedAt, 3);
  expect(seen['scan heard']?.duration).toBeGreaterThanOrEqual(40);
  expect(seen['scan answered']?.startTime).toBeCloseTo(pressedAt, 3);
  expect(seen['scan answered']?.duration).toBeGreaterThanOrEqual(69);
  expect(performance.getEntriesByType('measure')).toEqual([]);
});
