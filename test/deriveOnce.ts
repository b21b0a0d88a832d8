/**
 * What a PIN and a salt give is the same each time, and takes a third of a second of a processor. In
 * journeys people sign in again and again: here each pair is derived once. That it is derived as the
 * contract says is proved elsewhere (`central/personKey`, `electron/people`, `electron/rescue`).
 */
import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const derived = new Map<string, Promise<Buffer>>();
const { scrypt } = crypto;

function deriveOnce(
  password: BinaryLike,
  salt: BinaryLike,
  length: number,
  options: ScryptOptions,
  answer: (failure: Error | null, secret: Buffer) => void,
): void {
  const key = JSON.stringify([plain(password), plain(salt), length, options]);
  const found = derived.get(key) ?? derive(password, salt, length, options);
  derived.set(key, found);
  found.then(
    // A copy, because whoever asked blots it out after use.
    (secret) => answer(null, Buffer.from(secret)),
    (failure: unknown) =>
      answer(failure instanceof Error ? failure : new Error(String(failure)), Buffer.alloc(0)),
  );
}

function derive(
  password: BinaryLike,
  salt: BinaryLike,
  length: number,
  options: ScryptOptions,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, length, options, (failure, secret) => {
      if (failure) reject(failure);
      else resolve(secret);
    });
  });
}

function plain(value: BinaryLike): string {
  return typeof value === 'string' ? value : Buffer.from(value as Uint8Array).toString('base64');
}

Object.assign(crypto, { scrypt: deriveOnce });
syncBuiltinESMExports();
