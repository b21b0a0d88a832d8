/** A person comes to work at a station: their key is born there, and somebody vouches for it. */
import { z } from 'zod';
import { Instant } from '../facts/time.ts';
import { PersonId, StationId } from '../ids.ts';

/** SPKI of an ECDSA P-256 key, DER, base64. */
export const PublicKey = z.string().regex(/^[A-Za-z0-9+/]{60,180}={0,2}$/);
/** IEEE P1363, base64. */
const Signature = z.string().regex(/^[A-Za-z0-9+/]{60,120}={0,2}$/);

/**
 * Why central should believe that a key is this person's: a slip an administrator gave them, or another
 * key of theirs that central knows signed `joiningText`.
 */
export const Vouching = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('slip'), slip: z.string().min(6).max(40) }),
  z.object({ kind: z.literal('key'), publicKey: PublicKey, signature: Signature }),
]);
export type Vouching = z.infer<typeof Vouching>;

export const JoinRequest = z.object({
  publicKey: PublicKey,
  /** Of `joiningText`, by the key that joins: whoever brings it has it. */
  signature: Signature,
  vouching: Vouching,
});
export type JoinRequest = z.infer<typeof JoinRequest>;

/** What is signed: this key, for this person, at this station, and nowhere else. */
export function joiningText(joins: {
  readonly personId: string;
  readonly stationId: string;
  readonly publicKey: string;
}): string {
  return ['quayside-joining-1', joins.personId, joins.stationId, joins.publicKey].join('\n');
}

/**
 * PIN tries of one person at one station. Both only grow, so that whoever knows more is right, however
 * often it is told: `made` counts the tries, `cleared` says how many of them a right PIN or an
 * administrator forgave.
 */
export const PinTries = z.object({
  personId: PersonId,
  made: z.number().int().min(0).max(1_000_000),
  cleared: z.number().int().min(0).max(1_000_000),
});
export type PinTries = z.infer<typeof PinTries>;

/** A slip, shown once: central keeps only its hash. */
export const IssuedSlip = z.strictObject({
  slip: z.string(),
  /** To print as Code 128. */
  barcode: z.string(),
  goodUntil: Instant,
});

/** One signing key of a person, for whoever runs central. */
export const KnownKey = z.strictObject({
  publicKey: z.string(),
  /** Null: from before keys were born at stations; any station of the person's. */
  stationId: StationId.nullable(),
  since: Instant.nullable(),
  vouchedBy: z.string(),
  /** When it ends or ended; null: it is in use. */
  until: Instant.nullable(),
  why: z.enum(['left', 'replaced', 'compromised']).nullable(),
});
export type KnownKey = z.infer<typeof KnownKey>;
