import { createPublicKey, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { makePersonKey } from '../../../central/people/personKey.ts';
import { readEnrolmentCode } from '../../../central/people/secrets.ts';
import { unwrapKey } from '../../../shared/node/personKey.ts';
import { commandHash, signHash } from '../../../shared/node/seal.ts';
import { personId } from '../../builders/cases/ids.ts';

test('a key wrapped at central opens at the station with the PIN alone, and signs for central', async () => {
  const { key } = await makePersonKey(personId('ivan'), '482915');
  expect(await unwrapKey(key, '482916')).toBeNull();
  const opened = await unwrapKey(key, '482915');
  if (!opened) throw new Error('not opened');
  const hash = commandHash({ fact: { b: 1, a: 2 }, hash: 'not part of it', signature: 'nor this' });
  expect(hash).toBe(commandHash({ fact: { a: 2, b: 1 } }));
  const publicKey = createPublicKey({
    key: Buffer.from(key.publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  });
  const proved = (hex: string) =>
    verify(
      'sha256',
      Buffer.from(hex, 'hex'),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signHash(hash, opened), 'base64'),
    );
  expect(proved(hash)).toBe(true);
  expect(proved(commandHash({ fact: { a: 2, b: 2 } }))).toBe(false);
});

test('a code is read as people write it down', () => {
  for (const typed of ['7K4-M2Q-X01-1RT', '7k4m2qxo1lrt', ' 7K4 M2Q XOI IRT '])
    expect(readEnrolmentCode(typed)).toBe('7K4M2QX011RT');
});
