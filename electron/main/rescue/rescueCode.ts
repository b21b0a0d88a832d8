import { randomBytes } from 'node:crypto';
import { scryptSecret } from '../../../shared/node/scryptSecret.ts';

/** Crockford's base 32: no letter that is taken for a digit, and the same in every language. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;

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
export async function keysFrom(code: string, salt: Buffer): Promise<RescueKeys> {
  const meant = code
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const secret = await scryptSecret(meant, salt, 64);
  return { sheets: secret.subarray(0, 32), proof: secret.subarray(32) };
}
