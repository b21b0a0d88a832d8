import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { unsentUnderRetiredKeyMs } from '../../shared/cases/retention.ts';
import { Person } from '../../shared/facts/documents.ts';
import type { Instant } from '../../shared/facts/time.ts';
import { retiredPersonKeys, signingKeys } from '../database/keySchema.ts';
import type { Rows } from '../database/rows.ts';
import { audit } from '../database/schema.ts';
import { documentOf, putDocument } from '../documents/documentRows.ts';

/** `compromised`: somebody else may hold it, so nothing it signed and central had not is believed. */
export type RetiredWhy = 'left' | 'replaced' | 'compromised';

export type RetiredKey = {
  readonly publicKey: string;
  readonly stationId: string | null;
  readonly retiredAt: Instant;
  readonly why: RetiredWhy;
  /** With the roles and sites they had then. */
  readonly person: Person;
};

/** Ends the period of every key a person has, at whatever station. */
export async function retireKey(
  rows: Rows,
  person: Person,
  why: RetiredWhy,
  now: Date,
): Promise<void> {
  const born = await rows
    .delete(signingKeys)
    .where(eq(signingKeys.personId, person.id))
    .returning({ publicKey: signingKeys.publicKey, stationId: signingKeys.stationId });
  await keepRetired(rows, born, { person, why, retiredAt: now });
  // Those that were replaced might have signed a while longer.
  await rows
    .update(retiredPersonKeys)
    .set({ retiredAt: now })
    .where(and(eq(retiredPersonKeys.personId, person.id), gt(retiredPersonKeys.retiredAt, now)));
}

/**
 * They got another key where this one signed, or from before keys were born at stations. What it signed
 * and central has not counts in full for as long as unsent work may come.
 */
export async function replaceKeys(
  rows: Rows,
  person: Person,
  stationId: string,
  now: Date,
): Promise<void> {
  const retiredAt = new Date(now.getTime() + unsentUnderRetiredKeyMs);
  const born = await rows
    .delete(signingKeys)
    .where(
      and(
        eq(signingKeys.personId, person.id),
        or(eq(signingKeys.stationId, stationId), isNull(signingKeys.stationId)),
      ),
    )
    .returning({ publicKey: signingKeys.publicKey, stationId: signingKeys.stationId });
  const why = 'replaced';
  await keepRetired(rows, born, { person, why, retiredAt });
}

/** One key of theirs ends now; in whose hands it is decides what it signed before. False: they have no such key. */
export async function revokeKey(
  rows: Rows,
  asked: {
    readonly id: string;
    readonly publicKey: string;
    readonly why: Exclude<RetiredWhy, 'left'>;
    readonly by: string;
    readonly reason: string;
  },
  now: Date,
): Promise<boolean> {
  const { id, publicKey, why } = asked;
  const person = await documentOf(rows, 'people', id);
  if (!person) return false;
  const theirs = and(eq(signingKeys.personId, id), eq(signingKeys.publicKey, publicKey));
  const [born] = await rows.delete(signingKeys).where(theirs).returning();
  if (born)
    await keepRetired(rows, [born], {
      person,
      why,
      retiredAt: now,
    });
  const ended = await rows
    .update(retiredPersonKeys)
    .set({
      why,
      retiredAt: sql`least(${retiredPersonKeys.retiredAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(and(eq(retiredPersonKeys.personId, id), eq(retiredPersonKeys.publicKey, publicKey)))
    .returning({ publicKey: retiredPersonKeys.publicKey });
  if (ended.length === 0) return false;
  await rows.insert(audit).values({
    at: now,
    actor: `admin: ${asked.by}`,
    verb: 'revoke key',
    object: id,
    detail: { publicKey, why, reason: asked.reason },
  });
  return true;
}

async function keepRetired(
  rows: Rows,
  keys: readonly { readonly publicKey: string; readonly stationId: string | null }[],
  ended: { readonly person: Person; readonly why: RetiredWhy; readonly retiredAt: Date },
): Promise<void> {
  if (keys.length === 0) return;
  await rows
    .insert(retiredPersonKeys)
    .values(
      keys.map(({ publicKey, stationId }) => ({
        publicKey,
        stationId,
        personId: ended.person.id,
        ...ended,
      })),
    )
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
  return found.map(({ publicKey, stationId, retiredAt, why, person }) => ({
    publicKey,
    stationId,
    retiredAt: retiredAt.toISOString(),
    why,
    person: Person.parse(person),
  }));
}
