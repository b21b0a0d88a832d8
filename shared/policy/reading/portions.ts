import type { FindingFact } from '../../facts/fact.ts';
import { fromThousandths, toThousandths } from '../../facts/quantity.ts';
import type { UnitSpan } from '../../facts/recorded.ts';
import { firstOf, freeOf, joined, lengthOf, type Span, unitsOf } from '../../facts/spans.ts';
import type { GrantedOnLine, PolicyInput, SerialElsewhere } from '../decision.ts';
import { articleByRecords } from './articleOfRecords.ts';
import { type GroupFacts, groupsOf, isDefect } from './groupFacts.ts';
import { type Placed, placeFindings } from './placing.ts';

/** Shown wrong by the records alone: another article than ordered, or more than was ordered. */
type ByRecords = 'wrongArticle' | 'surplus';

/** Units of one group that share everything known about them. */
export type Portion = GroupFacts & {
  readonly spans: readonly Span[];
  readonly units: readonly UnitSpan[];
  readonly serials: readonly string[];
  /** Thousandths of a unit. */
  readonly size: number;
  readonly byRecords: ByRecords | null;
  /** Another case returned this serial before, and it was not shipped again since. */
  readonly elsewhere: SerialElsewhere | null;
  /** A finding names units that are not there any more: some of its own, or none that are left. */
  readonly isCutOff: boolean;
};

/**
 * Cuts every group into portions: a finding, a serial known from elsewhere and what the records show
 * wrong each belong to whole portions. Portions of a group sum to it; by group id, then by unit. A
 * group of no units has none.
 */
export function portionsOf(input: PolicyInput): readonly Portion[] {
  const cut = groupsOf(input).flatMap((facts) => cutGroup(input, facts));
  return splitOffSurplus(cut, input.grantedElsewhere);
}

/**
 * The same case with every finding naming its units: what is changed of one finding then moves no
 * other. It is decided alike.
 */
export function nameUnits(input: PolicyInput): PolicyInput {
  const placed = new Map(
    groupsOf(input).flatMap(({ group, findings }) =>
      placeFindings(group, findings).map(({ finding, spans }) => [finding.id, unitsOf(spans)]),
    ),
  );
  return {
    ...input,
    findings: input.findings.map((finding) => {
      const units = placed.get(finding.id);
      return units === undefined || finding.serials ? finding : { ...finding, units: [...units] };
    }),
  };
}

function cutGroup(input: PolicyInput, facts: GroupFacts): readonly Portion[] {
  const { group } = facts;
  const size = toThousandths(group.quantity);
  const placed = placeFindings(group, facts.findings);
  const elsewhere = input.serialsElsewhere.filter((e) => e.unitGroupId === group.unitGroupId);
  const again = elsewhere.flatMap((one) => {
    const at = group.serials.indexOf(one.serial);
    return at < 0 ? [] : [{ one, spans: [{ from: at * 1000, to: (at + 1) * 1000 }] }];
  });
  const bounds = new Set([0, size]);
  for (const { spans } of [...placed, ...again])
    for (const { from, to } of spans) bounds.add(from).add(to);
  const sorted = [...bounds].filter((b) => b <= size).sort((a, b) => a - b);

  // Nobody can say which units it is about: any of them.
  const isAnyLost = placed.some(({ finding, spans }) => spans.length === 0 && namesUnits(finding));
  const portions = new Map<
    string,
    { spans: Span[]; over: readonly Placed[]; one: SerialElsewhere | null }
  >();
  for (let index = 0; index + 1 < sorted.length; index += 1) {
    const cell = { from: sorted[index] ?? 0, to: sorted[index + 1] ?? 0 };
    const over = placed.filter(({ spans }) => holdsCell(spans, cell));
    const one = again.find(({ spans }) => holdsCell(spans, cell))?.one ?? null;
    const key = `${over.map(({ finding }) => finding.id).join(' ')}|${one?.serial ?? ''}`;
    const known = portions.get(key);
    if (known) known.spans.push(cell);
    else portions.set(key, { spans: [cell], over, one });
  }
  return [...portions.values()].map(({ spans, over, one }) =>
    portionOf(facts, spans, {
      findings: over.map(({ finding }) => finding),
      byRecords:
        articleByRecords(group, facts.orderLine) === 'shippedInstead' ? 'wrongArticle' : null,
      elsewhere: one,
      isCutOff:
        isAnyLost || over.some(({ finding, spans: all }) => lengthOf(all) < unitsNamed(finding)),
    }),
  );
}

function holdsCell(spans: readonly Span[], cell: Span): boolean {
  return spans.some(({ from, to }) => from <= cell.from && cell.to <= to);
}

function namesUnits({ quantity, serials, units }: FindingFact): boolean {
  return quantity > 0 || (serials ?? units ?? []).length > 0;
}

function unitsNamed(finding: FindingFact): number {
  return toThousandths(finding.quantity);
}

function portionOf(
  facts: GroupFacts,
  spans: readonly Span[],
  own: Pick<Portion, 'findings' | 'byRecords' | 'elsewhere' | 'isCutOff'>,
): Portion {
  const all = joined(spans);
  return {
    ...facts,
    ...own,
    spans: all,
    units: unitsOf(all),
    serials: facts.group.serials.filter((_serial, index) =>
      all.some(({ from, to }) => from <= index * 1000 && (index + 1) * 1000 <= to),
    ),
    size: lengthOf(all),
  };
}

/**
 * What was shipped beyond the order and is still with the client, once per order line over all its
 * groups and cases: first units nothing else of ours was found on, so that no client loses a ground
 * by it.
 */
function splitOffSurplus(
  portions: readonly Portion[],
  grantedElsewhere: readonly GrantedOnLine[],
): readonly Portion[] {
  const granted = (orderLineId: string) =>
    grantedElsewhere
      .filter((g) => g.orderLineId === orderLineId)
      .reduce((sum, g) => sum + toThousandths(g.quantity), 0);
  const left = new Map<string, number>();
  const take = (portion: Portion): readonly Portion[] => {
    const { orderLine, group } = portion;
    if (orderLine === null || articleByRecords(group, orderLine) !== 'ordered') return [portion];
    const surplus =
      left.get(orderLine.id) ??
      Math.max(
        0,
        toThousandths(orderLine.shippedQuantity) -
          toThousandths(orderLine.orderedQuantity) -
          granted(orderLine.id),
      );
    const mine = Math.min(surplus, portion.size);
    left.set(orderLine.id, surplus - mine);
    if (mine === 0) return [portion];
    // The last units of it: those counted first are the ones that were ordered.
    const kept = firstOf(portion.spans, portion.size - mine);
    const rest = freeWithin(portion.spans, kept);
    return [
      ...(lengthOf(kept) > 0 ? [portionOf(portion, kept, portion)] : []),
      portionOf(portion, rest, { ...portion, byRecords: 'surplus' }),
    ];
  };
  const cut = new Map<Portion, readonly Portion[]>();
  for (const portion of portions.filter((p) => !hasOurFault(p))) cut.set(portion, take(portion));
  for (const portion of portions.filter(hasOurFault)) cut.set(portion, take(portion));
  return portions
    .flatMap((portion) => cut.get(portion) ?? [])
    .map((portion, index) => ({ portion, index }))
    .sort((a, b) =>
      a.portion.group.unitGroupId === b.portion.group.unitGroupId
        ? firstUnit(a.portion) - firstUnit(b.portion)
        : a.index - b.index,
    )
    .map(({ portion }) => portion);
}

function firstUnit({ spans }: Portion): number {
  return spans[0]?.from ?? 0;
}

function freeWithin(spans: readonly Span[], taken: readonly Span[]): readonly Span[] {
  const size = Math.max(0, ...spans.map(({ to }) => to));
  return freeOf([...taken, ...freeOf(spans, size)], size);
}

function hasOurFault({ findings, orderLine }: Portion): boolean {
  return findings.some(
    (f) =>
      isDefect(f) &&
      (f.observation.cause === 'manufacturing' ||
        f.observation.cause === 'orderError' ||
        (f.observation.cause === 'outboundTransport' && orderLine?.carrier.selectedBy === 'us')),
  );
}

/** Units of a portion, in the article's unit. */
export function quantityOf({ size }: Portion): number {
  return fromThousandths(size);
}
