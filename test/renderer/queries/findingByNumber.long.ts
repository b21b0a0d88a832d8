import { test } from 'vitest';
import { expectRandomNumbersFound } from './randomNumbers.ts';

test('100 000 random numbers of 8 to 14 digits, announced as tracking numbers', async () => {
  await expectRandomNumbersFound(10_000, 250);
});
