import type { Workplace } from '../../shared/facts/workplaces.ts';
import { underWay } from '../recording/underWay.ts';
import { type Preferred, useSession } from '../session/session.ts';
import { setStationValues } from '../storage/meta.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/** Keeps what people choose for this station in its database; the answer stops it. */
export function keepPreferences(db: StationDatabase): () => void {
  return useSession.subscribe((now, before) => {
    const chosen = preferredIn(now);
    const wasChosen = preferredIn(before);
    const isChanged =
      chosen.theme !== wasChosen.theme ||
      chosen.language !== wasChosen.language ||
      chosen.sound !== wasChosen.sound ||
      chosen.dock !== wasChosen.dock ||
      chosen.pixelsPerMillimetre !== wasChosen.pixelsPerMillimetre ||
      chosen.camera !== wasChosen.camera ||
      chosen.deskViews !== wasChosen.deskViews ||
      now.mode !== before.mode;
    if (isChanged) void underWay(db, keep(db, chosen, now.mode));
  });
}

function preferredIn(now: Preferred): Preferred {
  const { theme, language, sound, pixelsPerMillimetre, dock, camera, deskViews } = now;
  return { theme, language, sound, pixelsPerMillimetre, dock, camera, deskViews };
}

async function keep(db: StationDatabase, chosen: Preferred, stationType: Workplace): Promise<void> {
  await db.transaction('rw', db.meta, () =>
    setStationValues(db, { preferences: { ...chosen, stationType } }),
  );
}
