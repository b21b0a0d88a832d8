import type { PolicyVersion } from '../facts/documents.ts';

type Rounding = PolicyVersion['parameters']['rounding'];

/**
 * `factor × factor ÷ denominator` as a whole number of minor units. Halves go to the even neighbour
 * (`halfEven`) or away from zero (`halfUp`). All are integers, the denominator positive; the
 * product may exceed what a number holds exactly.
 */
export function multiplyRounded(
  factors: readonly [number, number],
  denominator: number,
  rounding: Rounding,
): number {
  const product = BigInt(factors[0]) * BigInt(factors[1]);
  const size = product < 0n ? -product : product;
  const by = BigInt(denominator);
  const below = size / by;
  const twiceRest = (size % by) * 2n;
  const up = twiceRest > by || (twiceRest === by && (rounding === 'halfUp' || below % 2n === 1n));
  const rounded = Number(up ? below + 1n : below);
  return product < 0n ? -rounded : rounded;
}

/**
 * Splits a whole non-negative sum by integer weights so that the parts sum to the whole exactly:
 * everyone gets the share rounded down, and what is left goes, one unit each, to the largest
 * remainders, the earlier one first. All weights zero: nothing can be split, all parts are zero.
 */
export function apportion(whole: number, weights: readonly number[]): readonly number[] {
  const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
  if (total === 0n) return weights.map(() => 0);
  const shares = weights.map((weight, index) => {
    const exact = BigInt(whole) * BigInt(weight);
    return { index, share: Number(exact / total), rest: exact % total };
  });
  const left = whole - shares.reduce((sum, { share }) => sum + share, 0);
  const luckiestFirst = [...shares].sort((a, b) => Number(b.rest - a.rest));
  const lucky = new Set(luckiestFirst.slice(0, left).map(({ index }) => index));
  return shares.map(({ index, share }) => share + (lucky.has(index) ? 1 : 0));
}
