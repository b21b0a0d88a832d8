import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { type CalendarEnd, calendarEnd } from '../../../shared/deadlines/calendarEnd.ts';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import { skewLimitMs } from '../../../shared/deadlines/plausibleTime.ts';
import type { Instant } from '../../../shared/facts/time.ts';
import { stationValues } from '../../storage/meta.ts';
import { readTogether } from '../../storage/readTogether.ts';
import type { StationValues } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useNow, useStationDatabase } from '../StationStorage.tsx';
import { unlessSame } from '../unlessSame.ts';
import { useWaitingPhotos, type WaitingPhotos, waitingPhotos } from './waitingPhotos.ts';

export type StationSummary = {
  readonly unsent: number;
  readonly oldestUnsentAt: Instant | null;
  /** Refusals nobody has seen to yet. */
  readonly refused: number;
  readonly photosWaiting: WaitingPhotos & {
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

/**
 * The station's values change with every part of a page of the feed, and hardly ever in what is said
 * of them: they are watched apart from what takes six questions, and nothing is drawn for the rest. So
 * are the photos that wait: after a day offline they are a thousand, and no scan is about them.
 */
export function useStationSummary(siteId: string | null = null): StationSummary | undefined {
  const db = useStationDatabase();
  const now = useNow();
  const [same] = useState(() => ({
    values: unlessSame<Values>(),
    counts: unlessSame<Counts>(),
  }));
  const values = useLiveQuery(async () => same.values(valuesIn(await stationValues(db))), [db]);
  const counts = useLiveQuery(
    async () =>
      same.counts(await readTogether(db, counted, async () => await countsOf(db, siteId, now))),
    [db, siteId, now],
  );
  const photos = useWaitingPhotos();
  return useMemo(
    () => values && counts && photos && summaryOf(counts, photos, values),
    [counts, photos, values],
  );
}

export async function stationSummary(
  db: StationDatabase,
  siteId: string | null = null,
  now = 0,
): Promise<StationSummary> {
  return await readTogether(db, ['meta', 'photos', ...counted], async () => {
    const [counts, photos, values] = await Promise.all([
      countsOf(db, siteId, now),
      waitingPhotos(db),
      stationValues(db),
    ]);
    return summaryOf(counts, photos, valuesIn(values));
  });
}

const counted = ['outbox', 'refused', 'sites', 'calendars'] as const;

type Counts = Pick<StationSummary, 'unsent' | 'oldestUnsentAt' | 'refused' | 'calendar'>;

async function countsOf(db: StationDatabase, siteId: string | null, now: number): Promise<Counts> {
  const [unsent, oldest, refused] = await Promise.all([
    db.outbox.count(),
    db.outbox.orderBy('sequence').first(),
    db.refused.filter((r) => r.seenAt === null).count(),
  ]);
  return {
    unsent,
    oldestUnsentAt: oldest?.savedAt ?? null,
    refused,
    calendar: siteId === null ? null : await calendarEndOf(db, siteId, now),
  };
}

type Values = Required<Pick<StationValues, 'photosPaused'>> & {
  readonly photoCap: number | null;
  readonly lastContact: Instant | null;
  readonly offsetMs: number | null;
  readonly unread: number;
};

function valuesIn(values: Partial<StationValues>): Values {
  const { photosPaused = false, photoCap = null, lastContact = null, offsetMs = null } = values;
  return { photosPaused, photoCap, lastContact, offsetMs, unread: values.unread?.changes ?? 0 };
}

function summaryOf(counts: Counts, photos: WaitingPhotos, values: Values): StationSummary {
  const { photosPaused, photoCap, lastContact, offsetMs, unread } = values;
  return {
    ...counts,
    photosWaiting: { ...photos, paused: photosPaused, mostPerSecond: photoCap },
    unread,
    lastContactAt: lastContact,
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
