import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type JoinRequest, joiningText } from '../../../shared/sync/joiningApi.ts';

type Pair = { readonly privateKey: KeyObject; readonly publicKey: string };

/** A key as it is born at a station. */
export function aKeyPair(): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    privateKey,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}

export const signedBy = (text: string, key: KeyObject) =>
  sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64');

/** What a station sends when a person joins there; `by`: the slip, or the other key of theirs. */
export function aJoining(
  of: { readonly personId: string; readonly stationId: string },
  born: Pair,
  by: string | Pair,
): JoinRequest {
  const { publicKey } = born;
  const text = joiningText({ ...of, publicKey });
  return {
    publicKey,
    signature: signedBy(text, born.privateKey),
    vouching:
      typeof by === 'string'
        ? { kind: 'slip', slip: by }
        : { kind: 'key', publicKey: by.publicKey, signature: signedBy(text, by.privateKey) },
  };
}
