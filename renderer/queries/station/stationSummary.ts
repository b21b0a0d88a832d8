import { useLiveQuery } from 'dexie-react-hooks';
import { type CalendarEnd, calendarEnd } from '../../../shared/deadlines/calendarEnd.ts';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import { skewLimitMs } from '../../../shared/deadlines/plausibleTime.ts';
import type { Instant } from '../../../shared/facts/time.ts';
import { stationValues } from '../../storage/meta.ts';
import { readTogether } from '../../storage/readTogether.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useNow, useStationDatabase } from '../StationStorage.tsx';

export type StationSummary = {
  readonly unsent: number;
  readonly oldestUnsentAt: Instant | null;
  /** Refusals nobody has seen to yet. */
  readonly refused: number;
  readonly photosWaiting: {
    readonly count: number;
    readonly bytes: number;
    readonly sentBytes: number;
    readonly paused: boolean;
    /** Bits per second; null: as fast as the line goes. */
    readonly mostPerSecond: number | null;
  };
  /** Changes of a newer central that this build cannot read. */
  readonly unread: number;
  readonly lastContactAt: Instant | null;
  /** Central's clock minus ours at the last contact; `flagged` beyond two minutes. */
  /** How far the calendar of the station's site still reaches; null before the site is known. */
  readonly calendar: CalendarEnd | null;
  readonly clock: { readonly offsetMs: number | null; readonly flagged: boolean };
};

export function useStationSummary(siteId: string | null = null): StationSummary | undefined {
  const db = useStationDatabase();
  const now = useNow();
  return useLiveQuery(() => stationSummary(db, siteId, now), [db, siteId, now]);
}

export async function stationSummary(
  db: StationDatabase,
  siteId: string | null = null,
  now = 0,
): Promise<StationSummary> {
  return await readTogether(db, tables, async () => await readSummary(db, siteId, now));
}

const tables = ['outbox', 'refused', 'photos', 'meta', 'sites', 'calendars'] as const;

async function readSummary(
  db: StationDatabase,
  siteId: string | null,
  now: number,
): Promise<StationSummary> {
  const [unsent, oldest, refused, photos, values] = await Promise.all([
    db.outbox.count(),
    db.outbox.orderBy('sequence').first(),
    db.refused.filter((r) => r.seenAt === null).count(),
    db.photos.where('[state+dueBefore]').between(['waiting', ''], ['waiting', '\uffff']).toArray(),
    stationValues(db),
  ]);
  const { photosPaused = false, photoCap = null, lastContact = null, offsetMs = null } = values;
  return {
    unsent,
    oldestUnsentAt: oldest?.savedAt ?? null,
    refused,
    photosWaiting: {
      count: photos.length,
      bytes: photos.reduce((sum, p) => sum + p.bytes, 0),
      sentBytes: photos.reduce((sum, p) => sum + p.sentBytes, 0),
      paused: photosPaused,
      mostPerSecond: photoCap,
    },
    unread: values.unread?.changes ?? 0,
    lastContactAt: lastContact,
    calendar: siteId === null ? null : await calendarEndOf(db, siteId, now),
    clock: { offsetMs, flagged: offsetMs !== null && Math.abs(offsetMs) > skewLimitMs },
  };
}

async function calendarEndOf(
  db: StationDatabase,
  siteId: string,
  now: number,
): Promise<CalendarEnd | null> {
  const [site, calendar] = await Promise.all([
    db.sites.get(siteId),
    db.calendars.where('siteId').equals(siteId).first(),
  ]);
  if (!site) return null;
  return calendarEnd(calendar ?? null, localDateOf(new Date(now).toISOString(), site.timeZone));
}
