import type { PersonId } from '../../shared/ids.ts';
import type { BegunDecision } from './begunDecision.ts';
import type { StationDatabase } from './stationDatabase.ts';

type BegunOf = Map<PersonId, Map<string, BegunDecision>>;
const inHand = new WeakMap<StationDatabase, BegunOf>();

/** What each person who was here has begun, by case, as it is by now: the disk is told of it and asked once. */
export function begunInHand(db: StationDatabase): BegunOf {
  const known = inHand.get(db) ?? new Map<PersonId, Map<string, BegunDecision>>();
  inHand.set(db, known);
  return known;
}
