import type { UnitsCountedFact } from '../../../shared/facts/fact.ts';
import { toThousandths } from '../../../shared/facts/quantity.ts';
import { joined, lengthOf, type Span } from '../../../shared/facts/spans.ts';
import { accept, type Result, refuse } from '../../../shared/result.ts';

export type ReadUnits = { readonly spans: readonly Span[]; readonly serials: readonly string[] };

/**
 * Units as a person names them: "1-5, 8" by number, or serials separated by commas or blanks where the
 * group has any. Refuses with the part that names no unit of the group.
 */
export function readUnits(
  typed: string,
  group: Pick<UnitsCountedFact, 'quantity' | 'serials'>,
): Result<ReadUnits, { readonly part: string }> {
  const spans: Span[] = [];
  const serials: string[] = [];
  for (const part of typed.split(/[,;\s]+/).filter((one) => one !== '')) {
    const serial = group.serials.find((one) => one.toUpperCase() === part.toUpperCase());
    const named = serial === undefined ? numbered(part, group.quantity) : placeOf(serial, group);
    if (named === null) return refuse({ part });
    spans.push(named);
    if (serial !== undefined) serials.push(serial);
  }
  const all = joined(spans);
  // By serial only where every unit was named by one.
  const isBySerial = serials.length > 0 && lengthOf(all) === serials.length * 1000;
  return accept({ spans: all, serials: isBySerial ? [...new Set(serials)] : [] });
}

function placeOf(serial: string, group: Pick<UnitsCountedFact, 'serials'>): Span {
  const at = group.serials.indexOf(serial);
  return { from: at * 1000, to: (at + 1) * 1000 };
}

function numbered(part: string, quantity: number): Span | null {
  const match = /^(\d{1,9})(?:[-–](\d{1,9}))?$/.exec(part);
  if (!match) return null;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  const size = toThousandths(quantity);
  const span = { from: (first - 1) * 1000, to: Math.min(last * 1000, size) };
  return first >= 1 && first <= last && span.from < size && last <= Math.ceil(quantity)
    ? span
    : null;
}
