import type { StationDatabase } from '../../storage/stationDatabase.ts';

const most = 12_000;

/** Photos that central has not verified; null when there are so many that all are meant. */
export async function unverifiedPhotos(db: StationDatabase): Promise<string[] | null> {
  const found = await db.photos
    .filter(({ state }) => state !== 'verified')
    .limit(most + 1)
    .toArray();
  return found.length > most ? null : found.map(({ sha256 }) => sha256);
}
