import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from './filesBelow.ts';

const root = path.resolve(import.meta.dirname, '../..');
const files = ['shared', 'electron', 'renderer', 'central'].flatMap((room) =>
  filesBelow(path.join(root, room))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${room}/${file}`),
);

/** Ways to guess how many decimals money has. */
const guesses = [
  /[*/]\s*(100|1e2)\b(?!\}?%)/,
  /[*/]\s*10 ?\*\* ?/,
  /style: 'currency'/,
  /(maximum|minimum)FractionDigits/,
  /\.toFixed\(2\)/,
];

/** Where none of them is about money, or the table itself is asked. */
const allowed: Readonly<Record<string, string>> = {
  'central/demo/toldByOffice.ts': 'asks the table of currencies',
  'central/demo/stories/tellStory.ts': 'asks the table of currencies',
  'shared/facts/showMoney.ts': 'asks the table of currencies',
  'shared/deadlines/epochDay.ts': 'centuries',
  'shared/barcodes/rma/rmaCheck.ts': 'check digits of numbers',
  'renderer/components/generic/surfaces/Progress.tsx': 'a share in per cent',
  'renderer/wording/formats.ts': 'quantities and sizes',
};

function guessing(text: string): boolean {
  return guesses.some((guess) => guess.test(text));
}

test('only the table of currencies knows how many decimals money has', () => {
  const found = files.filter((file) => guessing(readFileSync(path.join(root, file), 'utf8')));
  expect(found.toSorted()).toEqual(Object.keys(allowed).toSorted());
});

test('a guessed hundred is recognised, a share in per cent is none', () => {
  for (const bad of [
    'minor / 100',
    'Math.round(typed * 100)',
    "style: 'currency',",
    'n.toFixed(2)',
  ])
    expect(guessing(bad)).toBe(true);
  expect(guessing('{ inlineSize: share * 100}%')).toBe(false);
});
