/**
 * What an agreed sample says of the units of a group nobody looked at: ISO 2859-1 by the table of
 * domain.md, each class of defect over its own sample.
 */
import type { Inferred, PolicyInput } from '../../../../shared/policy/decision.ts';
import type { Cell } from './cells.ts';

const levels = ['S-1', 'S-2', 'S-3', 'S-4', 'I', 'II', 'III'];
/** Largest lot and its code letters, by level. */
const rows: readonly (readonly [number, string])[] = [
  [8, 'AAAAAAB'],
  [15, 'AAAAABC'],
  [25, 'AABBBCD'],
  [50, 'ABBCCDE'],
  [90, 'BBCCCEF'],
];
const letters = 'ABCDEFGHJKLMNPQR';
const sizes = [2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000];
const columns = [0.01, 0.015, 0.025, 0.04, 0.065, 0.1, 0.15, 0.25, 0.4, 0.65, 1, 1.5, 2.5, 4, 6.5];
const diagonal = [0, null, null, 1, 2, 3, 5, 7, 10, 14, 21];

/** How many to look at, and how many bad ones pass. */
export function planFor(lot: number, level: string, aql: number) {
  const row = rows.find(([largest]) => lot <= largest);
  let at = letters.indexOf(row?.[1].charAt(levels.indexOf(level)) ?? 'A');
  for (;;) {
    const step = columns.indexOf(aql) - (14 - at);
    const passes = diagonal[step];
    if (typeof passes === 'number') return { look: Math.min(lot, sizes[at] ?? lot), passes };
    // Second of the series is the arrow up, third the arrow down; left of it all point down.
    at += step === 1 || step > 10 ? -1 : 1;
  }
}

/** null: nothing may be inferred of the units nobody looked at. */
export function sampleOf(
  { contract }: PolicyInput,
  cells: readonly Cell[],
  total: number,
): Inferred | null {
  const agreed = contract?.sampling ?? null;
  const lot = total / 1000;
  if (agreed === null || !Number.isInteger(lot) || lot < 1) return null;
  const isClear = cells.every(
    ({ doubtful, findings }) =>
      !doubtful &&
      findings.every(
        ({ observation }) =>
          observation.kind === 'noDefect' || observation.cause === 'manufacturing',
      ),
  );
  const seen = cells.filter(({ findings }) => findings.length > 0).sort((a, b) => a.from - b.from);
  const [major, minor] = [agreed.aqlMajor, agreed.aqlMinor].map((aql) =>
    planFor(lot, agreed.level, aql),
  );
  const inspected = sizeOf(seen);
  if (!isClear || seen.length === 0 || seen.length === cells.length) return null;
  if (major === undefined || minor === undefined) return null;
  if (inspected < Math.max(major.look, minor.look) * 1000) return null;

  const badAmong = (sample: number, ...severities: string[]) => {
    let left = sample;
    let bad = 0;
    for (const cell of seen) {
      const taken = Math.min(left, cell.to - cell.from);
      left -= taken;
      const isBad = cell.findings.some(
        ({ observation: o }) => o.kind === 'defect' && severities.includes(o.severity),
      );
      if (isBad) bad += taken;
    }
    return bad / 1000;
  };
  const classes = [
    { severity: 'critical' as const, sample: inspected, passes: 0 },
    { severity: 'major' as const, sample: major.look * 1000, passes: major.passes },
    { severity: 'minor' as const, sample: minor.look * 1000, passes: minor.passes },
  ];
  const failing = classes.find(
    ({ severity, sample, passes }) => badAmong(sample, severity) > passes,
  );
  return {
    upheld: failing !== undefined,
    inspected: inspected / 1000,
    defective: badAmong(inspected, 'critical', 'major', 'minor'),
    failed:
      failing === undefined
        ? null
        : {
            severity: failing.severity,
            sample: failing.sample / 1000,
            found: badAmong(failing.sample, failing.severity),
            accept: failing.passes,
          },
  };
}

const sizeOf = (cells: readonly Cell[]) => cells.reduce((sum, { from, to }) => sum + to - from, 0);
