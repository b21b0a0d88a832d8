/** Part of the contract with central: its stations, for administrators. */
import { z } from 'zod';
import { SpokenLanguage } from '../facts/catalogue.ts';
import { Instant } from '../facts/time.ts';
import { SiteId } from '../ids.ts';
import { By } from './adminApi.ts';

export const SiteToChoose = z.strictObject({
  id: z.string(),
  name: z.string(),
  city: z.string(),
  country: z.string(),
  /** What is spoken there; empty: whatever we speak. */
  languages: z.array(SpokenLanguage),
});

/** So many people or stations are answered at once. */
export const mostPerPage = 500;

/** `cursor`: as the page before said it. */
export const PageQuery = z.strictObject({
  cursor: z.string().min(1).max(64).optional(),
  limit: z.coerce.number().int().min(1).max(mostPerPage).default(mostPerPage),
});

export const adminStationsApi = {
  everyStation: {
    method: 'GET',
    path: '/central/admin/stations',
    auth: 'admin',
    scope: 'read',
    query: PageQuery,
    response: z.strictObject({
      /** For the page behind this one; null: this was the last. */
      cursor: z.string().nullable(),
      stations: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          siteId: z.string(),
          /** Of central and the station: the same as its screen shows. */
          fingerprint: z.string(),
          enrolledAt: Instant,
          revokedAt: Instant.nullable(),
          lastContactAt: Instant.nullable(),
          /** Null: it never said, as earlier versions did not. */
          version: z.string().nullable(),
          unsent: z.number().int().nullable(),
          /** How far its clock was ahead of central's then. */
          clockSkewMs: z.number().int().nullable(),
          hasProvedKey: z.boolean(),
        }),
      ),
      sites: z.array(SiteToChoose),
    }),
    says: 'Every station: when it was heard last, its version, and what it had not sent then.',
  },
  enrolmentCode: {
    method: 'POST',
    path: '/central/admin/enrolment-codes',
    auth: 'admin',
    scope: 'enrol',
    body: z.strictObject({ siteId: SiteId }),
    response: z.strictObject({
      code: z.string(),
      goodUntil: Instant,
      /** For whose clock is not central's. */
      goodForSeconds: z.number().int(),
    }),
    says: 'A one-time enrolment code for a site.',
  },
  revokeStation: {
    method: 'POST',
    path: '/central/admin/stations/:id/revoke',
    auth: 'admin',
    scope: 'enrol',
    params: z.strictObject({ id: z.string() }),
    body: z
      .strictObject({ by: By, reason: z.string().trim().min(1).max(500).optional() })
      .nullish(),
    response: z.strictObject({ revoked: z.literal(true) }),
    says: 'Refuses the station from now on.',
  },
} as const;
