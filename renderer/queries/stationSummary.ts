import type { Instant } from '../../shared/returns/time.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

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
  };
  readonly lastContactAt: Instant | null;
  /** Central's clock minus ours at the last contact; `flagged` beyond two minutes. */
  readonly clock: { readonly offsetMs: number | null; readonly flagged: boolean };
};

export function useStationSummary(): StationSummary | undefined {
  throw new Error('not built yet');
}

export async function stationSummary(_db: StationDatabase): Promise<StationSummary> {
  throw new Error('not built yet');
}
