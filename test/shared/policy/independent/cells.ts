/** Every unit group cut into pieces so small that nothing said of it is true of only part of one. */

import type { FindingFact, UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import type { UnitSpan } from '../../../../shared/facts/recorded.ts';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';

/** Thousandths of a unit, half-open. */
export type Cell = {
  readonly from: number;
  readonly to: number;
  readonly serial: string | null;
  readonly findings: readonly FindingFact[];
  /** Some finding about it does not fit the units it is about. */
  readonly doubtful: boolean;
};

export type Group = {
  readonly count: UnitsCountedFact;
  readonly serials: readonly string[];
  readonly total: number;
  readonly cells: readonly Cell[];
};

export const thousandths = (quantity: number) => Math.round(quantity * 1000);

/** A fact is what its id says: the same one twice is one. */
export function once<T extends { readonly id: string }>(facts: readonly T[]): T[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}

/** Groups by id. A serial of an article is goods only once in the case, in the first group that has it. */
export function groupsOf(input: PolicyInput): Group[] {
  const counts = once(input.unitGroups);
  const ids = [...new Set(counts.map(({ unitGroupId }) => unitGroupId))].sort();
  const taken = new Set<string>();
  return ids.flatMap((id) => {
    const own = counts.filter(({ unitGroupId }) => unitGroupId === id);
    const count = own[0];
    if (count === undefined) return [];
    const serials: string[] = [];
    let named = 0;
    let others = 0;
    for (const { quantity, serials: scanned, article } of own) {
      const numbered = (serial: string) => `${article.number} ${serial}`;
      if (scanned.length === 0) {
        others += thousandths(quantity);
        continue;
      }
      const fresh = [...new Set(scanned)].filter((serial) => !taken.has(numbered(serial)));
      for (const serial of fresh.slice(0, Math.ceil(quantity))) {
        taken.add(numbered(serial));
        serials.push(serial);
      }
      named += Math.min(fresh.length * 1000, thousandths(quantity));
    }
    const total = named + others;
    const findings = once(input.findings).filter(({ unitGroupId }) => unitGroupId === id);
    return [{ count, serials, total, cells: cellsOf(total, serials, findings) }];
  });
}

type Laid = { readonly finding: FindingFact; spans: [number, number][]; fits: boolean };

function cellsOf(
  total: number,
  serials: readonly string[],
  findings: readonly FindingFact[],
): Cell[] {
  const laid = layAll(total, serials, findings);
  const bounds = new Set([0, total, ...serials.map((_, at) => (at + 1) * 1000)]);
  for (const { spans } of laid) for (const [from, to] of spans) bounds.add(from).add(to);
  const sorted = [...bounds].filter((bound) => bound <= total).sort((a, b) => a - b);
  // A finding of which no unit is there must not be lost: it may be about any of them.
  const astray = laid.some(
    ({ finding, spans }) =>
      spans.length === 0 && finding.quantity + (finding.units ?? finding.serials ?? []).length > 0,
  );
  return sorted.slice(1).map((to, at) => {
    const from = sorted[at] ?? 0;
    const here = laid.filter(({ spans }) => spans.some(([f, t]) => f <= from && to <= t));
    const kinds = new Set(here.map(({ finding }) => isDefect(finding)));
    return {
      from,
      to,
      serial: serials[Math.floor(from / 1000)] ?? null,
      findings: here.map(({ finding }) => finding),
      doubtful:
        astray ||
        here.some(({ fits }) => !fits) ||
        contradict(
          here.map(({ finding }) => finding),
          kinds,
        ),
    };
  });
}

/** "Nothing wrong" and what the client claims cannot both be true of one unit. */
function contradict(findings: readonly FindingFact[], kinds: ReadonlySet<boolean>): boolean {
  return kinds.size === 2 && findings.some((f) => isDefect(f) && !besides(f));
}

const isDefect = ({ observation }: FindingFact) => observation.kind === 'defect';
export const onWayBack = ({ observation }: FindingFact) =>
  observation.kind === 'defect' && observation.cause === 'returnTransport';

function layAll(
  total: number,
  serials: readonly string[],
  findings: readonly FindingFact[],
): Laid[] {
  const named = findings.filter((f) => f.units !== undefined || f.serials !== undefined);
  const laid: Laid[] = named.map((finding) => {
    const wanted = spansOf(finding, serials);
    const spans = wanted.flatMap(([from, to]): [number, number][] =>
      from < Math.min(to, total) ? [[from, Math.min(to, total)]] : [],
    );
    return {
      finding,
      spans,
      fits: size(wanted) === thousandths(finding.quantity) && size(wanted) === size(spans),
    };
  });
  const mere = findings.filter((f) => !named.includes(f)).sort(byWhatTheySay);
  for (const finding of mere) laid.push(layFreely(finding, total, laid, mere));
  return laid;
}

const size = (spans: readonly (readonly [number, number])[]) =>
  spans.reduce((sum, [from, to]) => sum + (to - from), 0);

function spansOf(finding: FindingFact, serials: readonly string[]): [number, number][] {
  if (finding.units !== undefined) return merged(finding.units);
  return (finding.serials ?? []).flatMap((serial): [number, number][] => {
    const at = serials.indexOf(serial);
    return at < 0 ? [] : [[at * 1000, (at + 1) * 1000]];
  });
}

function merged(spans: readonly UnitSpan[]): [number, number][] {
  const sorted = spans
    .map(({ from, to }): [number, number] => [thousandths(from), thousandths(to)])
    .sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last !== undefined && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else result.push([...span]);
  }
  return result;
}

/** Damage that was found besides what was claimed, on units of which other findings speak. */
export function besides(finding: FindingFact): boolean {
  const { observation } = finding;
  if (observation.kind === 'noDefect') return false;
  const byClient = observation.cause === 'wear' || observation.cause === 'misuse';
  return onWayBack(finding) || (byClient && !observation.claimed);
}

/**
 * Older findings name no units: the first ones nobody spoke of. Of those no finding names, the last are
 * kept for what was found sound; where defects say more than is left, they lie on each other first.
 */
function layFreely(
  finding: FindingFact,
  total: number,
  laid: readonly Laid[],
  mere: readonly FindingFact[],
): Laid {
  const everything: [number, number][] = [[0, total]];
  const others = laid.filter((other) => !besides(other.finding));
  const unnamed = gaps(spansOfAll(others.filter((other) => !mere.includes(other.finding))), total);
  const keptForSound = mere
    .filter((other) => !isDefect(other))
    .reduce((sum, { quantity }) => sum + thousandths(quantity), 0);
  const ofDefects: [number, number][] = [];
  take(unnamed, Math.max(0, size(unnamed) - keptForSound), ofDefects);
  const free = gaps(spansOfAll(others), total);
  const inOrder = besides(finding)
    ? [everything]
    : isDefect(finding)
      ? [bothOf(free, ofDefects), ofDefects, free, everything]
      : [free, everything];
  const spans: [number, number][] = [];
  let left = thousandths(finding.quantity);
  for (const from of inOrder) left = take(bothOf(from, gaps(spans, total)), left, spans);
  return { finding, spans, fits: left === 0 };
}

function bothOf(a: readonly [number, number][], b: readonly [number, number][]) {
  return a.flatMap(([from, to]) =>
    b.flatMap(([f, t]): [number, number][] =>
      Math.max(from, f) < Math.min(to, t) ? [[Math.max(from, f), Math.min(to, t)]] : [],
    ),
  );
}

const spansOfAll = (laid: readonly Laid[]) => laid.flatMap(({ spans }) => spans);

function take(from: readonly [number, number][], wanted: number, into: [number, number][]): number {
  let left = wanted;
  for (const [start, end] of from) {
    const until = Math.min(end, start + left);
    if (until <= start) continue;
    into.push([start, until]);
    left -= until - start;
  }
  return left;
}

function gaps(taken: readonly [number, number][], total: number): [number, number][] {
  const result: [number, number][] = [];
  let at = 0;
  for (const [from, to] of [...taken].sort((a, b) => a[0] - b[0])) {
    if (from > at) result.push([at, Math.min(from, total)]);
    at = Math.max(at, to);
  }
  if (at < total) result.push([at, total]);
  return result.filter(([from, to]) => from < to);
}

/** Defects by cause, then "nothing wrong": an order all stations agree on. */
function byWhatTheySay(a: FindingFact, b: FindingFact): number {
  const rank = ({ observation: o }: FindingFact) => (o.kind === 'defect' ? `0${o.cause}` : '1');
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.id < b.id ? -1 : 1;
}
