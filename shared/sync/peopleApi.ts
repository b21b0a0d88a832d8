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
 * `keys`: what may sign for the person at this station (ECDSA P-256; SPKI, DER, base64). Private keys are
 * born at stations and never come here. `demo` is filled only by a central that runs the demo company.
 */
export const PeopleResponse = z.strictObject({
  people: z.array(z.strictObject({ person: Person, keys: z.array(z.string()) })),
  demo: z.array(z.strictObject({ personId: PersonId, pin: z.string() })).nullable(),
});
export type PeopleResponse = z.infer<typeof PeopleResponse>;
