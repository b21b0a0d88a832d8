import { scrypt } from 'node:crypto';

/** 128 MiB and about a third of a second: the same wherever a secret is made of what a person types. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

/** scrypt of what a person types. The text is hashed as it is given: normalise it before. */
export function scryptSecret(text: string, salt: Buffer, bytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(text, salt, bytes, cost, (failure, secret) => {
      if (failure) reject(failure);
      else resolve(secret);
    });
  });
}
