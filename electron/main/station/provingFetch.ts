import { type KeyObject, sign } from 'node:crypto';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import {
  personHeader,
  personProvedText,
  proofHeader,
  proofTimeHeader,
  provedPath,
  stationHeader,
  writePersonProof,
} from '../../../shared/sync/proof.ts';
import type { Signer } from '../people/people.ts';
import type { Fetch } from './callCentral.ts';
import { proveRequest } from './stationKey.ts';

/** Whatever goes to central with a token goes with a proof that the token is this station's. */
export function provingFetch(
  fetch: Fetch,
  key: KeyObject,
  now: () => number,
  signedIn: () => Signer | null = () => null,
  /** What the station says of itself: `stationHeader`. */
  tells: () => string | null = () => null,
): Fetch {
  /** How far central's clock is ahead of ours, as far as it told. */
  let aheadMs = 0;
  return async (address, init) => {
    const headers = new Headers(init.headers);
    const [, token] = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '') ?? [];
    if (token === undefined) return await fetch(address, init);
    const { pathname, search } = new URL(address);
    const said = tells();
    const path = provedPath(`${pathname}${search}`);
    const send = () => {
      const proof = proveRequest(key, {
        method: init.method ?? 'GET',
        path,
        body: bytesOf(init.body),
        token,
        time: now() + aheadMs,
      });
      return fetch(address, {
        ...init,
        headers: {
          ...Object.fromEntries(headers),
          [proofHeader]: proof,
          ...(said === null ? {} : { [stationHeader]: said }),
          ...(asksForPerson.includes(path) ? personProofOf(signedIn(), proof) : {}),
        },
      });
    };
    const first = await send();
    const theirs = Number(first.headers.get(proofTimeHeader) ?? Number.NaN);
    if (first.status !== 401 || !Number.isSafeInteger(theirs)) return first;
    await first.body?.cancel();
    aheadMs = theirs - now();
    return await send();
  };
}

const asksForPerson: readonly string[] = Object.values(centralApi).flatMap((route) =>
  'role' in route ? [route.path] : [],
);

function personProofOf(signer: Signer | null, proof: string): Record<string, string> {
  if (signer === null) return {};
  const { personId } = signer.person;
  const text = Buffer.from(personProvedText(personId, proof));
  const signature = sign('sha256', text, { key: signer.key, dsaEncoding: 'ieee-p1363' });
  return {
    [personHeader]: writePersonProof({ personId, signature: signature.toString('base64url') }),
  };
}

/** Nothing here streams a body out: central is asked with text or whole bytes. */
function bytesOf(body: RequestInit['body']): string | Uint8Array {
  if (body === null || body === undefined) return '';
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  throw new Error('Only text and bytes are proved');
}
