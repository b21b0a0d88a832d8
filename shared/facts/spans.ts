import { fromThousandths, toThousandths } from './quantity.ts';
import type { UnitSpan } from './recorded.ts';

/** Units in thousandths, half-open. */
export type Span = { readonly from: number; readonly to: number };

/** Sorted, joined where they touch, cut off at `size`; empty ones left out. */
export function joined(spans: readonly Span[], size = Number.POSITIVE_INFINITY): readonly Span[] {
  const sorted = spans
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(size, to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const out: { from: number; to: number }[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else out.push({ ...span });
  }
  return out;
}

export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** What of `[0, size)` the spans leave free. */
export function freeOf(spans: readonly Span[], size: number): readonly Span[] {
  const free: Span[] = [];
  let from = 0;
  for (const span of joined(spans, size)) {
    if (span.from > from) free.push({ from, to: span.from });
    from = span.to;
  }
  return from < size ? [...free, { from, to: size }] : free;
}

/** The first `quantity` of them. */
export function firstOf(spans: readonly Span[], quantity: number): readonly Span[] {
  let left = quantity;
  return joined(spans).flatMap(({ from, to }) => {
    const end = Math.min(to, from + left);
    left -= end - from;
    return end > from ? [{ from, to: end }] : [];
  });
}

/** Whether every unit of `inner` is among `outer`. */
export function covers(outer: readonly Span[], inner: readonly Span[]): boolean {
  const all = joined(outer);
  return joined(inner).every((one) => all.some((o) => o.from <= one.from && one.to <= o.to));
}

/** What both hold. */
export function within(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return joined(
    a.flatMap((one) =>
      b.map((other) => ({
        from: Math.max(one.from, other.from),
        to: Math.min(one.to, other.to),
      })),
    ),
  );
}

export function overlaps(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((one) => b.some((other) => one.from < other.to && other.from < one.to));
}

export function spansOf(units: readonly UnitSpan[]): readonly Span[] {
  return joined(
    units.map(({ from, to }) => ({ from: toThousandths(from), to: toThousandths(to) })),
  );
}

export function unitsOf(spans: readonly Span[]): readonly UnitSpan[] {
  return joined(spans).map(({ from, to }) => ({
    from: fromThousandths(from),
    to: fromThousandths(to),
  }));
}

/** A word for the units: equal for equal units. */
export function keyOfUnits(units: readonly UnitSpan[]): string {
  return spansOf(units)
    .map(({ from, to }) => `${from}-${to}`)
    .join('+');
}
