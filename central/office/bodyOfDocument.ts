import type { Person, Site, SiteCalendar } from '../../shared/facts/documents.ts';
import type { PersonBody } from '../../shared/office/bodies/people.ts';
import type { CalendarBody, SiteBody } from '../../shared/office/bodies/place.ts';
import type { ExternalId, Reference, Source } from '../../shared/office/externalId.ts';
import { seedDays } from '../calendars/seedDays.ts';

/** What the office would have said of it, had it said it. */
export function bodyOfSite({ id: _id, docks, ...rest }: Site): SiteBody {
  return { ...rest, docks: [...docks] };
}

export function bodyOfPerson(
  { name, badge, roles }: Pick<Person, 'name' | 'badge' | 'roles'>,
  sites: readonly ExternalId[],
  source: Source,
): PersonBody {
  return { name, badge, roles: [...roles], sites: sites.map((site) => inShort(site, source)) };
}

/** Public holidays come from the country; only what somebody added is said. */
export function bodyOfCalendar(
  calendar: SiteCalendar,
  site: ExternalId,
  source: Source,
): CalendarBody {
  const { seed, closures, holidays, weekendDays, validFrom, validUntil } = calendar;
  const [fromYear, untilYear] = [Number(validFrom.slice(0, 4)), Number(validUntil.slice(0, 4))];
  const seeded = seed ? seedDays(seed, fromYear, untilYear) : null;
  const given = new Set(seeded?.ok ? seeded.value.extraWorkingDays.map(({ date }) => date) : []);
  return {
    site: inShort(site, source),
    ...(seed ? { ...seed } : { weekendDays: [...weekendDays], holidays: holidays.map(named) }),
    closures: closures.map(named),
    extraWorkingDays: calendar.extraWorkingDays.filter(({ date }) => !given.has(date)).map(named),
    fromYear,
    untilYear,
  };
}

/** By its id alone where it comes from the same source. */
function inShort(site: ExternalId, source: Source): Reference {
  return site.source === source ? site.id : site;
}

function named({ date, name }: { readonly date: string; readonly name: string }) {
  return { date, name };
}
