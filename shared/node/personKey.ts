import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { PersonKey } from '../sync/peopleApi.ts';
import { scryptSecret } from './scryptSecret.ts';

const ivBytes = 12;
const tagBytes = 16;

/** PKCS#8 under AES-256-GCM, iv ‖ ciphertext ‖ tag in base64; the key is scrypt of the PIN (NFKC). */
export async function wrapKey(privateKey: KeyObject, pin: string, salt: Buffer): Promise<string> {
  const secret = await derive(pin, salt);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', secret, iv);
  const content = [
    iv,
    cipher.update(privateKey.export({ format: 'der', type: 'pkcs8' })),
    cipher.final(),
    cipher.getAuthTag(),
  ];
  return Buffer.concat(content).toString('base64');
}

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

function derive(pin: string, salt: Buffer): Promise<Buffer> {
  return scryptSecret(pin.normalize('NFKC'), salt, 32);
}
