import { describe, expect, test } from 'vitest';
import {
  agreedPlans,
  aqls,
  codeLetterOf,
  samplingPlan,
} from '../../../../shared/policy/sampling/sampling.ts';

const levels = ['S-1', 'S-2', 'S-3', 'S-4', 'I', 'II', 'III'] as const;

function plan(lotSize: number, level: (typeof levels)[number], aql: number): string {
  const found = samplingPlan({ lotSize, level, aql });
  if (!found.ok) return found.refusal.code;
  const { accept, everyUnit, letter, reject, sampleSize } = found.value;
  return `${letter} ${sampleSize} ${accept}/${reject}${everyUnit ? ' every unit' : ''}`;
}

describe('ISO 2859-1, single sampling, normal inspection', () => {
  test.each([
    [100_000, 'S-4', 0.65, 'J 80 1/2'],
    [400_000, 'S-4', 0.65, 'J 80 1/2'],
    [100_000, 'S-3', 0.65, 'F 20 0/1'],
    [1000, 'II', 1.5, 'J 80 3/4'],
    [20, 'I', 1.5, 'D 8 0/1'],
    [5000, 'II', 2.5, 'L 200 10/11'],
    [1000, 'II', 2.5, 'J 80 5/6'],
    [1000, 'II', 0.1, 'K 125 0/1'],
    [2, 'II', 6.5, 'A 2 0/1 every unit'],
    [9, 'II', 6.5, 'A 2 0/1'],
    [600_000, 'III', 6.5, 'L 200 21/22'],
    [600_000, 'III', 0.1, 'R 2000 5/6'],
  ] as const)('lot %i, level %s, AQL %f: %s', (lotSize, level, aql, says) => {
    expect(plan(lotSize, level, aql)).toBe(says);
  });

  test.each([
    [2, 'AAAAAAB'],
    [8, 'AAAAAAB'],
    [9, 'AAAAABC'],
    [15, 'AAAAABC'],
    [16, 'AABBBCD'],
    [25, 'AABBBCD'],
    [26, 'ABBCCDE'],
    [50, 'ABBCCDE'],
    [51, 'BBCCCEF'],
    [90, 'BBCCCEF'],
    [91, 'BBCDDFG'],
    [150, 'BBCDDFG'],
    [151, 'BCDEEGH'],
    [280, 'BCDEEGH'],
    [281, 'BCDEFHJ'],
    [500, 'BCDEFHJ'],
    [501, 'CCEFGJK'],
    [1200, 'CCEFGJK'],
    [1201, 'CDEGHKL'],
    [3200, 'CDEGHKL'],
    [3201, 'CDFGJLM'],
    [10_000, 'CDFGJLM'],
    [10_001, 'CDFHKMN'],
    [35_000, 'CDFHKMN'],
    [35_001, 'DEGJLNP'],
    [150_000, 'DEGJLNP'],
    [150_001, 'DEGJMPQ'],
    [500_000, 'DEGJMPQ'],
    [500_001, 'DEHKNQR'],
  ])('a lot of %i has the code letters %s', (lot, row) => {
    expect(levels.map((level) => codeLetterOf(lot, level)).join('')).toBe(row);
  });

  test('every cell lets lots of AQL quality pass in 87 to 99.5 of a hundred', () => {
    const outside: string[] = [];
    for (const lotSize of [
      5, 12, 20, 40, 70, 120, 200, 400, 1000, 3000, 9000, 30_000, 1e5, 4e5, 1e6,
    ])
      for (const level of levels)
        for (const aql of aqls) {
          const found = samplingPlan({ lotSize, level, aql });
          if (!found.ok) throw new Error(found.refusal.code);
          if (found.value.everyUnit) continue;
          const { accept, sampleSize } = found.value;
          const passes = poissonUpTo(accept, (sampleSize * aql) / 100);
          if (passes < 0.87 || passes > 0.995)
            outside.push(`${plan(lotSize, level, aql)} at ${aql}`);
        }
    expect(outside).toEqual([]);
  });

  test('a sample as large as the lot is 100 % inspection', () => {
    expect(plan(80, 'II', 1)).toBe('E 13 0/1');
    expect(plan(13, 'II', 1)).toBe('E 13 0/1 every unit');
    expect(plan(12, 'II', 1)).toBe('E 12 0/1 every unit');
    expect(plan(14, 'II', 1)).toBe('E 13 0/1');
    expect(plan(1, 'II', 1)).toBe('E 1 0/1 every unit');
  });

  test.each([0, -1, 1.5, Number.NaN])('%f is no lot', (lotSize) => {
    expect(samplingPlan({ lotSize, level: 'II', aql: 1 })).toEqual({
      ok: false,
      refusal: { code: 'badLotSize', field: 'lotSize', found: lotSize },
    });
  });

  test('an AQL without a column is refused', () => {
    expect(samplingPlan({ lotSize: 100, level: 'II', aql: 0.5 })).toEqual({
      ok: false,
      refusal: { code: 'badAql', field: 'aql', found: 0.5 },
    });
  });
});

describe('the plans of a contract', () => {
  const agreement = { standard: 'ISO 2859-1', level: 'II', aqlMajor: 1.5, aqlMinor: 4 } as const;

  test('look at the larger sample, and one critical defect fails the lot', () => {
    const plans = agreedPlans({ ...agreement, aqlMajor: 0.1 }, 1000);
    expect(plans.ok && plans.value).toMatchObject({
      sampleSize: 125,
      major: { sampleSize: 125, accept: 0 },
      minor: { sampleSize: 80, accept: 7 },
      critical: { accept: 0, reject: 1 },
    });
    expect(agreedPlans(agreement, 1000)).toMatchObject({ value: { sampleSize: 80 } });
  });

  test('refuse an AQL of either kind that has no column', () => {
    expect(agreedPlans({ ...agreement, aqlMajor: 3 }, 1000)).toMatchObject({
      refusal: { code: 'badAql', found: 3 },
    });
    expect(agreedPlans({ ...agreement, aqlMinor: 5 }, 1000)).toMatchObject({
      refusal: { code: 'badAql', found: 5 },
    });
  });
});

function poissonUpTo(most: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let n = 1; n <= most; n += 1) {
    term *= mean / n;
    sum += term;
  }
  return sum;
}
