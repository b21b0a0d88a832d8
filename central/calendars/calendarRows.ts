import { and, eq } from 'drizzle-orm';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import type { Site, SiteCalendar } from '../../shared/facts/documents.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { GiveCalendar, GivenCalendar } from '../../shared/sync/calendarApi.ts';
import type { Rows } from '../database/rows.ts';
import { audit, documents } from '../database/schema.ts';
import { documentOf, everyDocument, putDocument } from '../documents/documentRows.ts';
import { type ReviseRefusal, reviseCalendar } from './reviseCalendar.ts';

export type GiveRefusal =
  | ReviseRefusal
  | { readonly code: 'unknownKey' }
  /** `country:DE-BY` is Bavaria's, whatever else is wished. */
  | { readonly code: 'otherCountry'; readonly country: string; readonly region: string | null };

/** Saves the next version of a calendar, tells every station, and keeps who did it and why. */
export async function giveCalendar(
  rows: Rows,
  key: string,
  wish: GiveCalendar,
  now: Date,
): Promise<Result<GivenCalendar, GiveRefusal>> {
  const place = placeOf(key);
  const site = place === null ? await documentOf(rows, 'sites', key) : null;
  if (place === null && site === null) return refuse({ code: 'unknownKey' });
  if (place !== null && isElsewhere(wish, place)) return refuse({ code: 'otherCountry', ...place });
  // Two administrators at once: the second one sees what the first one made.
  await rows
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.collection, 'calendars'), eq(documents.id, key)))
    .for('update');
  const timeZone = site?.timeZone ?? 'UTC';
  const revised = reviseCalendar({
    key,
    old: await documentOf(rows, 'calendars', key),
    timeZone,
    today: localDateOf(now.toISOString(), timeZone),
    wish: place === null ? wish : { ...wish, ...place },
  });
  if (!revised.ok) return revised;
  const { calendar, changed, leftOut, isSame } = revised.value;
  const saved = !isSame && wish.dryRun !== true;
  if (saved) {
    await putDocument(rows, { collection: 'calendars', body: calendar });
    await rows.insert(audit).values({
      at: now,
      actor: `admin: ${wish.by}`,
      verb: 'give calendar',
      object: key,
      detail: {
        version: calendar.version,
        validFrom: calendar.validFrom,
        validUntil: calendar.validUntil,
        seed: calendar.seed ?? null,
        changed: [...changed],
        why: wish.why,
      },
    });
  }
  return accept({ calendar, changed: [...changed], leftOut: [...leftOut], saved });
}

/** Every site with its calendar, or null where it has none; then those of countries. */
export async function everyCalendar(rows: Rows): Promise<
  readonly {
    readonly key: string;
    readonly site: Site | null;
    readonly calendar: SiteCalendar | null;
  }[]
> {
  const [sites, calendars] = [
    await everyDocument(rows, 'sites'),
    await everyDocument(rows, 'calendars'),
  ];
  const ofSites = sites
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((site) => ({
      key: site.id as string,
      site,
      calendar: calendars.find(({ siteId }) => siteId === site.id) ?? null,
    }));
  const rest = calendars.filter(({ siteId }) => !sites.some(({ id }) => id === siteId));
  return [
    ...ofSites,
    ...rest
      .toSorted((a, b) => (a.siteId < b.siteId ? -1 : 1))
      .map((calendar) => ({ key: calendar.siteId as string, site: null, calendar })),
  ];
}

/** The country and region a key without a site is about; null for a site's. */
function placeOf(key: string): { country: string; region: string | null } | null {
  const named = /^country:([A-Z]{2})(?:-([A-Za-z0-9-]{1,20}))?$/.exec(key);
  return named ? { country: named[1] ?? '', region: named[2] ?? null } : null;
}

function isElsewhere(
  { country, region }: GiveCalendar,
  place: { country: string; region: string | null },
): boolean {
  return (
    (country !== undefined && country !== place.country) ||
    (region !== undefined && region !== place.region)
  );
}
