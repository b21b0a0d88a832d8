import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion, multiplyRounded } from '../../../shared/policy/rounding.ts';

describe('a share of a sum in whole minor units', () => {
  // biome-ignore format: one sum a line
  test.each([
    ['exact', 10, 100, 1000, 1, 1],
    ['below the half goes down', 1, 499, 1000, 0, 0],
    ['above the half goes up', 1, 501, 1000, 1, 1],
    ['a half goes to the even neighbour below, or up', 1, 500, 1000, 0, 1],
    ['a half goes to the even neighbour above', 3, 500, 1000, 2, 2],
    ['two and a half', 5, 500, 1000, 2, 3],
    ['negative halves go away from zero with halfUp', -5, 500, 1000, -2, -3],
    ['negative sums', -10, 100, 1000, -1, -1],
    ['nothing', 0, 100, 1000, 0, 0],
    ['products beyond what a number holds exactly', 999_999_999_999, 1_000_000_000_000, 1_000_000_000_000, 999_999_999_999, 999_999_999_999],
  ])('%s', (_, factor, share, of, halfEven, halfUp) => {
    expect(multiplyRounded([factor, share], of, 'halfEven')).toBe(halfEven);
    expect(multiplyRounded([factor, share], of, 'halfUp')).toBe(halfUp);
  });
});

describe('parts of a whole', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [1, 1, 2], [25, 25, 50]],
    [101, [1, 1, 2], [25, 25, 51]],
    [5, [3, 3, 1], [2, 2, 1]],
    [10, [3, 1, 3], [4, 2, 4]],
    [1, [1, 2], [0, 1]],
    [7, [0, 5], [0, 7]],
    [0, [1, 2], [0, 0]],
    [9, [0, 0], [0, 0]],
    [9, [], []],
  ])('%i split by %j is %j', (whole, weights, parts) => {
    expect(apportion(whole, weights)).toEqual(parts);
  });

  test('always sum to the whole, and nobody is off by a unit or more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 }),
        (whole, weights) => {
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          fc.pre(total > 0);
          const parts = apportion(whole, weights);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
          parts.forEach((part, index) => {
            expect(Math.abs(part - (whole * (weights[index] ?? 0)) / total)).toBeLessThan(1);
          });
        },
      ),
    );
  });
});
