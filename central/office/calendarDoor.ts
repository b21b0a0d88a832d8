import { claimsOf } from '../../shared/office/admit/claims.ts';
import { ownIdOf, ownSource } from '../../shared/office/externalId.ts';
import type { Result } from '../../shared/result.ts';
import type { GiveCalendar, GivenCalendar } from '../../shared/sync/calendarApi.ts';
import { type GiveRefusal, giveCalendar } from '../calendars/calendarRows.ts';
import type { Rows } from '../database/rows.ts';
import { documentOf } from '../documents/documentRows.ts';
import { namesOfSites } from './adoptRows.ts';
import { bodyOfCalendar } from './bodyOfDocument.ts';
import { holdersOf, keepRecords, lockOffice, recordsOf } from './recordRows.ts';

/**
 * A calendar by the administrators' door, which may show first what would become of it. What it came to
 * is what the office has on record; calendars of countries are nobody's site's, and have no record.
 */
export async function giveCalendarByName(
  rows: Rows,
  siteId: string,
  wish: GiveCalendar & { readonly by: string },
  now: Date,
): Promise<Result<GivenCalendar, GiveRefusal>> {
  await lockOffice(rows);
  const given = await giveCalendar(rows, siteId, wish, now);
  if (!given.ok || !given.value.saved) return given;
  const [site] = await namesOfSites(rows, [siteId]);
  if (site === undefined || (await documentOf(rows, 'sites', siteId)) === null) return given;
  const kind = 'calendars';
  const holder = (await holdersOf(rows, [`calendar of ${siteId}`])).get(`calendar of ${siteId}`);
  const fresh = { source: ownSource, id: siteId };
  const ownId = holder ?? ownIdOf(kind, fresh);
  const [before] = await recordsOf(rows, [{ kind, ownId }]);
  const externalId = before?.externalId ?? fresh;
  const body = bodyOfCalendar(given.value.calendar, site, externalId.source);
  await keepRecords(rows, [
    {
      record: {
        kind,
        externalId,
        ownId,
        version: (before?.version ?? 0) + 1,
        body,
        state: 'current',
        changedAt: now.toISOString(),
        changedBy: wish.by,
        changedById: null,
      },
      outcome: before ? 'updated' : 'created',
      reason: wish.why,
      claims: claimsOf(kind, body, externalId.source),
    },
  ]);
  return given;
}
