import type { KeyObject } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { Person } from '../../shared/facts/documents.ts';
import type { PeopleResponse, PersonKey } from '../../shared/sync/peopleApi.ts';
import { personKeys } from '../database/keySchema.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { Rows } from '../database/rows.ts';
import { demoPins, documents } from '../database/schema.ts';
import { documentOf, putDocument } from '../documents/documentRows.ts';
import { retireKey } from './keyPeriodRows.ts';
import { makePersonKey } from './personKey.ts';

/** Gives a person a key under a PIN and makes the person known. The PIN itself is kept only by a demo. */
export async function registerPerson(
  database: CentralDatabase,
  person: Person,
  pin: string,
  { demo, now }: { readonly demo: boolean; readonly now: () => Date },
): Promise<KeyObject> {
  const { key, privateKey } = await makePersonKey(person.id, pin);
  await database.write(async (rows) => {
    const before = await documentOf(rows, 'people', person.id);
    if (before) await retireKey(rows, before, 'replaced', now());
    await rows
      .insert(personKeys)
      .values(key)
      .onConflictDoUpdate({ target: personKeys.personId, set: key });
    await putDocument(rows, { collection: 'people', body: person }, now());
    if (demo)
      await rows
        .insert(demoPins)
        .values({ personId: person.id, pin })
        .onConflictDoUpdate({ target: demoPins.personId, set: { pin } });
  });
  return privateKey;
}

export async function peopleOf(rows: Rows, siteId: string): Promise<PeopleResponse> {
  const found = await rows
    .select({ person: documents.body, key: personKeys })
    .from(documents)
    .innerJoin(personKeys, eq(personKeys.personId, documents.id))
    .where(sql`${documents.collection} = 'people' and ${siteId} = any(${documents.siteIds})`)
    .orderBy(documents.id);
  const people = found.map(({ person, key }) => ({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `putDocuments` let in
    person: person as Person,
    key: asKey(key),
  }));
  const pins = await rows.select().from(demoPins).orderBy(demoPins.personId);
  const pinOf = new Map(pins.map(({ personId, pin }) => [personId, pin]));
  const demo = people.flatMap(({ person: { id } }) => {
    const pin = pinOf.get(id);
    return pin === undefined ? [] : [{ personId: id, pin }];
  });
  return { people, demo: pins.length > 0 ? demo : null };
}

function asKey(row: typeof personKeys.$inferSelect): PersonKey {
  return { ...row, personId: Person.shape.id.parse(row.personId) };
}
