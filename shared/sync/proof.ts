/**
 * How a station proves with each request that a token is its own: it signs (ECDSA P-256) what it
 * asks with a key that only it has. The first proof binds the key to the station; from then on
 * central takes no request of it without one.
 */
export const proofHeader = 'quayside-proof';
/** Central's time, where a proof was made too long ago or ahead: the station makes it again by this clock. */
export const proofTimeHeader = 'quayside-proof-time';

/** What a station says of itself: its version, the last number it sealed and its own time, “0.1.0 1234 1796038400000”. */
export const stationHeader = 'quayside-station';

/** Who is signed in where the request is made: their key signs the station's proof of it. */
export const personHeader = 'quayside-person';

export type Proof = {
  /** SPKI, DER, base64url. */
  readonly publicKey: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Good for one request. */
  readonly nonce: string;
  /** SHA-256 of the body, hex. */
  readonly bodyHash: string;
  /** IEEE P1363, base64url. */
  readonly signature: string;
};

export type ProvedRequest = Omit<Proof, 'publicKey' | 'signature'> & {
  readonly method: string;
  /** From `/central/` on, query included: what stands before it belongs to a proxy. */
  readonly path: string;
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string;
};

/** What is signed. */
export function provedText(request: ProvedRequest): string {
  const { method, path, bodyHash, time, nonce, tokenHash } = request;
  return ['quayside-proof-1', method, path, bodyHash, time, nonce, tokenHash].join('\n');
}

export function provedPath(url: string): string {
  return url.slice(Math.max(0, url.indexOf('/central/')));
}

export function writeProof(proof: Proof): string {
  const { publicKey, time, nonce, bodyHash, signature } = proof;
  return ['1', publicKey, time, nonce, bodyHash, signature].join('.');
}

/** null: no proof of this version. */
export function readProof(header: string): Proof | null {
  const found =
    /^1\.([\w-]{60,200})\.(\d{1,15})\.([\w-]{16,40})\.([0-9a-f]{64})\.([\w-]{60,120})$/.exec(
      header,
    );
  if (!found) return null;
  const [, publicKey = '', time, nonce = '', bodyHash = '', signature = ''] = found;
  return { publicKey, time: Number(time), nonce, bodyHash, signature };
}

export type PersonProof = {
  readonly personId: string;
  /** IEEE P1363, base64url. */
  readonly signature: string;
};

/** What a signed-in person signs: the station's own proof of the same request, which is good once. */
export function personProvedText(personId: string, stationProof: string): string {
  return ['quayside-person-1', personId, stationProof].join('\n');
}

export function writePersonProof({ personId, signature }: PersonProof): string {
  return `1.${signature}.${personId}`;
}

/** null: no proof of this version. */
export function readPersonProof(header: string): PersonProof | null {
  const found = /^1\.([\w-]{60,120})\.([\w.:-]{1,64})$/.exec(header);
  const [, signature, personId] = found ?? [];
  return signature === undefined || personId === undefined ? null : { signature, personId };
}
