/** What the inspection and the records say of units that share everything. Nothing is decided yet. */

import type { OrderLine, ReturnLine } from '../../../../shared/facts/documents.ts';
import type { FindingFact, Observation } from '../../../../shared/facts/fact.ts';
import type { Inferred, PolicyInput } from '../../../../shared/policy/decision.ts';
import { type Cell, type Group, groupsOf, onWayBack, thousandths } from './cells.ts';
import type { Place } from './given.ts';
import { sampleOf } from './sample.ts';

export type Units = {
  readonly group: Group;
  readonly cells: readonly Cell[];
  readonly place: Place;
  readonly quantity: number;
  readonly serials: readonly string[];
  readonly findings: readonly FindingFact[];
  readonly doubtful: boolean;
  readonly surplus: boolean;
  readonly serialSeenIn: string | null;
  readonly returnLine: ReturnLine | null;
  readonly orderLine: OrderLine | null;
  /** What the sample says of units nobody looked at. */
  readonly sample: Inferred | null;
};

type Defect = Extract<Observation, { kind: 'defect' }>;

export function defectsOf(
  findings: readonly FindingFact[],
): (FindingFact & { observation: Defect })[] {
  return findings.flatMap((finding) =>
    finding.observation.kind === 'defect' ? [{ ...finding, observation: finding.observation }] : [],
  );
}

/** Somebody looked at them; damage of the way back alone says nothing of what the client claims. */
export function inspected({ findings }: Pick<Units, 'findings'>): boolean {
  return findings.some((finding) => !onWayBack(finding));
}

/** Looked at themselves, or spoken for by a sample. */
export function known(units: Units): boolean {
  return inspected(units) || units.sample !== null;
}

/** Ordered, shipped and returned are three things; only records prove our error. */
export function wrongArticle({ group, orderLine }: Pick<Units, 'group' | 'orderLine'>): boolean {
  if (orderLine === null) return false;
  const shipped = orderLine.shippedArticle ?? orderLine.article;
  return (
    shipped.number !== orderLine.article.number && group.count.article.number === shipped.number
  );
}

export type Strange = 'order' | 'article' | 'serial' | 'quantity';

/** Goods that may not be the client's return at all. */
export function strangeness({ orderLine, returnLine, group }: Units): Strange | null {
  if (orderLine === null) return 'order';
  const shipped = orderLine.shippedArticle ?? orderLine.article;
  const found = group.count.article.number;
  if (found !== orderLine.article.number && found !== shipped.number) return 'article';
  if (group.count.identity === 'mismatch_instance') return 'serial';
  const announced =
    returnLine?.claimedReason === 'wrongQuantity' || returnLine?.claimedReason === 'surplus';
  return group.count.identity === 'mismatch_quantity' && !announced ? 'quantity' : null;
}

/** Portions: units of one group that share their findings, in the order of their first unit. */
export function unitsOf(input: PolicyInput): Units[] {
  const groups = groupsOf(input);
  const surplus = surplusOf(input, groups);
  return groups.flatMap((group) => {
    const { returnLine, orderLine } = papersOf(input, group);
    const sample = sampleOf(input, group.cells, group.total);
    const portions = [
      ...Map.groupBy(splitAt(group.cells, surplus.get(group) ?? []), (cell) =>
        JSON.stringify([
          cell.findings.map(({ id }) => id),
          cell.doubtful,
          seenIn(input, group, cell.serial) === null ? null : cell.serial,
          isSurplus(cell, surplus.get(group) ?? []),
        ]),
      ).values(),
    ];
    return portions.map((cells): Units => {
      const first = cells[0];
      return {
        group,
        cells,
        place: { groupId: group.count.unitGroupId, spans: joined(cells) },
        quantity: cells.reduce((sum, { from, to }) => sum + to - from, 0),
        serials: wholeSerials(cells),
        findings: first?.findings ?? [],
        doubtful: first?.doubtful ?? false,
        surplus: first !== undefined && isSurplus(first, surplus.get(group) ?? []),
        serialSeenIn: first === undefined ? null : seenIn(input, group, first.serial),
        returnLine,
        orderLine,
        sample: first?.findings.length === 0 ? sample : null,
      };
    });
  });
}

function papersOf(input: PolicyInput, group: Group) {
  const returnLine =
    input.returnCase.lines.find(({ id }) => id === group.count.returnLineId) ?? null;
  const orderLine = input.orderLines.find(({ id }) => id === returnLine?.orderLineId) ?? null;
  return { returnLine, orderLine };
}

function seenIn(input: PolicyInput, group: Group, serial: string | null): string | null {
  const before = input.serialsElsewhere.filter(
    (seen) => seen.unitGroupId === group.count.unitGroupId && seen.serial === serial,
  );
  return before.map(({ caseId }) => caseId as string).sort()[0] ?? null;
}

type Spans = readonly (readonly [number, number])[];

/**
 * More shipped than ordered: as many units of the line are surplus. Which ones is a convention: those
 * without a defect of ours or the carrier's first; of units that share their findings, the last ones.
 */
function grantedBefore({ grantedElsewhere }: PolicyInput, line: OrderLine): number {
  return grantedElsewhere
    .filter(({ orderLineId }) => orderLineId === line.id)
    .reduce((sum, { quantity }) => sum + thousandths(quantity), 0);
}

function surplusOf(input: PolicyInput, groups: readonly Group[]): Map<Group, Spans> {
  const left = new Map(
    input.orderLines.map((line) => [
      line.id as string,
      Math.max(
        0,
        thousandths(line.shippedQuantity) -
          thousandths(line.orderedQuantity) -
          grantedBefore(input, line),
      ),
    ]),
  );
  const result = new Map<Group, [number, number][]>();
  const alike = groups.flatMap((group) => {
    const { orderLine } = papersOf(input, group);
    if (orderLine === null || group.count.article.number !== orderLine.article.number) return [];
    const byFindings = Map.groupBy(group.cells, (cell) =>
      JSON.stringify([
        cell.findings.map(({ id }) => id),
        cell.doubtful,
        seenIn(input, group, cell.serial) === null ? null : cell.serial,
      ]),
    );
    return [...byFindings.values()].map((cells) => ({ group, orderLine, cells }));
  });
  const ofOurs = ({ cells, orderLine }: (typeof alike)[number]) =>
    alreadyOurs(cells[0]?.findings ?? [], orderLine);
  const inOrder = [...alike.filter((own) => !ofOurs(own)), ...alike.filter(ofOurs)];
  for (const { group, orderLine, cells } of inOrder) {
    for (const cell of [...cells].reverse()) {
      const rest = left.get(orderLine.id) ?? 0;
      const taken = Math.min(rest, cell.to - cell.from);
      if (taken === 0) continue;
      result.set(group, [...(result.get(group) ?? []), [cell.to - taken, cell.to]]);
      left.set(orderLine.id, rest - taken);
    }
  }
  return result;
}

/** Whether the surplus may be laid on them only when no others are left. */
function alreadyOurs(findings: readonly FindingFact[], { carrier }: OrderLine): boolean {
  return defectsOf(findings).some(
    ({ observation: { cause } }) =>
      cause === 'manufacturing' ||
      cause === 'orderError' ||
      (cause === 'outboundTransport' && carrier.selectedBy === 'us'),
  );
}

const isSurplus = (cell: Cell, spans: Spans) =>
  spans.some(([from, to]) => from <= cell.from && cell.to <= to);

function splitAt(cells: readonly Cell[], spans: Spans): Cell[] {
  return cells.flatMap((cell) => {
    const cuts = [
      cell.from,
      ...spans.flat().filter((at) => at > cell.from && at < cell.to),
      cell.to,
    ];
    const sorted = [...new Set(cuts)].sort((a, b) => a - b);
    return sorted.slice(1).map((to, at) => ({ ...cell, from: sorted[at] ?? cell.from, to }));
  });
}

function joined(cells: readonly Cell[]): [number, number][] {
  const spans: [number, number][] = [];
  for (const { from, to } of [...cells].sort((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] === from) last[1] = to;
    else spans.push([from, to]);
  }
  return spans;
}

/** A serial belongs to the units that hold all of it. */
function wholeSerials(cells: readonly Cell[]): string[] {
  const held = new Map<string, number>();
  for (const { serial, from, to } of cells)
    if (serial !== null) held.set(serial, (held.get(serial) ?? 0) + to - from);
  return [...held].flatMap(([serial, size]) => (size === 1000 ? [serial] : []));
}
