import { SiteCalendar } from '../../shared/facts/documents.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { NamedDay } from './namedDays.ts';
import type { Seed } from './seed.ts';
import { type SeedRefusal, seedDays } from './seedDays.ts';

export type CalendarWish = Seed & {
  /** The site's id, or `country:DE-BY` for a calendar without a site. */
  readonly key: string;
  readonly timeZone: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly closures?: readonly NamedDay[];
};

/** A first calendar, from the public holidays of a country and region. Refusals as `seedDays`. */
export function seedCalendar(wish: CalendarWish): Result<SiteCalendar, SeedRefusal> {
  const { country, region, fromYear, toYear } = wish;
  const seeded = seedDays({ country, region }, fromYear, toYear);
  if (!seeded.ok) return seeded;
  const { weekendDays, holidays, extraWorkingDays, unpublished } = seeded.value;
  return accept(
    SiteCalendar.parse({
      siteId: wish.key,
      version: 1,
      timeZone: wish.timeZone,
      weekendDays,
      holidays,
      closures: wish.closures ?? [],
      extraWorkingDays,
      validFrom: `${fromYear}-01-01`,
      validUntil: `${toYear}-12-31`,
      unpublished,
      seed: { country, region },
    }),
  );
}
