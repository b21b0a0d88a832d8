/** Part of the contract with central: its stations, for administrators. */
import { z } from 'zod';
import { Instant } from '../facts/time.ts';

export const adminStationsApi = {
  everyStation: {
    method: 'GET',
    path: '/central/admin/stations',
    auth: 'admin',
    scope: 'read',
    response: z.strictObject({
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
          hasProvedKey: z.boolean(),
        }),
      ),
    }),
    says: 'Every station: when it was heard last, its version, and what it had not sent then.',
  },
} as const;
