import type { FastifyInstance } from 'fastify';
import { calendarEnd } from '../../shared/deadlines/calendarEnd.ts';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import { assertNever } from '../../shared/result.ts';
import { everyCalendar, type GiveRefusal, giveCalendar } from '../calendars/calendarRows.ts';
import { calendarYear } from '../calendars/calendarYear.ts';
import { documentOf } from '../documents/documentRows.ts';
import { actingAs } from '../http/adminGate.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { serveRoute } from '../http/serveRoute.ts';
import type { Central } from './central.ts';

/** How a site gets its calendar, and how one looks at it. */
export function calendarRoutes(app: FastifyInstance, central: Central): void {
  const { database, gates, now } = central;

  serveRoute(app, 'calendars', gates, async () => {
    const time = now().toISOString();
    const found = await everyCalendar(database.rows);
    return {
      calendars: found.map(({ key, site, calendar }) => {
        const end = calendarEnd(calendar, localDateOf(time, calendar?.timeZone ?? 'UTC'));
        const seed = calendar?.seed;
        return {
          key,
          siteName: site?.name ?? null,
          version: calendar?.version ?? null,
          validFrom: calendar?.validFrom ?? null,
          validUntil: calendar?.validUntil ?? null,
          daysLeft: end.kind === 'missing' ? null : end.daysLeft,
          seed: seed
            ? seed.region === null
              ? seed.country
              : `${seed.country}-${seed.region}`
            : null,
        };
      }),
      time,
    };
  });

  serveRoute(app, 'giveCalendar', gates, async ({ params, body, admin, request }) => {
    const by = actingAs(admin, body.by);
    const wish = { ...body, by };
    const given = await database.write((rows) => giveCalendar(rows, params.key, wish, now()));
    if (!given.ok) throw notGiven(given.refusal);
    const { calendar, changed, saved } = given.value;
    if (saved)
      request.log.warn(
        { calendar: params.key, version: calendar.version, changed: changed.length, by },
        'calendar given',
      );
    return given.value;
  });

  serveRoute(app, 'calendarYear', gates, async ({ params }) => {
    const calendar = await documentOf(database.rows, 'calendars', params.key);
    if (!calendar) throw new ApiRefusal('notFound', `There is no calendar ${params.key}`, 'key');
    return calendarYear(calendar, params.year);
  });
}

function notGiven(refusal: GiveRefusal): ApiRefusal {
  const bad = (message: string, field: string) => new ApiRefusal('badRequest', message, field);
  switch (refusal.code) {
    case 'unknownKey':
      return new ApiRefusal('notFound', 'No such site, and no country like country:DE-BY', 'key');
    case 'otherCountry':
      return bad('This calendar belongs to the country and region in its key', 'country');
    case 'noHolidayData':
      return bad(
        `Nobody has collected the public holidays of ${nameOf(refusal.country)}. Give the calendar without a country, with its weekend days and its holidays (as a list or an iCalendar file)`,
        'country',
      );
    case 'unknownRegion':
      return bad(
        `${nameOf(refusal.country)} has no region ${refusal.region}; known are ${refusal.known.slice(0, 80).join(', ') || 'none'}`,
        'region',
      );
    case 'nothingToBeginWith':
      return bad('A first calendar needs a country, or weekend days and holidays', 'country');
    case 'holidaysComeFromCountry':
      return bad('Holidays come from the country; give own days off as closures', 'holidays');
    case 'weekendStays':
      return bad(
        `The weekend (${refusal.weekendDays.join(', ')}) stays, because past deadlines rest on it; give single days as extra working days or closures`,
        'weekendDays',
      );
    case 'yearsBackwards':
      return bad('The last year lies before the first', 'untilYear');
    case 'yearWithoutHolidays':
      return bad(`No holiday is given for ${refusal.year}; "none" is not guessed`, 'holidays');
    case 'unreadableIcs':
      return bad(`The iCalendar file cannot be read: ${refusal.why}`, 'ics');
    default:
      return assertNever(refusal);
  }
}

function nameOf(country: string): string {
  const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(country);
  return name === undefined ? country : `${name} (${country})`;
}
