import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { Person, Site, SiteCalendar } from '../../shared/facts/documents.ts';
import type { Instant } from '../../shared/facts/time.ts';
import { claimsOf } from '../../shared/office/admit/claims.ts';
import { type BodyOf, bodies } from '../../shared/office/bodies/bodyOf.ts';
import { type ExternalId, ownIdOf, ownSource } from '../../shared/office/externalId.ts';
import type { OfficeKind } from '../../shared/office/kinds.ts';
import { ask } from '../database/ask.ts';
import { officeClaims, officeRecords } from '../database/officeSchema.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { Rows } from '../database/rows.ts';
import { documents } from '../database/schema.ts';
import type { Log } from '../log.ts';
import { bodyOfCalendar, bodyOfPerson, bodyOfSite } from './bodyOfDocument.ts';
import { keepRecords, lockOffice, recordsOf, type SaidChange } from './recordRows.ts';

/** Sites, calendars and people that were here before there were records of them get theirs. */
export async function adoptDocuments(given: {
  readonly database: Pick<CentralDatabase, 'write'>;
  readonly now: () => Date;
  readonly log: Log;
}): Promise<void> {
  const { database, now, log } = given;
  const at = now().toISOString();
  const adopted = await database.write(async (rows) => {
    await lockOffice(rows);
    const sites = await adopt(rows, 'sites', Site, async (site) => bodyOfSite(site), at);
    const calendars = await adopt(
      rows,
      'calendars',
      SiteCalendar,
      async (calendar) => {
        const [site] = await namesOfSites(rows, [calendar.siteId]);
        return site === undefined ? null : bodyOfCalendar(calendar, site, ownSource);
      },
      at,
    );
    const people = await adopt(
      rows,
      'people',
      Person,
      async (person) => bodyOfPerson(person, await namesOfSites(rows, person.siteIds), ownSource),
      at,
    );
    return sites + calendars + people;
  });
  if (adopted > 0) log.info({ adopted }, 'records made of what was here before them');
}

type Adopted = 'sites' | 'calendars' | 'people';

async function adopt<K extends Adopted, S extends z.ZodType>(
  rows: Rows,
  kind: K,
  schema: S,
  bodyFrom: (document: z.output<S>) => Promise<BodyOf<K> | null>,
  changedAt: Instant,
): Promise<number> {
  const said: SaidChange[] = [];
  for (const { id, body: document } of await withoutRecord(rows, kind)) {
    const read = schema.safeParse(document);
    const from = read.success ? await bodyFrom(read.data) : null;
    const body = bodies[kind].safeParse(from);
    const externalId = { source: ownSource, id };
    // What no body says any more is put in anew by whoever changes it.
    if (!body.success || ownIdOf(kind, externalId) !== id) continue;
    const left = kind === 'people' && !isActive(document);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read by the schema of this kind
    const claims = left ? [] : claimsOf(kind, body.data as BodyOf<K>, ownSource);
    const record = {
      kind,
      externalId,
      ownId: id,
      version: 1,
      body: body.data,
      state: left ? ('withdrawn' as const) : ('current' as const),
      changedAt,
      changedBy: 'central',
      changedById: null,
    };
    said.push({ record, outcome: 'created', reason: 'Was here before its record', claims });
  }
  await keepRecords(rows, said);
  return said.length;
}

async function withoutRecord(rows: Rows, kind: Adopted) {
  const claim = sql`'calendar of ' || paper.id`;
  return ask(
    rows,
    sql`select id, body from ${documents} as paper where collection = ${kind}
      and not exists (select from ${officeRecords} as record
        where record.kind = ${kind} and record.own_id = paper.id)
      and not (${kind} = 'calendars' and exists
        (select from ${officeClaims} as held where held.claim = ${claim}))
      order by id`,
    z.object({ id: z.string(), body: z.unknown() }),
  );
}

function isActive(document: unknown): boolean {
  return Person.safeParse(document).data?.active === true;
}

/** How a record names these sites: by what their own records are called. */
export async function namesOfSites(
  rows: Rows,
  siteIds: readonly string[],
): Promise<readonly ExternalId[]> {
  const kind: OfficeKind = 'sites';
  const found = await recordsOf(
    rows,
    siteIds.map((ownId) => ({ kind, ownId })),
  );
  const named = new Map(found.map(({ ownId, externalId }) => [ownId, externalId]));
  return siteIds.map((id) => named.get(id) ?? { source: ownSource, id });
}
