import { createCipheriv, randomBytes, scryptSync } from 'node:crypto';
import type { Role } from '../../../shared/facts/codes.ts';
import type { Person } from '../../../shared/facts/documents.ts';
import { personId, siteId } from '../../builders/cases/ids.ts';

type Wanted = {
  readonly id: string;
  readonly badge: string;
  readonly pin: string;
  readonly roles?: Role[];
  readonly active?: boolean;
  /** As where `cheapSecrets` reigns. */
  readonly isCheap?: boolean;
};

export type PersonWithKey = {
  readonly pin: string;
  readonly person: Person;
  /** As central sent it before keys were born at stations: under the PIN alone. */
  readonly key: {
    readonly personId: string;
    readonly publicKey: string;
    readonly wrappedKey: string;
    readonly salt: string;
  };
};

/** A person as the version before kept them, their key wrapped by other code than ours. */
export async function aPersonWithKey(wanted: Wanted): Promise<PersonWithKey> {
  const { subtle } = crypto;
  const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const salt = randomBytes(16);
  const N = wanted.isCheap ? 16 : 2 ** 17;
  const secret = scryptSync(wanted.pin, salt, 32, { N, r: 8, p: 1, maxmem: 2 ** 28 });
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, iv);
  const pkcs8 = Buffer.from(await subtle.exportKey('pkcs8', pair.privateKey));
  const sealed = Buffer.concat([iv, cipher.update(pkcs8), cipher.final(), cipher.getAuthTag()]);
  const spki = Buffer.from(await subtle.exportKey('spki', pair.publicKey));
  const { id } = wanted;
  return {
    pin: wanted.pin,
    person: aWorker(wanted),
    key: {
      personId: id,
      publicKey: spki.toString('base64'),
      wrappedKey: sealed.toString('base64'),
      salt: salt.toString('base64'),
    },
  };
}

export function aWorker({
  id,
  badge,
  roles = ['dock'],
  active = true,
}: Omit<Wanted, 'pin'>): Person {
  return {
    id: personId(id),
    name: `Name of ${id}`,
    badge,
    roles,
    siteIds: [siteId('site-1')],
    active,
  };
}
