/** A station comes to central, and gets the people of its site with their keys. */
import { z } from 'zod';
import { Person } from '../facts/documents.ts';
import { PersonId, SiteId, StationId } from '../ids.ts';

export const EnrolRequest = z.object({
  code: z.string().min(6).max(40),
  stationName: z.string().min(1).max(60),
});
export const EnrolledStation = z.strictObject({
  stationId: StationId,
  siteId: SiteId,
  siteName: z.string(),
  token: z.string(),
  /** Shown on both screens: first 16 hex digits of SHA-256 of central's id and the station's id. */
  fingerprint: z.string(),
});
export type EnrolledStation = z.infer<typeof EnrolledStation>;

/**
 * Key material of one person, for the main process only. `wrappedKey` is the PKCS#8 private key
 * (ECDSA P-256) under AES-256-GCM (iv ‖ ciphertext ‖ tag, base64) with a key derived from the PIN
 * by scrypt (N = 2^17, r = 8, p = 1, 32 bytes) over `salt` (base64).
 */
export const PersonKey = z.strictObject({
  personId: PersonId,
  publicKey: z.string(),
  wrappedKey: z.string(),
  salt: z.string(),
});
export type PersonKey = z.infer<typeof PersonKey>;

/** `demo` is filled only by a central that runs the demo company. */
export const PeopleResponse = z.strictObject({
  people: z.array(z.strictObject({ person: Person, key: PersonKey })),
  demo: z.array(z.strictObject({ personId: PersonId, pin: z.string() })).nullable(),
});
export type PeopleResponse = z.infer<typeof PeopleResponse>;
