import type { FastifyInstance } from 'fastify';
import { calendarEnd } from '../../shared/deadlines/calendarEnd.ts';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import { everyCalendar, type GiveRefusal } from '../calendars/calendarRows.ts';
import { calendarYear } from '../calendars/calendarYear.ts';
import { whyNotGiven } from '../calendars/whyNotGiven.ts';
import { documentOf } from '../documents/documentRows.ts';
import { actingAs } from '../http/adminGate.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { serveRoute } from '../http/serveRoute.ts';
import { giveCalendarByName } from '../office/calendarDoor.ts';
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
    const given = await database.write((rows) => giveCalendarByName(rows, params.key, wish, now()));
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
  const { field, message } = whyNotGiven(refusal);
  return new ApiRefusal(refusal.code === 'unknownKey' ? 'notFound' : 'badRequest', message, field);
}
