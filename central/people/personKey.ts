import {
  createCipheriv,
  createHash,
  generateKeyPair,
  type KeyObject,
  randomBytes,
  scrypt,
  sign,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { PersonId } from '../../shared/ids.ts';
import { canonicalJson } from '../../shared/sync/canonicalJson.ts';
import type { PersonKey } from '../../shared/sync/centralApi.ts';
import type { Command } from '../../shared/sync/command.ts';

const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

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

/** PKCS#8 under AES-256-GCM, iv ‖ ciphertext ‖ tag in base64; the key is scrypt of the PIN (NFKC). */
async function wrapKey(privateKey: KeyObject, pin: string, salt: Buffer): Promise<string> {
  const secret = await deriveSecret(pin, salt);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, iv);
  const content = [
    iv,
    cipher.update(privateKey.export({ format: 'der', type: 'pkcs8' })),
    cipher.final(),
    cipher.getAuthTag(),
  ];
  return Buffer.concat(content).toString('base64');
}

/** SHA-256 of the canonical command without `hash` and `signature`, in hex. */
export function commandHash(command: Readonly<Record<string, unknown>>): string {
  const { hash: _hash, signature: _signature, ...content } = command;
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Numbers, chains and signs a command as a station does. */
export function sealCommand(
  content: Omit<Command, 'hash' | 'signature'>,
  privateKey: KeyObject,
): Command {
  const hash = commandHash(content);
  const signature = sign('sha256', Buffer.from(hash, 'hex'), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return { ...content, hash, signature: signature.toString('base64') };
}

function deriveSecret(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFKC'), salt, 32, cost, (failure, secret) => {
      if (failure) reject(failure);
      else resolve(secret);
    });
  });
}
