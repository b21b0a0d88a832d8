import { isWriting } from './isWriting.ts';
import type { StationDatabase } from './stationDatabase.ts';
import { whenChanged } from './whenChanged.ts';

/**
 * A question to tables that seldom change, whose answer is kept until one of them does. What a
 * writing transaction sees may yet be undone: there it is asked anew, and not kept.
 */
export function cachedByTable<T>(
  tables: readonly string[],
  ask: (db: StationDatabase, key: string) => PromiseLike<T>,
): (db: StationDatabase, key: string) => Promise<T> {
  const caches = new WeakMap<StationDatabase, { answers: Map<string, { readonly was: T }> }>();

  function cacheOf(db: StationDatabase) {
    const known = caches.get(db);
    if (known) return known;
    const cache = { answers: new Map<string, { readonly was: T }>() };
    caches.set(db, cache);
    // Another map, so that an answer still under way is not kept either.
    const forget = () => {
      cache.answers = new Map();
    };
    for (const table of tables) whenChanged(db, table, forget);
    return cache;
  }

  return async (db, key) => {
    if (isWriting()) return await ask(db, key);
    const { answers } = cacheOf(db);
    const cached = answers.get(key);
    if (cached) return cached.was;
    const answer = await ask(db, key);
    answers.set(key, { was: answer });
    return answer;
  };
}
