import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { z } from 'zod';
import { provedText, writeProof } from '../../../shared/sync/proof.ts';
import type { Vault } from '../machine/vault.ts';

const KeptKey = z.object({ pkcs8: z.string() });

/** This station's own key. It is born here, lies under the keyring, and no page or answer ever names it. */
export async function openStationKey(vault: Vault): Promise<KeyObject> {
  const kept = await vault.read('stationKey', KeptKey);
  if (kept !== null)
    return createPrivateKey({
      key: Buffer.from(kept.pkcs8, 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
  const key = newStationKey();
  const pkcs8 = key.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  await vault.write('stationKey', { pkcs8 } satisfies z.infer<typeof KeptKey>);
  return key;
}

export function newStationKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

/** The header that says: this request, with this token, by whoever holds this key, now. */
export function proveRequest(
  key: KeyObject,
  request: {
    readonly method: string;
    readonly path: string;
    readonly body: string | Uint8Array;
    readonly token: string;
    readonly time: number;
  },
): string {
  const { method, path, body, token, time } = request;
  const said = { bodyHash: sha256(body), time, nonce: randomBytes(16).toString('base64url') };
  const text = provedText({ method, path, tokenHash: sha256(token), ...said });
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return writeProof({
    ...said,
    publicKey: publicKey.toString('base64url'),
    signature: signature.toString('base64url'),
  });
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
