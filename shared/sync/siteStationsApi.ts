import { z } from 'zod';
import { Instant } from '../facts/time.ts';

export const mostSiteStations = 50;

/** What the other stations of a site have not sent, as each said at its last contact. */
export const SiteStations = z.strictObject({
  /** When central told it. */
  time: Instant,
  /** Those heard from longest ago first. */
  stations: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        lastContactAt: Instant.nullable(),
        /** Records; null: it never said. */
        unsent: z.number().int().min(0).nullable(),
      }),
    )
    .max(mostSiteStations),
  /** How many more there are. */
  more: z.number().int().min(0),
});
export type SiteStations = z.infer<typeof SiteStations>;
