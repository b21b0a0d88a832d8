import { expect, test } from 'vitest';
import { lastAnswers } from '../../../shared/deadlines/lastAnswers.ts';

test('an answer is worked out once while it is kept, and never more are kept than are allowed', () => {
  const kept = lastAnswers<string>(2);
  const asked: string[] = [];
  const ask = (key: string) =>
    kept(key, () => {
      asked.push(key);
      return `${key}!`;
    });
  expect(['a', 'b', 'a', 'b'].map(ask)).toEqual(['a!', 'b!', 'a!', 'b!']);
  expect(asked).toEqual(['a', 'b']);
  expect(['c', 'c', 'a', 'c'].map(ask)).toEqual(['c!', 'c!', 'a!', 'c!']);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});
