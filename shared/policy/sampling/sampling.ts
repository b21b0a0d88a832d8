/**
 * Sampling to ISO 2859-1, single sampling, normal inspection, without switching rules. Used only
 * where a contract agreed it; 100 % inspection is the default.
 */

import type { SamplingAgreement } from '../../facts/documents.ts';
import { accept, type Result, refuse } from '../../result.ts';

type Level = SamplingAgreement['level'];

export type SamplingPlan = {
  /** Code letter of the plan used, after following the arrows. */
  readonly letter: string;
  readonly sampleSize: number;
  /** Up to so many nonconforming units the lot passes; from `reject` on it does not. */
  readonly accept: number;
  readonly reject: number;
  /** The sample is as large as the lot: 100 % inspection. */
  readonly everyUnit: boolean;
};

export type SamplingRefusal = {
  readonly code: 'badLotSize' | 'badAql';
  readonly field: 'lotSize' | 'aql';
  readonly found: number;
};

const letters = 'ABCDEFGHJKLMNPQR';
const sampleSizes = [2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000];
const levels: readonly Level[] = ['S-1', 'S-2', 'S-3', 'S-4', 'I', 'II', 'III'];

/** Largest lot of each row and its code letters, in the order of `levels`. */
const codeLetters = [
  [8, 'AAAAAAB'],
  [15, 'AAAAABC'],
  [25, 'AABBBCD'],
  [50, 'ABBCCDE'],
  [90, 'BBCCCEF'],
  [150, 'BBCDDFG'],
  [280, 'BCDEEGH'],
  [500, 'BCDEFHJ'],
  [1200, 'CCEFGJK'],
  [3200, 'CDEGHKL'],
  [10_000, 'CDFGJLM'],
  [35_000, 'CDFHKMN'],
  [150_000, 'DEGJLNP'],
  [500_000, 'DEGJMPQ'],
] as const;
const largestLots = [Number.POSITIVE_INFINITY, 'DEHKNQR'] as const;

/** The AQL columns shipped, in per cent nonconforming; 0.10 is the sixth column of the standard. */
export const aqls = [0.1, 0.15, 0.25, 0.4, 0.65, 1, 1.5, 2.5, 4, 6.5] as const;
const firstAqlColumn = 5;

/** Going down a column of the standard, the cells follow one series; "up" and "down" are its arrows. */
const series = [0, 'up', 'down', 1, 2, 3, 5, 7, 10, 14, 21] as const;

/**
 * The plan for a lot of whole units. Where the sample is not smaller than the lot, every unit is
 * inspected. Refusals: `badLotSize` (not a whole number of at least 1), `badAql` (no such column).
 */
export function samplingPlan(given: {
  readonly lotSize: number;
  readonly level: Level;
  readonly aql: number;
}): Result<SamplingPlan, SamplingRefusal> {
  const { lotSize, level, aql } = given;
  if (!Number.isInteger(lotSize) || lotSize < 1)
    return refuse({ code: 'badLotSize', field: 'lotSize', found: lotSize });
  const column = aqls.findIndex((known) => known === aql);
  if (column < 0) return refuse({ code: 'badAql', field: 'aql', found: aql });

  const cell = followArrows(letters.indexOf(codeLetterOf(lotSize, level)), firstAqlColumn + column);
  const everyUnit = cell.sampleSize >= lotSize;
  return accept({
    letter: cell.letter,
    sampleSize: everyUnit ? lotSize : cell.sampleSize,
    accept: cell.accept,
    reject: cell.accept + 1,
    everyUnit,
  });
}

/** The sample size code letter of a lot, before any arrow is followed. */
export function codeLetterOf(lotSize: number, level: Level): string {
  const row = codeLetters.find(([largest]) => lotSize <= largest) ?? largestLots;
  return row[1].charAt(levels.indexOf(level));
}

export type AgreedPlans = {
  readonly major: SamplingPlan;
  readonly minor: SamplingPlan;
  /** The larger of both samples: so many units are looked at. */
  readonly sampleSize: number;
  /** One critical defect fails the lot, whatever the AQL. */
  readonly critical: { readonly accept: 0; readonly reject: 1 };
};

/** The plans of a contract's agreement for a lot. Refusals as `samplingPlan`. */
export function agreedPlans(
  agreement: SamplingAgreement,
  lotSize: number,
): Result<AgreedPlans, SamplingRefusal> {
  const { level } = agreement;
  const major = samplingPlan({ lotSize, level, aql: agreement.aqlMajor });
  if (!major.ok) return major;
  const minor = samplingPlan({ lotSize, level, aql: agreement.aqlMinor });
  if (!minor.ok) return minor;
  return accept({
    major: major.value,
    minor: minor.value,
    sampleSize: Math.max(major.value.sampleSize, minor.value.sampleSize),
    critical: { accept: 0, reject: 1 },
  });
}

/** An arrow leads to the plan above or below in the same column; its sample size comes with it. */
function followArrows(start: number, aqlColumn: number) {
  let index = start;
  for (;;) {
    const step = aqlColumn - (14 - index);
    const cell = step < 0 ? 'down' : (series[step] ?? 'up');
    if (typeof cell === 'number')
      return { letter: letters.charAt(index), sampleSize: sampleSizes[index] ?? 0, accept: cell };
    index += cell === 'down' ? 1 : -1;
  }
}
