import { createPublicKey, verify } from 'node:crypto';

/** Did the holder of this key (ECDSA P-256; SPKI, DER, base64) sign the text? (IEEE P1363) */
export function isSigned(
  text: string,
  by: {
    readonly publicKey: string;
    readonly signature: string;
    readonly coded: 'base64' | 'base64url';
  },
): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(by.publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    });
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return false;
    return verify(
      'sha256',
      Buffer.from(text),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(by.signature, by.coded),
    );
  } catch {
    return false;
  }
}
