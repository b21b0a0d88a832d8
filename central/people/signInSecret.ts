import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { scryptSecret } from '../../shared/node/scryptSecret.ts';

/** The secret of the second factor under a key made of the passphrase: whoever reads the table has neither. */
export type SealedSecret = { readonly salt: string; readonly sealed: string };

const cipher = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

export async function sealSecret(passphrase: string, secret: Buffer): Promise<SealedSecret> {
  const [salt, iv] = [randomBytes(32), randomBytes(ivBytes)];
  const sealing = createCipheriv(cipher, await keyOf(passphrase, salt), iv);
  const sealed = Buffer.concat([iv, sealing.update(secret), sealing.final(), sealing.getAuthTag()]);
  return { salt: salt.toString('base64'), sealed: sealed.toString('base64') };
}

/** Null: not the passphrase it was sealed with. */
export async function openSecret(passphrase: string, kept: SealedSecret): Promise<Buffer | null> {
  const sealed = Buffer.from(kept.sealed, 'base64');
  const key = await keyOf(passphrase, Buffer.from(kept.salt, 'base64'));
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, ivBytes));
  opening.setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([opening.update(sealed.subarray(ivBytes, -tagBytes)), opening.final()]);
  } catch {
    return null;
  }
}

/** Takes as long where there is nobody of a name: an answer's time tells nothing. */
export const nobodysSecret: SealedSecret = {
  salt: randomBytes(32).toString('base64'),
  sealed: randomBytes(ivBytes + 20 + tagBytes).toString('base64'),
};

function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  return scryptSecret(passphrase.normalize('NFKC'), salt, 32);
}
