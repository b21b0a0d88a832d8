import { useLiveQuery } from 'dexie-react-hooks';
import { skewLimitMs } from '../../shared/deadlines/plausibleTime.ts';
import type { Instant } from '../../shared/returns/time.ts';
import { stationValues } from '../storage/meta.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { useStationDatabase } from './StationStorage.tsx';

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
  readonly clock: { readonly offsetMs: number | null; readonly flagged: boolean };
};

export function useStationSummary(): StationSummary | undefined {
  const db = useStationDatabase();
  return useLiveQuery(() => stationSummary(db), [db]);
}

export async function stationSummary(db: StationDatabase): Promise<StationSummary> {
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
    clock: { offsetMs, flagged: offsetMs !== null && Math.abs(offsetMs) > skewLimitMs },
  };
}
