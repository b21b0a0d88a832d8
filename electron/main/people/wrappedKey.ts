import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { scryptSecret } from '../../../shared/node/scryptSecret.ts';

const ivBytes = 12;
const tagBytes = 16;

/** In base64. */
export type WrappedKey = { readonly wrappedKey: string; readonly salt: string };

/**
 * PKCS#8 under AES-256-GCM, iv ‖ ciphertext ‖ tag. The key is scrypt of the PIN (NFKC), and with it the
 * HMAC-SHA-256 under a secret of this station: whoever has the wrapped key alone has nothing to guess at.
 */
export async function wrapKey(
  privateKey: KeyObject,
  pin: string,
  stationSecret: Buffer,
): Promise<WrappedKey> {
  const salt = randomBytes(16);
  const secret = await derive(pin, salt, stationSecret);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', secret, iv);
  const content = [
    iv,
    cipher.update(privateKey.export({ format: 'der', type: 'pkcs8' })),
    cipher.final(),
    cipher.getAuthTag(),
  ];
  secret.fill(0);
  return {
    wrappedKey: Buffer.concat(content).toString('base64'),
    salt: salt.toString('base64'),
  };
}

/**
 * The person's private key, or null when the PIN is wrong. About a third of a second. Without a station's
 * secret are the keys that central made before they were born at stations.
 */
export async function unwrapKey(
  wrapped: WrappedKey,
  pin: string,
  stationSecret: Buffer | null,
): Promise<KeyObject | null> {
  const content = Buffer.from(wrapped.wrappedKey, 'base64');
  if (content.length <= ivBytes + tagBytes) throw new Error('Wrapped key is too short');
  const secret = await derive(pin, Buffer.from(wrapped.salt, 'base64'), stationSecret);
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

async function derive(pin: string, salt: Buffer, stationSecret: Buffer | null): Promise<Buffer> {
  const typed = await scryptSecret(pin.normalize('NFKC'), salt, 32);
  if (stationSecret === null) return typed;
  const secret = createHmac('sha256', stationSecret)
    .update('quayside-person-key-1')
    .update(typed)
    .digest();
  typed.fill(0);
  return secret;
}
