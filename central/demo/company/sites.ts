import type { Site, SiteCalendar } from '../../../shared/facts/documents.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import { SiteId, StationId } from '../../../shared/ids.ts';
import { seedCalendar } from '../../calendars/seedCalendar.ts';

export type SiteKey = 'ewr' | 'flx' | 'sha';

/** Where `npm start` enrols the new station. */
export const mainSiteId = SiteId.parse('ewr');

export const sites: Readonly<Record<SiteKey, Site>> = {
  ewr: {
    id: mainSiteId,
    name: 'Newark Returns Centre',
    city: 'Newark, NJ',
    country: 'US',
    timeZone: 'America/New_York',
    docks: ['D1', 'D2', 'D3', 'D4'],
  },
  flx: {
    id: SiteId.parse('flx'),
    name: 'Felixstowe Returns Centre',
    city: 'Felixstowe',
    country: 'GB',
    timeZone: 'Europe/London',
    docks: ['North 1', 'North 2'],
  },
  sha: {
    id: SiteId.parse('sha'),
    name: 'Shanghai Waigaoqiao Returns Centre',
    city: 'Shanghai',
    country: 'CN',
    timeZone: 'Asia/Shanghai',
    docks: ['A1', 'A2', 'A3'],
  },
};

export const siteKeys = ['ewr', 'flx', 'sha'] as const satisfies readonly SiteKey[];

const holidaysOf: Readonly<Record<SiteKey, { country: string; region: string | null }>> = {
  ewr: { country: 'US', region: null },
  flx: { country: 'GB', region: 'ENG' },
  sha: { country: 'CN', region: null },
};

/** The calendar of a site from the year before `today` to the year after it. */
export function calendarOf(key: SiteKey, today: LocalDate): SiteCalendar {
  const year = Number(today.slice(0, 4));
  const site = sites[key];
  const seeded = seedCalendar({
    key: site.id,
    ...holidaysOf[key],
    timeZone: site.timeZone,
    fromYear: year - 1,
    toYear: year + 1,
    closures: key === 'ewr' ? yearEndStocktakings(year) : [],
  });
  if (!seeded.ok) throw new Error(`no calendar for ${key}: ${seeded.refusal.code}`);
  return seeded.value;
}

function yearEndStocktakings(year: number) {
  return [year - 1, year, year + 1].map((y) => ({
    date: `${y}-12-31`,
    name: 'Year-end stocktaking',
  }));
}

/** Stations that recorded the past. The station of `npm start` is a new one beside them. */
export type DemoStation = {
  readonly id: StationId;
  readonly siteId: SiteId;
  readonly name: string;
};

const station = (id: string, key: SiteKey, name: string): DemoStation => ({
  id: StationId.parse(id),
  siteId: sites[key].id,
  name,
});

export const stationsOf: Readonly<
  Record<SiteKey, { readonly dock: DemoStation; bench: DemoStation; desk: DemoStation }>
> = {
  ewr: {
    dock: station('ewr-dock-2', 'ewr', 'Dock door 2'),
    bench: station('ewr-bench-1', 'ewr', 'Inspection bench 1'),
    desk: station('ewr-desk-1', 'ewr', 'Returns office'),
  },
  flx: {
    dock: station('flx-dock-1', 'flx', 'North dock'),
    bench: station('flx-bench-1', 'flx', 'Inspection bench'),
    desk: station('flx-desk-1', 'flx', 'Returns office'),
  },
  sha: {
    dock: station('sha-dock-1', 'sha', '收货口 A1'),
    bench: station('sha-bench-1', 'sha', '检验台 1'),
    desk: station('sha-desk-1', 'sha', '退货办公室'),
  },
};
