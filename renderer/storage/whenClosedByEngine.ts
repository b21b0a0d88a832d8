import type { StationDatabase } from './stationDatabase.ts';

/**
 * Chromium closes a database whose disk is in trouble. Dexie then opens it once more, and where that
 * fails (the disk is still full) never again.
 */
export function whenClosedByEngine(db: StationDatabase, tell: () => void): void {
  db.backendDB().addEventListener('close', tell, { once: true });
}
