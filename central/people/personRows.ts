import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { isPin } from '../../shared/cases/pins.ts';
import type { Person } from '../../shared/facts/documents.ts';
import type { PeopleResponse } from '../../shared/sync/peopleApi.ts';
import { signingKeys } from '../database/keySchema.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { Rows } from '../database/rows.ts';
import { demoPins, documents } from '../database/schema.ts';
import { documentOf, putDocument } from '../documents/documentRows.ts';
import { goodKeysOf, isGoodAt } from './goodKeyRows.ts';
import { retireKey } from './keyPeriodRows.ts';

/**
 * Makes a person of the demo company known, whose PIN its sign-in screen shows, with a key that only
 * the teller of its history holds: central keeps the public half, and their own is born where they join.
 */
export async function registerDemoPerson(
  database: CentralDatabase,
  person: Person,
  pin: string,
  now: () => Date,
): Promise<KeyObject> {
  if (!isPin(pin)) throw new Error(`The PIN of ${person.id} is too short`);
  const { publicKey, privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  const key = {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    personId: person.id,
    vouchedBy: { kind: 'teller' } as const,
  };
  await database.write(async (rows) => {
    const before = await documentOf(rows, 'people', person.id);
    if (before) await retireKey(rows, before, 'replaced', now());
    await rows.insert(signingKeys).values(key);
    await putDocument(rows, { collection: 'people', body: person }, now());
    await rows
      .insert(demoPins)
      .values({ personId: person.id, pin })
      .onConflictDoUpdate({ target: demoPins.personId, set: { pin } });
  });
  return privateKey;
}

/** Whoever works at the site, or still has a key there, with what may sign for them at this station. */
export async function peopleOf(
  rows: Rows,
  station: { readonly siteId: string; readonly stationId: string },
  now: Date,
): Promise<PeopleResponse> {
  const found = await rows
    .select({ person: documents.body })
    .from(documents)
    .where(
      sql`${documents.collection} = 'people' and ${station.siteId} = any(${documents.siteIds})`,
    )
    .orderBy(documents.id);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `putDocuments` let in
  const everybody = found.map(({ person }) => person as Person);
  const ids = everybody.map(({ id }) => id);
  const good = await goodKeysOf(rows, ids, now);
  const people = everybody
    .map((person) => ({
      person,
      keys: (good.get(person.id) ?? [])
        .filter((key) => isGoodAt(key, station.stationId))
        .map(({ publicKey }) => publicKey),
    }))
    .filter(({ person, keys }) => person.active || keys.length > 0);
  const pins = await rows.select().from(demoPins).orderBy(demoPins.personId);
  const pinOf = new Map(pins.map(({ personId, pin }) => [personId, pin]));
  const demo = everybody.flatMap(({ id }) => {
    const pin = pinOf.get(id);
    return pin === undefined ? [] : [{ personId: id, pin }];
  });
  return { people, demo: pins.length > 0 ? demo : null };
}
