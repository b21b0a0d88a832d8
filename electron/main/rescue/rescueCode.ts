import { randomBytes, scrypt } from 'node:crypto';

/** Crockford's base 32: no letter that is taken for a digit, and the same in every language. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

/** For the sheets, and for the proof that a code is the right one. */
export type RescueKeys = { readonly sheets: Buffer; readonly proof: Buffer };

/** For one file: the code is shown once to whoever makes it and kept nowhere. */
export type RescueSeal = {
  readonly code: string;
  readonly salt: Buffer;
  readonly keys: RescueKeys;
};

/** A code of sixteen characters in fours, 80 bits. About half a second. */
export async function newSeal(): Promise<RescueSeal> {
  const plain = [...randomBytes(length)].map((byte) => letters[byte & 31]).join('');
  const code = plain.replaceAll(/(.{4})(?=.)/g, '$1-');
  const salt = randomBytes(16);
  return { code, salt, keys: await keysFrom(code, salt) };
}

/** The code as typed: case, spaces, dashes and the usual confusions do not matter. */
export function keysFrom(code: string, salt: Buffer): Promise<RescueKeys> {
  const meant = code
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return new Promise((resolve, reject) => {
    scrypt(meant, salt, 64, cost, (failure, secret) => {
      if (failure) reject(failure);
      else resolve({ sheets: secret.subarray(0, 32), proof: secret.subarray(32) });
    });
  });
}
