import type { DraftRow } from './rows.ts';
import type { StationDatabase } from './stationDatabase.ts';

export type DraftsInHand = {
  /** As hands left them, by their keys, until the database has them so. null: let go. */
  readonly unsaved: Map<string, DraftRow | null>;
  /** Those that are being recorded as findings. */
  readonly aside: Set<string>;
};

const inHand = new WeakMap<StationDatabase, DraftsInHand>();

/** Begun findings as they are by now, whatever is stored of them: whoever opens one goes on with these. */
export function draftsInHand(db: StationDatabase): DraftsInHand {
  const known = inHand.get(db) ?? { unsaved: new Map(), aside: new Set() };
  inHand.set(db, known);
  return known;
}
