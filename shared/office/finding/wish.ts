import type { OfficeKind } from '../kinds.ts';
import { numberFor, wordFor } from './foundBy.ts';
import { isUnspaced, plainNumber, plainWords, withoutZeros } from './plainWords.ts';

/** One thing looked for, by its beginning or whole. */
export type Sought = { readonly lexeme: string; readonly isBeginning: boolean };
/** Any of the alternatives, of which each has all its parts. */
export type Alternatives = readonly (readonly Sought[])[];

export type Wish = {
  /** Somebody wrote down the whole number or name. */
  readonly exact: Alternatives;
  readonly any: Alternatives;
};

const mostWords = 8;

/** What is looked for among records of a kind; null: nothing that could be found was typed. */
export function wishFor(kind: OfficeKind, typed: string): Wish | null {
  const words = plainWords(typed).slice(0, mostWords);
  if (words.length === 0) return null;
  const whole = plainNumber(typed);
  const short = withoutZeros(whole);
  const exact = [whole, ...(short === null ? [] : [short])].map((number) => [
    { lexeme: numberFor(kind, number), isBeginning: false },
  ]);
  const every = words.map((word) => beginning(kind, word));
  // Blanks and hyphens stand anywhere in a number.
  const joined = /\d/.test(whole) && words.length > 1 ? [[beginning(kind, whole)]] : [];
  const shortened = words.some((word) => withoutZeros(word) !== null)
    ? [words.map((word) => beginning(kind, withoutZeros(word) ?? word))]
    : [];
  return { exact, any: [every, ...joined, ...shortened] };
}

/** One letter begins too many words: it is looked for whole. */
function beginning(kind: OfficeKind, word: string): Sought {
  return { lexeme: wordFor(kind, word), isBeginning: word.length > 1 || isUnspaced(word) };
}
