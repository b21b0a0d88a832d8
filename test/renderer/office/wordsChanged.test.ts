import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Run, wordsChanged } from '../../../renderer/office/policy/wordsChanged.ts';

const own = (runs: readonly Run[]) => runs.filter(({ isOwn }) => isOwn).map(({ words }) => words);
const said = (runs: readonly Run[]) => runs.map(({ words }) => words).join('');
const common = (runs: readonly Run[]) =>
  runs.flatMap(({ words, isOwn }) => (isOwn ? [] : [words])).join('');

test('a number that changed is marked alone, on both sides', () => {
  const { before, after } = wordsChanged(
    'We inspect within 7 working days.',
    'We inspect within 10 working days.',
  );
  expect(own(before)).toEqual(['7 ']);
  expect(own(after)).toEqual(['10 ']);
});

test('in Chinese a character is a word', () => {
  const { before, after } = wordsChanged('七个工作日内检验', '十个工作日内检验');
  expect([own(before), own(after)]).toEqual([['七'], ['十']]);
});

test('nothing is lost or made up: each side reads as it did, and what is not marked is in both', () => {
  const text = fc
    .array(fc.constantFrom('a', 'bb', 'ü', ' ', '\n', '日', 'c.'), { maxLength: 24 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (was, is) => {
      const { before, after } = wordsChanged(was, is);
      expect([said(before), said(after)]).toEqual([was, is]);
      expect(common(before)).toBe(common(after));
    }),
  );
});
