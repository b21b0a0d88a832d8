/**
 * What a PIN and a salt give is the same each time, and takes a third of a second of a processor. In
 * journeys people sign in again and again: here each pair is derived once. That it is derived as the
 * contract says is proved elsewhere (`central/personKey`, `electron/people`, `electron/rescue`).
 */
import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const derived = new Map<string, Promise<Buffer>>();
/** The same in base64, by what was typed, the salt and how long it is. */
const secrets = new Map<string, string>();
const nameOf = (password: string, salt: string, length: number) =>
  JSON.stringify([password, salt, length]);
/** What wraps a person's key. */
const keyBytes = 32;
const { scrypt } = crypto;

function deriveOnce(
  password: BinaryLike,
  salt: BinaryLike,
  length: number,
  options: ScryptOptions,
  answer: (failure: Error | null, secret: Buffer) => void,
): void {
  const name = nameOf(plain(password), plain(salt), length);
  const known = secrets.get(name);
  const key = JSON.stringify([name, options]);
  const found =
    derived.get(key) ??
    (known === undefined
      ? derive(password, salt, length, options)
      : Promise.resolve(Buffer.from(known, 'base64')));
  derived.set(key, found);
  found.then(
    // A copy, because whoever asked blots it out after use.
    (secret) => {
      secrets.set(name, secret.toString('base64'));
      answer(null, Buffer.from(secret));
    },
    (failure: unknown) =>
      answer(failure instanceof Error ? failure : new Error(String(failure)), Buffer.alloc(0)),
  );
}

/** Derived in an earlier process; salt and secret in base64. */
export function rememberDerived(password: string, salt: string, secret: string): void {
  secrets.set(nameOf(password, salt, keyBytes), secret);
}

/** What was derived here of a PIN and a salt, in base64. */
export function derivedOf(password: string, salt: string): string {
  const secret = secrets.get(nameOf(password, salt, keyBytes));
  if (secret === undefined) throw new Error('Not derived here');
  return secret;
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
