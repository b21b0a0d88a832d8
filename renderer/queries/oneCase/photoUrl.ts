import { useLiveQuery } from 'dexie-react-hooks';
import { shownPhotoPath } from '../../../shared/sync/centralApi.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** An address an <img> can show: bytes kept here, else central's; undefined until known. */
export function usePhotoUrl(sha256: string): string | undefined {
  const db = useStationDatabase();
  const asked = useLiveQuery(async () => {
    const kept = await db.photoBytes.get(sha256);
    return kept ? addressOf(sha256, kept.blob) : shownPhotoPath(sha256);
  }, [db, sha256]);
  // Drawn anew it is there at once, without a moment of an empty frame.
  return asked ?? addresses.get(sha256);
}

/** The same hash is the same picture for ever, so an address is made once; the oldest are given up. */
const addresses = new Map<string, string>();
const mostAddresses = 500;

function addressOf(sha256: string, blob: Blob): string {
  const known = addresses.get(sha256);
  if (known !== undefined) return known;
  const [oldest] = addresses;
  if (addresses.size >= mostAddresses && oldest) {
    URL.revokeObjectURL(oldest[1]);
    addresses.delete(oldest[0]);
  }
  const made = URL.createObjectURL(blob);
  addresses.set(sha256, made);
  return made;
}
