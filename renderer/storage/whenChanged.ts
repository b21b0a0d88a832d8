import { Dexie, RangeSet } from 'dexie';
import { keysToldIn } from './putInBulk.ts';
import type { StationDatabase } from './stationDatabase.ts';

/**
 * Tells of every committed change to a table, in this window or another, with the keys of the rows
 * concerned; null when they are too many to be named. Returns how to stop it.
 */
export function whenChanged(
  db: StationDatabase,
  table: string,
  changed: (keys: readonly string[] | null) => void,
): () => void {
  const part = `idb://${db.name}/${table}/`;
  const tell: Parameters<typeof Dexie.on.storagemutated.subscribe>[0] = (parts) => {
    const named = keysToldIn(parts, part);
    if (named) return changed(named);
    const tree = parts[part] ?? parts['all'];
    if (!tree) return;
    // Its own nodes, none of them copied. Not by calling `RangeSet`, which outside of modules takes the window for `this`.
    const keys = keysIn(Object.assign(new RangeSet(), tree));
    if (keys?.length !== 0) changed(keys);
  };
  Dexie.on.storagemutated.subscribe(tell);
  return () => Dexie.on.storagemutated.unsubscribe(tell);
}

function keysIn(ranges: RangeSet): readonly string[] | null {
  const keys: string[] = [];
  for (const { from, to } of ranges) {
    if (typeof from !== 'string' || from !== to) return null;
    keys.push(from);
  }
  return keys;
}
