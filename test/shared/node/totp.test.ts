import { describe, expect, test } from 'vitest';
import { readBase32, stepOfCode, totpCode, totpStep } from '../../../shared/node/totp.ts';

/** RFC 6238, appendix B: the SHA-1 rows. */
const rfcSecret = Buffer.from('12345678901234567890');
const vectors = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
] as const;

describe('A code of the second factor', () => {
  test.each(vectors)('at %i s is %s, as the RFC has it', (seconds, code) => {
    expect(totpCode(rfcSecret, totpStep(seconds * 1000), 8)).toBe(code);
  });

  test('counts half a minute before and after its own, and once', () => {
    const ms = 1_111_111_111_000;
    const own = totpStep(ms);
    const tried = [-2, -1, 0, 1, 2].map((away) =>
      stepOfCode(rfcSecret, totpCode(rfcSecret, own + away), { ms, lastStep: 0 }),
    );
    expect(tried).toEqual([null, own - 1, own, own + 1, null]);
    const code = totpCode(rfcSecret, own);
    expect(stepOfCode(rfcSecret, code, { ms, lastStep: own })).toBe(null);
  });

  test.each(['', '12345', '1234567', '      ', 'abcdef', '١٢٣٤٥٦'])('is not %j', (code) => {
    expect(stepOfCode(rfcSecret, code, { ms: 59_000, lastStep: 0 })).toBe(null);
  });
});

test('a secret is read from base 32 as RFC 4648 writes it', () => {
  expect(readBase32('MZXW6YTBOI')?.toString()).toBe('foobar');
  expect(readBase32('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')).toEqual(rfcSecret);
  expect(readBase32('mzxw6')).toBe(null);
});
