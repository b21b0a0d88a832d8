import { refreshAllCases } from '../cases/refreshAllCases.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/** What breaks off begins again with the next start; whoever scans meanwhile is told of it. */
export function refreshBehind(db: StationDatabase, clock: { readonly now: () => number }): void {
  const now = () => new Date(clock.now()).toISOString();
  refreshAllCases(db, now).catch((cause: unknown) => {
    if (db.isOpen()) reportError(cause);
  });
}
