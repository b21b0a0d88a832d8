import { createDecipheriv, createPrivateKey, type KeyObject, scrypt, sign } from 'node:crypto';
import type { PersonKey } from '../../../shared/sync/centralApi.ts';

const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const ivBytes = 12;
const tagBytes = 16;

/** The person's private key, or null when the PIN is wrong. About a third of a second. */
export async function unwrapKey(wrapped: PersonKey, pin: string): Promise<KeyObject | null> {
  const content = Buffer.from(wrapped.wrappedKey, 'base64');
  if (content.length <= ivBytes + tagBytes) throw new Error('Wrapped key is too short');
  const secret = await derive(pin, Buffer.from(wrapped.salt, 'base64'));
  const decipher = createDecipheriv('aes-256-gcm', secret, content.subarray(0, ivBytes));
  decipher.setAuthTag(content.subarray(-tagBytes));
  const der = decipher.update(content.subarray(ivBytes, -tagBytes));
  try {
    decipher.final();
  } catch {
    der.fill(0);
    return null;
  } finally {
    secret.fill(0);
  }
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  return key;
}

/** ECDSA P-256 with SHA-256 over the 32 bytes of the hash, IEEE P1363, base64. */
export function signHash(hash: string, key: KeyObject): string {
  const bytes = Buffer.from(hash, 'hex');
  return sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }).toString('base64');
}

function derive(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFKC'), salt, 32, cost, (failure, secret) => {
      if (failure) reject(failure);
      else resolve(secret);
    });
  });
}
