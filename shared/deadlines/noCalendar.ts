import type { SiteCalendar } from '../facts/documents.ts';
import { SiteId } from '../ids.ts';

/** Stands in for the calendar of a site that has none: no day can be counted by it. */
export function noCalendar(siteId: string): SiteCalendar {
  return {
    siteId: SiteId.parse(siteId),
    version: 0,
    timeZone: 'UTC',
    weekendDays: [],
    holidays: [],
    closures: [],
    extraWorkingDays: [],
    validFrom: '9999-12-31',
    validUntil: '1970-01-01',
  };
}
