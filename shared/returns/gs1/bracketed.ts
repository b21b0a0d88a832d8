import { refuse } from '../../result.ts';
import { type Elements, type Pair, readPairs } from './elementString.ts';
import { findEntry } from './findEntry.ts';

/**
 * Reads `(01)09521101530001(10)AB-123`, the form printed below a barcode and typed by hand. A
 * bracketed number that is no Application Identifier belongs to the value before it, since lots
 * and serials may contain brackets. Refuses `badBrackets` and all that element strings refuse.
 */
export function readBracketed(text: string, offset: number, referenceYear: number): Elements {
  const pairs: Pair[] = [];
  const marks = [...text.matchAll(/\((\d{2,4})\)/g)].filter(
    (mark) => mark.index === 0 || findEntry(mark[1] ?? '') !== undefined,
  );
  if (marks[0]?.index !== 0) return refuse({ code: 'badBrackets', position: offset });
  for (const [i, mark] of marks.entries()) {
    pairs.push({
      ai: mark[1] ?? '',
      value: text.slice(mark.index + mark[0].length, marks[i + 1]?.index),
      position: mark.index + offset,
    });
  }
  return readPairs(pairs, referenceYear);
}
