import { generateKeyPair, type KeyObject, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { PersonId } from '../../shared/ids.ts';
import { wrapKey } from '../../shared/node/personKey.ts';
import type { PersonKey } from '../../shared/sync/peopleApi.ts';

/** A new signing key of a person (ECDSA P-256) and the same under the person's PIN. */
export async function makePersonKey(
  personId: PersonId,
  pin: string,
): Promise<{ readonly key: PersonKey; readonly privateKey: KeyObject }> {
  const pair = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  const salt = randomBytes(16);
  const key: PersonKey = {
    personId,
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    wrappedKey: await wrapKey(pair.privateKey, pin, salt),
    salt: salt.toString('base64'),
  };
  return { key, privateKey: pair.privateKey };
}
