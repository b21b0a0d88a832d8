import { refuse } from '../../result.ts';
import { type Elements, type Pair, readPairs } from './elementString.ts';
import { findEntry } from './findEntry.ts';
import { padded } from './padded.ts';

/**
 * Reads `(01)09521101530001(10)AB-123`, the form printed below a barcode and typed by hand. A
 * bracketed number that is no Application Identifier belongs to the value before it, since lots
 * and serials may contain brackets; blanks beside brackets and between digits are nobody's. Refuses `badBrackets` and all that element strings refuse.
 */
export function readBracketed(written: string, offset: number, referenceYear: number): Elements {
  const text = written.normalize('NFKC');
  const pairs: Pair[] = [];
  const marks = [...text.matchAll(/\(\s*(\d{2,4})\s*\)/g)].filter(
    (mark) => mark.index === 0 || findEntry(mark[1] ?? '') !== undefined,
  );
  if (marks[0]?.index !== 0) return refuse({ code: 'badBrackets', position: offset });
  for (const [i, mark] of marks.entries()) {
    const ai = mark[1] ?? '';
    const value = text.slice(mark.index + mark[0].length, marks[i + 1]?.index).trim();
    pairs.push({ ai, value: plain(ai, value), position: mark.index + offset });
  }
  return readPairs(pairs, referenceYear);
}

function plain(ai: string, value: string): string {
  const isDigits = findEntry(ai)?.parts.every(({ set }) => set === 'N') === true;
  const digits = isDigits ? value.replaceAll(/\s+/g, '') : value;
  return ['01', '02'].includes(ai) ? padded(digits) : digits;
}
