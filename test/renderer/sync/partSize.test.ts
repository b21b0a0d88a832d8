import { expect, test } from 'vitest';
import { partSize } from '../../../renderer/sync/pull/partSize.ts';

/** A machine that takes so long for each, and for each part besides. */
function settledOn(eachMs: number, besidesMs: number): number {
  const size = partSize();
  for (let part = 0; part < 50; part += 1) size.took(size.many(), besidesMs + eachMs * size.many());
  return size.many();
}

test('as many are stored at once as a scan may wait for', () => {
  const many = settledOn(0.2, 10);
  expect(10 + 0.2 * many).toBeGreaterThan(20);
  expect(10 + 0.2 * many).toBeLessThan(45);
  expect(settledOn(0.05, 5)).toBeGreaterThan(3 * many);
});

test('a slow machine still gets on, and a fast one takes no more than a page', () => {
  expect(settledOn(50, 200)).toBe(10);
  expect(settledOn(0.001, 0)).toBe(500);
});

test('one part that was held up does not make all others small', () => {
  const size = partSize();
  for (let part = 0; part < 50; part += 1) size.took(size.many(), 10 + 0.2 * size.many());
  const before = size.many();
  size.took(before, 4_000);
  expect(size.many()).toBeGreaterThanOrEqual(Math.floor(before / 2));
  // The end of a page: costs of its own and hardly anything stored.
  size.took(3, 12);
  expect(size.many()).toBeGreaterThanOrEqual(Math.floor(before / 2));
});
