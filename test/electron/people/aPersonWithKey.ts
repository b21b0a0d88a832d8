import { createCipheriv, randomBytes, scryptSync } from 'node:crypto';
import type { Role } from '../../../shared/facts/codes.ts';
import type { PeopleResponse } from '../../../shared/sync/peopleApi.ts';
import { personId, siteId } from '../../builders/cases/ids.ts';

type Entry = PeopleResponse['people'][number];
export type PersonWithKey = { readonly entry: Entry; readonly publicKey: CryptoKey };

type Wanted = {
  readonly id: string;
  readonly badge: string;
  readonly pin: string;
  readonly roles?: Role[];
  readonly active?: boolean;
};

/** A person whose key is wrapped as the contract with central says, made by other code than ours. */
export async function aPersonWithKey(wanted: Wanted): Promise<PersonWithKey> {
  const { subtle } = crypto;
  const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const salt = randomBytes(16);
  const secret = scryptSync(wanted.pin, salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 });
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, iv);
  const pkcs8 = Buffer.from(await subtle.exportKey('pkcs8', pair.privateKey));
  const sealed = Buffer.concat([iv, cipher.update(pkcs8), cipher.final(), cipher.getAuthTag()]);
  const spki = Buffer.from(await subtle.exportKey('spki', pair.publicKey));
  const { id, badge, roles = ['dock'], active = true } = wanted;
  return {
    publicKey: pair.publicKey,
    entry: {
      person: {
        id: personId(id),
        name: `Name of ${id}`,
        badge,
        roles,
        siteIds: [siteId('site-1')],
        active,
      },
      key: {
        personId: personId(id),
        publicKey: spki.toString('base64'),
        wrappedKey: sealed.toString('base64'),
        salt: salt.toString('base64'),
      },
    },
  };
}
