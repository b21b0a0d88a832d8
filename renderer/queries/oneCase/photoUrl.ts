import { useLiveQuery } from 'dexie-react-hooks';
import { shownPhotoPath } from '../../../shared/sync/centralApi.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** An address an <img> can show: bytes kept here, else central's; undefined until known. */
export function usePhotoUrl(sha256: string): string | undefined {
  const db = useStationDatabase();
  const asked = useLiveQuery(() => photoAddress(db, sha256), [db, sha256]);
  // Drawn anew it is there at once, without a moment of an empty frame.
  return asked ?? addresses.get(sha256);
}

export async function photoAddress(db: StationDatabase, sha256: string): Promise<string> {
  const kept = await db.photoBytes.get(sha256);
  return kept ? addresses.of(sha256, kept.blob) : shownPhotoPath(sha256);
}

const addresses = photoAddresses(500);

/** The same hash is the same picture for ever, so an address is made once; of more than `most` the oldest are given up. */
export function photoAddresses(most: number) {
  const known = new Map<string, string>();
  return {
    get: (sha256: string): string | undefined => known.get(sha256),
    of(sha256: string, blob: Blob): string {
      const before = known.get(sha256);
      if (before !== undefined) return before;
      const [oldest] = known;
      if (known.size >= most && oldest) {
        URL.revokeObjectURL(oldest[1]);
        known.delete(oldest[0]);
      }
      const made = URL.createObjectURL(blob);
      known.set(sha256, made);
      return made;
    },
  };
}
