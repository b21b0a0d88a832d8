import { createPublicKey, verify } from 'node:crypto';
import { type Proof, provedText } from '../../shared/sync/proof.ts';

export type ProofStanding = 'proved' | 'stale' | 'replayed' | 'wrong';

type Checked = {
  readonly proof: Proof;
  readonly method: string;
  readonly path: string;
  readonly tokenHash: string;
};

/** Between what a proof says and central's clock: stations learn how far theirs is off. */
const windowMs = 60_000;

/** Looks at proofs; remembers, as long as a proof could be taken, which were shown here. */
export function checkProofs(now: () => Date): (asked: Checked) => ProofStanding {
  let [seen, seenBefore] = [new Set<string>(), new Set<string>()];
  let began = now().getTime();

  function isFirst(nonce: string, at: number): boolean {
    // What a whole double window ago was shown is stale by now.
    if (at - began > 2 * windowMs || at < began) {
      [seenBefore, seen] = [seen, new Set()];
      began = at;
    }
    if (seen.has(nonce) || seenBefore.has(nonce)) return false;
    seen.add(nonce);
    return true;
  }

  return ({ proof, ...request }) => {
    if (!isSigned({ proof, ...request })) return 'wrong';
    const at = now().getTime();
    if (Math.abs(at - proof.time) > windowMs) return 'stale';
    return isFirst(`${proof.publicKey}.${proof.nonce}`, at) ? 'proved' : 'replayed';
  };
}

function isSigned({ proof, ...request }: Checked): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(proof.publicKey, 'base64url'),
      format: 'der',
      type: 'spki',
    });
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return false;
    return verify(
      'sha256',
      Buffer.from(provedText({ ...proof, ...request })),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(proof.signature, 'base64url'),
    );
  } catch {
    return false;
  }
}
