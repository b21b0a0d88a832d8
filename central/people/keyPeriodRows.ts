import { eq, inArray } from 'drizzle-orm';
import { Person } from '../../shared/facts/documents.ts';
import type { Instant } from '../../shared/facts/time.ts';
import type { Rows } from '../database/rows.ts';
import { audit, personKeys, retiredPersonKeys } from '../database/schema.ts';
import { documentOf, putDocument } from '../documents/documentRows.ts';

/** `compromised`: somebody else may hold it, so nothing it signed and central had not is believed. */
export type RetiredWhy = 'left' | 'replaced' | 'compromised';

export type RetiredKey = {
  readonly publicKey: string;
  readonly retiredAt: Instant;
  readonly why: RetiredWhy;
  /** With the roles and sites they had then. */
  readonly person: Person;
};

/** Ends the period of the key a person has now, if any; stations get it no more. */
export async function retireKey(
  rows: Rows,
  person: Person,
  why: RetiredWhy,
  now: Date,
): Promise<void> {
  const [gone] = await rows
    .delete(personKeys)
    .where(eq(personKeys.personId, person.id))
    .returning({ publicKey: personKeys.publicKey });
  if (!gone) return;
  const period = { publicKey: gone.publicKey, retiredAt: now, why, person };
  await rows
    .insert(retiredPersonKeys)
    .values({ personId: person.id, ...period })
    .onConflictDoNothing();
}

/** Somebody leaves, or a key is in wrong hands. False: nobody of this id. */
export async function personLeaves(
  rows: Rows,
  asked: {
    readonly id: string;
    readonly why: Exclude<RetiredWhy, 'replaced'>;
    readonly by: string;
    readonly reason: string;
  },
  now: Date,
): Promise<boolean> {
  const person = await documentOf(rows, 'people', asked.id);
  if (!person) return false;
  await retireKey(rows, person, asked.why, now);
  if (asked.why === 'compromised')
    // Also what was retired in good faith before it was known.
    await rows
      .update(retiredPersonKeys)
      .set({ why: 'compromised' })
      .where(eq(retiredPersonKeys.personId, person.id));
  await putDocument(rows, { collection: 'people', body: { ...person, active: false } }, now);
  await rows.insert(audit).values({
    at: now,
    actor: `admin: ${asked.by}`,
    verb: 'retire person',
    object: person.id,
    detail: { why: asked.why, reason: asked.reason },
  });
  return true;
}

export async function retiredKeysOf(
  rows: Rows,
  personIds: readonly string[],
): Promise<readonly RetiredKey[]> {
  if (personIds.length === 0) return [];
  const found = await rows
    .select()
    .from(retiredPersonKeys)
    .where(inArray(retiredPersonKeys.personId, [...personIds]));
  return found.map(({ publicKey, retiredAt, why, person }) => ({
    publicKey,
    retiredAt: retiredAt.toISOString(),
    why,
    person: Person.parse(person),
  }));
}
