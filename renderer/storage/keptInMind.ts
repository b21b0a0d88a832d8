import { isWriting } from './isWriting.ts';
import type { StationDatabase } from './stationDatabase.ts';
import { whenChanged } from './whenChanged.ts';

/**
 * A question to tables that seldom change, whose answer is kept until one of them does. What a
 * writing transaction sees may yet be undone: there it is asked anew, and not kept.
 */
export function keptInMind<T>(
  tables: readonly string[],
  ask: (db: StationDatabase, key: string) => PromiseLike<T>,
): (db: StationDatabase, key: string) => Promise<T> {
  const minds = new WeakMap<StationDatabase, { answers: Map<string, { readonly was: T }> }>();

  function mindOf(db: StationDatabase) {
    const known = minds.get(db);
    if (known) return known;
    const mind = { answers: new Map<string, { readonly was: T }>() };
    minds.set(db, mind);
    // Another map, so that an answer still under way is not kept either.
    const forget = () => {
      mind.answers = new Map();
    };
    for (const table of tables) whenChanged(db, table, forget);
    return mind;
  }

  return async (db, key) => {
    if (isWriting()) return await ask(db, key);
    const { answers } = mindOf(db);
    const kept = answers.get(key);
    if (kept) return kept.was;
    const answer = await ask(db, key);
    answers.set(key, { was: answer });
    return answer;
  };
}
