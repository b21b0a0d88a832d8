import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll } from 'vitest';

/**
 * What is made of a PIN costs a third of a second of a processor each time, on purpose. Where people
 * join and sign in again and again, and nobody guesses, it costs nothing for the tests of a file. What it
 * costs otherwise is measured in `attacks/pinGuessing`; that it is derived as it should be is proved in
 * `electron/people/wrappedKey` and `electron/rescue`, without this.
 */
export function cheapSecrets(): void {
  afterAll(makeSecretsCheap());
}

/** Until what it answers is called. */
export function makeSecretsCheap(): () => void {
  const { scrypt } = crypto;
  const put = (instead: unknown) => {
    Object.assign(crypto, { scrypt: instead });
    syncBuiltinESMExports();
  };
  put(
    (
      text: BinaryLike,
      salt: BinaryLike,
      length: number,
      options: ScryptOptions,
      answer: (failure: Error | null, secret: Buffer) => void,
    ) => scrypt(text, salt, length, { ...options, N: 16 }, answer),
  );
  return () => put(scrypt);
}
