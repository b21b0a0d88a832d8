import type { FindingFact, UnitsCountedFact } from '../../../shared/facts/fact.ts';
import { fromThousandths, toThousandths } from '../../../shared/facts/quantity.ts';
import { joined, lengthOf, overlaps, type Span, spansOf } from '../../../shared/facts/spans.ts';
import type { PhotoId } from '../../../shared/ids.ts';
import type { PortionDecision } from '../../../shared/policy/decision.ts';
import { placeFindings } from '../../../shared/policy/reading/placing.ts';

/** Units of a group about which the same was found; no findings: nobody has looked at them yet. */
export type Piece = {
  readonly spans: readonly Span[];
  readonly quantity: number;
  readonly findings: readonly FindingFact[];
  /** What the policy makes of them; null: nothing yet. */
  readonly portion: PortionDecision | null;
  readonly photoIds: readonly PhotoId[];
};

/** A group cut where its findings begin and end, by the first unit of each piece. */
export function piecesOf(
  group: UnitsCountedFact,
  findings: readonly FindingFact[],
  portions: readonly PortionDecision[],
): readonly Piece[] {
  const size = toThousandths(group.quantity);
  const placed = placeFindings(group, findings);
  const cuts = [0, size, ...placed.flatMap(({ spans }) => spans.flatMap((s) => [s.from, s.to]))];
  const ordered = [...new Set(cuts)].filter((at) => at <= size).sort((a, b) => a - b);
  const pieces = new Map<string, { found: readonly FindingFact[]; spans: Span[] }>();
  ordered.slice(0, -1).forEach((from, at) => {
    const span = { from, to: ordered[at + 1] ?? size };
    const found = placed.filter(({ spans }) => overlaps(spans, [span])).map((p) => p.finding);
    const key = found.map(({ id }) => id).join(' ');
    const piece = pieces.get(key);
    if (piece) piece.spans.push(span);
    else pieces.set(key, { found, spans: [span] });
  });
  return [...pieces.values()].map(({ found, spans }) => ({
    spans: joined(spans),
    quantity: fromThousandths(lengthOf(spans)),
    findings: found,
    portion:
      portions.find(
        (p) => p.unitGroupId === group.unitGroupId && overlaps(spansOf(p.units), spans),
      ) ?? null,
    photoIds: [...new Set(found.flatMap((finding) => finding.photoIds))],
  }));
}
