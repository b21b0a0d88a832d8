import { expect, test } from 'vitest';
import { readEnrolmentCode } from '../../../central/people/secrets.ts';

test('a code is read as people write it down', () => {
  for (const typed of ['7K4-M2Q-X01-1RT', '7k4m2qxo1lrt', ' 7K4 M2Q XOI IRT '])
    expect(readEnrolmentCode(typed)).toBe('7K4M2QX011RT');
});
