import { useRef } from 'react';
import type { Rows } from './rowsShown.ts';

const pauseMs = 1_000;

/** Letters typed one after another are one word; after a pause a new one begins. */
export function useTypedWords() {
  const typed = useRef({ words: '', at: 0 });
  const isGoingOn = () => performance.now() - typed.current.at < pauseMs;
  return {
    isGoingOn,
    add(letter: string): string {
      const before = isGoingOn() ? typed.current.words : '';
      typed.current = { words: before + letter.toLowerCase(), at: performance.now() };
      return typed.current.words;
    },
  };
}

/** The first row from there on, and around, that begins with these words; over all of them. */
export function startsWithWords<Row>(
  rows: Rows<Row>,
  wordsOf: (row: Row) => string,
  words: string,
  from: number,
): number | null {
  for (let step = 0; step < rows.length; step += 1) {
    const index = (from + step) % rows.length;
    const row = rows.wordsAt ? undefined : rows.at(index);
    const said = rows.wordsAt?.(index) ?? (row === undefined ? '' : wordsOf(row));
    if (said.toLowerCase().startsWith(words)) return index;
  }
  return null;
}
