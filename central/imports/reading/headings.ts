import { dateEvidence } from '../forms/dateForm.ts';
import { decimalEvidence } from '../forms/decimalForm.ts';
import { columnLetters } from '../table/columnLetters.ts';
import { FileRefused } from '../table/fileRefusal.ts';
import type { RawRow } from '../table/rawRow.ts';

const longest = 200;

/**
 * The row with the headings: the first that is half as wide as the table and made of short, different
 * words, not of numbers and dates. What stands above it is a title.
 */
export function findHeadings(beginning: readonly RawRow[]): RawRow {
  const widest = Math.max(0, ...beginning.map((row) => wordsOf(row).length));
  const found = beginning.find((row) => {
    const words = wordsOf(row);
    return words.length > 0 && words.length >= widest / 2 && areHeadings(row, words);
  });
  if (!found) throw new FileRefused({ code: 'noHeadings', looked: beginning.length });
  return found;
}

/** A name for each column: trimmed, the second of the same name with its number, "Column D" where nothing stands. */
export function headingNames({ texts }: RawRow): readonly string[] {
  const seen = new Map<string, number>();
  return Array.from(texts, (text, column) => {
    const name = (text ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, longest);
    if (name === '') return nameless(column);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

export function nameless(column: number): string {
  return `Column ${columnLetters(column)}`;
}

function wordsOf({ texts }: RawRow): readonly string[] {
  return texts.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [text.trim()]));
}

function areHeadings({ kinds }: RawRow, words: readonly string[]): boolean {
  const others = kinds?.filter((kind) => kind !== undefined).length ?? 0;
  const wordy = words.filter(
    (word) =>
      word.length <= longest && decimalEvidence(word) === null && dateEvidence(word) === null,
  );
  const areDifferent = new Set(words).size > words.length / 2;
  return areDifferent && wordy.length - others >= words.length * 0.8;
}
