import type { AcceptedAt } from '../../deadlines/inspectionClock.ts';
import { plausibleTime } from '../../deadlines/plausibleTime.ts';
import type { Fact, FactKind, FactOf } from '../../facts/fact.ts';
import { mostTakings } from '../../facts/takingFacts.ts';
import type { Instant } from '../../facts/time.ts';
import type { FactId, PersonId, StationId } from '../../ids.ts';

/** One person's having a case, however often they took it. */
export type Taking = {
  readonly personId: PersonId;
  /** By central's clock, as far as can be told: the station's where it began may have been off. */
  readonly since: Instant;
  readonly stationId: StationId;
  /** Where, as that station is called; null: it was given to them, or nobody recorded where. */
  readonly place: string | null;
  /** The records by which they have it, to end it by. */
  readonly ids: readonly FactId[];
  /** They have found or pictured something since. */
  readonly isInspecting: boolean;
};

type Begun = {
  readonly fact: Fact;
  readonly since: Instant;
  readonly personId: PersonId;
  readonly place: string | null;
};

/**
 * Who has a case. Taken by several, it is with all of them. It ends with a hand-over that names it, and
 * with an inspection one finishes oneself; whose findings and photos no own inspection has seen has it
 * too, though nobody took it. The same from the same facts in any order. `live`: without corrected ones.
 */
export function takingsOf(
  live: readonly Fact[],
  acceptedAt: AcceptedAt = new Map(),
): readonly Taking[] {
  const since = ({ id, at }: Fact) => plausibleTime(at, acceptedAt.get(id) ?? null).instant;
  const only = <K extends FactKind>(kind: K): readonly FactOf<K>[] =>
    live.filter((f): f is FactOf<K> => f.kind === kind);
  const handOvers = only('caseHandedOver');
  const finished = only('inspectionFinished');
  // A case may hold thousands of each: every one is looked up, none looked for.
  const ended = new Set(handOvers.flatMap((h) => h.ends.map((id) => `${h.from} ${id}`)));
  const givenAway = new Set(handOvers.map(({ from }) => from));
  const finishedBy = new Map<PersonId, FactId[]>();
  const seenBy = new Map<PersonId, Set<FactId>>();
  for (const { id, personId, basis } of finished) {
    (finishedBy.get(personId) ?? finishedBy.set(personId, []).get(personId))?.push(id);
    const seen = seenBy.get(personId) ?? new Set();
    for (const one of basis) seen.add(one);
    seenBy.set(personId, seen);
  }
  // `after` names fifty at most, so the first it does not name is soon found.
  const isEnded = ({ fact, personId }: Begun, after: readonly FactId[]) =>
    ended.has(`${personId} ${fact.id}`) ||
    (finishedBy.get(personId) ?? []).some((id) => !after.includes(id));
  const taken = only('caseTaken').flatMap((fact): Begun[] => {
    const one = { fact, since: since(fact), personId: fact.personId, place: fact.place };
    return isEnded(one, fact.after) ? [] : [one];
  });
  const given = handOvers.flatMap((fact): Begun[] => {
    if (fact.to === null) return [];
    const one = { fact, since: since(fact), personId: fact.to, place: null };
    return isEnded(one, fact.after) ? [] : [one];
  });
  // A picture somebody adds to what they finished begins nothing anew.
  const unfinished = live
    .filter(isInspecting)
    .filter(({ kind, personId }) => kind === 'finding' || !finishedBy.has(personId))
    .filter(({ id, personId }) => seenBy.get(personId)?.has(id) !== true);
  // What somebody handed over stays theirs to name, and is with them no more.
  const worked = unfinished
    .filter(({ personId }) => !givenAway.has(personId))
    .map((fact): Begun => ({ fact, since: since(fact), personId: fact.personId, place: null }));
  const begun = [...taken, ...given, ...worked];
  const people = [...new Set(begun.map(({ personId }) => personId))];
  return people
    .map((personId) => {
      const own = begun.filter((one) => one.personId === personId).sort(byTime);
      return takingBy(personId, own, unfinished);
    })
    .sort((a, b) => order(a.since, b.since) || order(a.personId, b.personId));
}

/** Whether it says who has a case, and nothing of the goods. */
export function isTaking({ kind }: Fact): boolean {
  return kind === 'caseTaken' || kind === 'caseHandedOver';
}

function takingBy(personId: PersonId, own: readonly Begun[], work: readonly Fact[]): Taking {
  const [first] = own;
  if (!first) throw new Error('Nobody has a case by nothing.');
  const last = own.findLast(({ place }) => place !== null) ?? first;
  return {
    personId,
    since: first.since,
    stationId: last.fact.stationId,
    place: last.place,
    ids: own.flatMap(({ fact }) => (isTaking(fact) ? [fact.id] : [])).slice(-mostTakings),
    isInspecting: work.some((f) => f.personId === personId),
  };
}

/** Looking at the goods, as whoever inspects them does. */
export function isInspecting(fact: Fact): boolean {
  return fact.kind === 'finding' || (fact.kind === 'photoTaken' && fact.subject.kind !== 'arrival');
}

function byTime(a: Begun, b: Begun): number {
  return order(a.since, b.since) || order(a.fact.id, b.fact.id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
