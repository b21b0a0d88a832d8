import type { Desktop } from '../../shared/desktop/desktopApi.ts';
import type { PhotoTakenFact } from '../../shared/facts/fact.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { watched } from '../storage/watchdog.ts';
import { loadCase } from './loadCases.ts';
import { photoRowOf } from './photoRowOf.ts';

/**
 * Photo files the database knows nothing of come back into it from the disk. Whether central has
 * them already is asked before any byte is sent. Returns how many came back.
 */
export async function restorePhotos(
  db: StationDatabase,
  desktop: Pick<Desktop, 'keptPhotos' | 'readPhoto'>,
): Promise<number> {
  const kept = await desktop.keptPhotos({});
  const known = new Set(await db.photos.toCollection().primaryKeys());
  const unknown = new Set(kept.filter((sha256) => !known.has(sha256)));
  if (unknown.size === 0) return 0;
  let restored = 0;
  for (const fact of await takenPhotos(db, unknown)) {
    const bytes = await desktop.readPhoto({ sha256: fact.sha256 });
    if (!bytes) continue;
    const loaded = fact.caseId === null ? null : await loadCase(db, fact.caseId, fact.at.localDate);
    const row = photoRowOf(fact, loaded);
    const blob = new Blob([new Uint8Array(bytes)], { type: fact.mediaType });
    await watched(
      db.transaction('rw', db.photos, db.photoBytes, async () => {
        await db.photos.put(row);
        await db.photoBytes.put({ sha256: fact.sha256, blob });
      }),
    );
    restored += 1;
  }
  return restored;
}

async function takenPhotos(
  db: StationDatabase,
  wanted: ReadonlySet<string>,
): Promise<readonly PhotoTakenFact[]> {
  const rows = await db.facts
    .filter(({ fact }) => fact.kind === 'photoTaken' && wanted.has(fact.sha256))
    .toArray();
  const facts = rows.flatMap(({ fact }) => (fact.kind === 'photoTaken' ? [fact] : []));
  return [...new Map(facts.map((fact) => [fact.sha256, fact])).values()];
}
