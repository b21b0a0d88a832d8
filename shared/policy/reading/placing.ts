import type { FindingFact, UnitsCountedFact } from '../../facts/fact.ts';
import { toThousandths } from '../../facts/quantity.ts';
import {
  firstOf,
  freeOf,
  joined,
  lengthOf,
  type Span,
  spansOf,
  within,
} from '../../facts/spans.ts';
import { isDefect } from './groupFacts.ts';

/** A finding and the units of its group it is about. */
export type Placed = { readonly finding: FindingFact; readonly spans: readonly Span[] };

/**
 * Which units each finding of a group is about. Findings that name none, from before there were
 * portions, add up: each takes units no other finding has, certain causes first, and only what is
 * more than the group holds falls on the same units; last of all on those found sound. `given`
 * and what comes back are sorted by id.
 */
export function placeFindings(
  group: UnitsCountedFact,
  given: readonly FindingFact[],
): readonly Placed[] {
  const size = toThousandths(group.quantity);
  const named = given.flatMap((finding): Placed[] => {
    const spans = namedUnits(group, finding);
    return spans === null ? [] : [{ finding, spans: joined(spans, size) }];
  });
  const unnamed = given
    .filter((finding) => namedUnits(group, finding) === null)
    .sort((a, b) => rankOf(a) - rankOf(b));
  const soundToCome = unnamed.filter((f) => !isDefect(f)).reduce((sum, f) => sum + unitsOf(f), 0);
  const free = freeOf(taken(named), size);
  const room = firstOf(free, Math.max(0, lengthOf(free) - soundToCome));
  const placed = [...named];
  for (const finding of unnamed)
    placed.push({ finding, spans: nextUnits(finding, placed, { size, room }) });
  return given.flatMap((finding) => placed.filter((one) => one.finding === finding));
}

/** So many units of a group that no finding is about yet; fewer where there are fewer left. */
export function unitsNotFound(
  group: UnitsCountedFact,
  findings: readonly FindingFact[],
  quantity: number,
): readonly Span[] {
  const size = toThousandths(group.quantity);
  const found = placeFindings(group, findings).flatMap(({ spans }) => spans);
  return firstOf(freeOf(found, size), toThousandths(quantity));
}

/** null: it names none. A serial the group does not hold is no unit. */
function namedUnits(group: UnitsCountedFact, finding: FindingFact): readonly Span[] | null {
  if (finding.serials)
    return finding.serials.flatMap((serial) => {
      const at = group.serials.indexOf(serial);
      return at < 0 ? [] : [{ from: at * 1000, to: (at + 1) * 1000 }];
    });
  return finding.units ? spansOf(finding.units) : null;
}

type Room = {
  readonly size: number;
  /** What the findings of sound units leave to the others. */
  readonly room: readonly Span[];
};

function nextUnits(
  finding: FindingFact,
  placed: readonly Placed[],
  { size, room }: Room,
): readonly Span[] {
  const everything = [{ from: 0, to: size }];
  const quantity = Math.min(size, unitsOf(finding));
  if (isBeside(finding)) return firstOf(everything, quantity);
  const free = freeOf(taken(placed), size);
  const choices = isDefect(finding)
    ? [within(free, room), room, free, everything]
    : [free, everything];
  let own: readonly Span[] = [];
  for (const from of choices) {
    const more = within(from, freeOf(own, size));
    own = joined([...own, ...firstOf(more, quantity - lengthOf(own))]);
  }
  return own;
}

function taken(placed: readonly Placed[]): readonly Span[] {
  return placed.filter(({ finding }) => !isBeside(finding)).flatMap(({ spans }) => spans);
}

function unitsOf({ quantity }: FindingFact): number {
  return toThousandths(quantity);
}

/** Damage beyond the claim, and of the way back, shows on units that something else was found on. */
export function isBeside(finding: FindingFact): boolean {
  if (!isDefect(finding)) return false;
  const { cause, claimed } = finding.observation;
  return cause === 'returnTransport' || (!claimed && (cause === 'wear' || cause === 'misuse'));
}

const rankOfCause = {
  manufacturing: 0,
  misuse: 1,
  orderError: 2,
  outboundTransport: 3,
  unknown: 4,
  wear: 5,
  returnTransport: 6,
} as const;

function rankOf(finding: FindingFact): number {
  if (!isDefect(finding)) return 8;
  return isBeside(finding) ? 7 : rankOfCause[finding.observation.cause];
}
