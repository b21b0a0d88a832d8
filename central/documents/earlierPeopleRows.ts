import { inArray } from 'drizzle-orm';
import { Person } from '../../shared/facts/documents.ts';
import type { Instant } from '../../shared/facts/time.ts';
import type { Rows } from '../database/rows.ts';
import { earlierPeople } from '../database/schema.ts';

/** Somebody as they were, until the moment they were changed. */
export type EarlierPerson = { readonly person: Person; readonly until: Instant };

/**
 * Keeps people as they were before a document says otherwise: what they recorded until then is judged
 * by what they were, whichever way the office told of it.
 */
export async function keepEarlierPeople(
  rows: Rows,
  before: ReadonlyMap<string, Person>,
  after: readonly Person[],
  now: Date,
): Promise<void> {
  const changed = after.flatMap((person) => {
    const earlier = before.get(person.id);
    return earlier && worksAs(earlier) !== worksAs(person) ? [earlier] : [];
  });
  if (changed.length === 0) return;
  await rows
    .insert(earlierPeople)
    .values(changed.map((person) => ({ personId: person.id, until: now, person })))
    .onConflictDoNothing();
}

/** By person, latest first. */
export async function earlierPeopleOf(
  rows: Rows,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EarlierPerson[]>> {
  if (personIds.length === 0) return new Map();
  const found = await rows
    .select()
    .from(earlierPeople)
    .where(inArray(earlierPeople.personId, [...personIds]));
  const ofAll = new Map<string, EarlierPerson[]>();
  for (const { personId, until, person } of found.sort((a, b) => +b.until - +a.until))
    ofAll.set(personId, [
      ...(ofAll.get(personId) ?? []),
      { person: Person.parse(person), until: until.toISOString() },
    ]);
  return ofAll;
}

function worksAs({ active, roles, siteIds }: Person): string {
  return JSON.stringify([active, roles.toSorted(), siteIds.toSorted()]);
}
