import { randomUUID } from 'node:crypto';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { mostWrongPins } from '../../shared/cases/pins.ts';
import { Person } from '../../shared/facts/documents.ts';
import { PersonId } from '../../shared/ids.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { pinTries, signingKeys } from '../database/keySchema.ts';
import type { Rows } from '../database/rows.ts';
import { documents } from '../database/schema.ts';
import { documentOf, documentsOf, putDocument } from '../documents/documentRows.ts';
import { auditAdmin } from './auditRows.ts';

export type StaffRefusal =
  | { readonly code: 'idTaken' }
  | { readonly code: 'nobody' }
  /** Somebody who left is brought back first. */
  | { readonly code: 'left' }
  | { readonly code: 'unreadable'; readonly field: string; readonly says: string }
  | { readonly code: 'badgeTaken'; readonly by: string }
  | { readonly code: 'unknownSite'; readonly siteId: string };

export const newPersonId = () => PersonId.parse(randomUUID());

async function addPerson(
  rows: Rows,
  asked: { readonly person: Person; readonly by: string },
  now: Date,
): Promise<Result<Person, StaffRefusal>> {
  const { person, by } = asked;
  await rows.execute(sql`select pg_advisory_xact_lock(hashtextextended('badges', 0))`);
  if (await documentOf(rows, 'people', person.id)) return refuse({ code: 'idTaken' });
  return await keep(rows, person, { at: now, by, verb: 'add person', detail: { person } });
}

export type PersonChange = {
  readonly [K in 'name' | 'badge' | 'roles' | 'siteIds']?: Person[K] | undefined;
} & {
  /** Somebody who left comes back; leaving has its own way, which ends their keys. */
  readonly active?: true | undefined;
};

/** What they recorded before counts by what they were then (`earlierPeopleRows.ts`). */
async function changePerson(
  rows: Rows,
  asked: {
    readonly id: string;
    readonly change: PersonChange;
    readonly by: string;
    readonly reason: string;
  },
  now: Date,
): Promise<Result<Person, StaffRefusal>> {
  const { id, change, by, reason } = asked;
  await rows.execute(sql`select pg_advisory_xact_lock(hashtextextended('badges', 0))`);
  const before = await documentOf(rows, 'people', id);
  if (!before) return refuse({ code: 'nobody' });
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  );
  const person = Person.parse({ ...before, ...given });
  const detail = { reason, before, after: person };
  return await keep(rows, person, { at: now, by, verb: 'change person', detail });
}

/** Somebody as they are from now on, whether they were here before or not. */
export async function keepPerson(
  rows: Rows,
  person: Person,
  said: { readonly by: string; readonly reason: string },
  now: Date,
): Promise<Result<Person, StaffRefusal>> {
  const { id, name, badge, roles, siteIds } = person;
  const change = { name, badge, roles, siteIds, active: true } as const;
  return (await documentOf(rows, 'people', id))
    ? await changePerson(rows, { id, change, ...said }, now)
    : await addPerson(rows, { person, by: said.by }, now);
}

async function keep(
  rows: Rows,
  person: Person,
  said: Omit<Parameters<typeof auditAdmin>[1], 'object'>,
): Promise<Result<Person, StaffRefusal>> {
  const refusal = await whyNot(rows, person);
  if (refusal) return refuse(refusal);
  await putDocument(rows, { collection: 'people', body: person }, said.at);
  await auditAdmin(rows, { ...said, object: person.id });
  return accept(person);
}

/** A badge is one active person's, and nobody works where there is no site. */
async function whyNot(rows: Rows, person: Person): Promise<StaffRefusal | null> {
  const sites = await documentsOf(rows, 'sites', person.siteIds);
  const unknown = person.siteIds.find((siteId) => !sites.has(siteId));
  if (unknown !== undefined) return { code: 'unknownSite', siteId: unknown };
  if (!person.active) return null;
  const by = await holderOfBadge(rows, person);
  return by === null ? null : { code: 'badgeTaken', by };
}

/** Who else that works here has this badge. */
export async function holderOfBadge(
  rows: Rows,
  person: Pick<Person, 'id' | 'badge'>,
): Promise<string | null> {
  const [other] = await rows
    .select({ name: sql<string>`${documents.body} ->> 'name'` })
    .from(documents)
    .where(
      and(
        eq(documents.collection, 'people'),
        ne(documents.id, person.id),
        sql`${documents.body} ->> 'badge' = ${person.badge}`,
        sql`(${documents.body} ->> 'active')::boolean`,
      ),
    )
    .limit(1);
  return other?.name ?? null;
}

type Page = { readonly cursor: string | null; readonly limit: number };

/** People by name, behind the one a cursor names, with where they joined and where ten wrong PINs locked them out. */
export async function peoplePage(rows: Rows, { cursor, limit }: Page) {
  const names = await rows
    .select({ id: documents.id, name: sql<string>`${documents.body} ->> 'name'` })
    .from(documents)
    .where(eq(documents.collection, 'people'));
  const sorted = names.toSorted(
    (a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1),
  );
  const from = cursor === null ? 0 : sorted.findIndex(({ id }) => id === cursor) + 1;
  // Nobody is ever gone: who is not found was never here, and nobody stands behind them.
  const ids =
    cursor !== null && from === 0 ? [] : sorted.slice(from, from + limit).map((p) => p.id);
  const people = await documentsOf(rows, 'people', ids);
  const [keys, locked] =
    ids.length === 0 ? [[], []] : [await keysOf(rows, ids), await lockedOut(rows, ids)];
  return {
    people: ids.flatMap((id) => {
      const person = people.get(id);
      return person ? [{ person, joinedAt: at(keys, id), lockedAt: at(locked, id) }] : [];
    }),
    cursor: from + limit < sorted.length ? (ids.at(-1) ?? null) : null,
  };
}

type AtStation = { readonly personId: string; readonly stationId: string | null };

function at(found: readonly AtStation[], id: string): string[] {
  return found.flatMap(({ personId, stationId }) => (personId === id ? (stationId ?? []) : []));
}

function keysOf(rows: Rows, ids: readonly string[]): Promise<readonly AtStation[]> {
  return rows
    .select({ personId: signingKeys.personId, stationId: signingKeys.stationId })
    .from(signingKeys)
    .where(inArray(signingKeys.personId, [...ids]));
}

function lockedOut(rows: Rows, ids: readonly string[]): Promise<readonly AtStation[]> {
  return rows
    .select({ personId: pinTries.personId, stationId: pinTries.stationId })
    .from(pinTries)
    .where(
      and(
        inArray(pinTries.personId, [...ids]),
        sql`${pinTries.made} - ${pinTries.cleared} >= ${mostWrongPins}`,
      ),
    );
}
