import { and, getTableColumns, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { sitesOfRecord } from '../../shared/office/admit/sitesOf.ts';
import { foundBy } from '../../shared/office/finding/foundBy.ts';
import { OfficeKind } from '../../shared/office/kinds.ts';
import type { OfficeRecord } from '../../shared/office/officeCommand.ts';
import { rowsFrom } from '../database/ask.ts';
import { officeChanges, officeClaims, officeRecords } from '../database/officeSchema.ts';
import type { Rows } from '../database/rows.ts';

export type RecordKey = { readonly kind: OfficeKind; readonly ownId: string };

/** One change on its way into the history. */
export type SaidChange = {
  readonly record: OfficeRecord;
  readonly outcome: 'created' | 'updated' | 'withdrawn';
  readonly reason: string;
  /** All numbers that are its own from now on; null: as before. */
  readonly claims: readonly string[] | null;
};

const { foundBy: _foundBy, ...recordColumns } = getTableColumns(officeRecords);

export { recordColumns };

const texts = (ids: readonly string[]) => sql`${sql.param([...ids])}::text[]`;

/** One writer at a time: what is admitted rests on what was read before it. */
export async function lockOffice(rows: Rows): Promise<void> {
  await rows.execute(sql`select pg_advisory_xact_lock(hashtextextended('office', 0))`);
}

/** `sites`: only what is about one of these; null: whatever it is about. */
export async function recordsOf(
  rows: Rows,
  keys: readonly RecordKey[],
  sites: readonly string[] | null = null,
): Promise<readonly OfficeRecord[]> {
  if (keys.length === 0) return [];
  const found = await rows
    .select(recordColumns)
    .from(officeRecords)
    .where(and(isOneOf(officeRecords, keys), isAbout(sites)));
  return found.map(recordFrom);
}

/** What is the whole company's is about no site. */
export function isAbout(sites: readonly string[] | null): SQL | undefined {
  return sites === null ? undefined : sql`${officeRecords.siteIds} && ${texts(sites)}`;
}

/** Rows of these records, in any of the tables that name records so. */
function isOneOf(
  table: { readonly kind: SQLWrapper; readonly ownId: SQLWrapper },
  keys: readonly RecordKey[],
): SQL {
  const [kinds, ids] = [keys.map(({ kind }) => kind), keys.map(({ ownId }) => ownId)];
  return sql`(${table.kind}, ${table.ownId}) in (select * from unnest(${texts(kinds)}, ${texts(ids)}))`;
}

/** By number, our id of the record that has it. */
export async function holdersOf(
  rows: Rows,
  claims: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (claims.length === 0) return new Map();
  const found = await rows
    .select()
    .from(officeClaims)
    .where(sql`${officeClaims.claim} = any(${texts([...new Set(claims)])})`);
  return new Map(found.map(({ claim, ownId }) => [claim, ownId]));
}

/** By record ("kind ownId"), the numbers it has. */
export async function claimsHeldBy(
  rows: Rows,
  keys: readonly RecordKey[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const held = new Map<string, string[]>();
  if (keys.length === 0) return held;
  for (const { claim, kind, ownId } of await rows
    .select()
    .from(officeClaims)
    .where(isOneOf(officeClaims, keys)))
    held.set(`${kind} ${ownId}`, [...(held.get(`${kind} ${ownId}`) ?? []), claim]);
  return held;
}

/** The newest of each record, everything that was said, and whose the numbers are now. */
export async function keepRecords(rows: Rows, said: readonly SaidChange[]): Promise<void> {
  if (said.length === 0) return;
  const newest = new Map(said.map((one) => [`${one.record.kind} ${one.record.ownId}`, one]));
  const kept = [...newest.values()].map(({ record }) => rowFrom(record));
  await rows.execute(
    sql`insert into ${officeRecords} ${rowsFrom(officeRecords, kept)}
      on conflict (kind, own_id) do update set version = excluded.version, state = excluded.state,
        body = excluded.body, site_ids = excluded.site_ids, found_by = excluded.found_by, changed_at = excluded.changed_at, changed_by = excluded.changed_by, changed_by_id = excluded.changed_by_id`,
  );
  const history = said.map(({ record, outcome, reason }) => ({
    kind: record.kind,
    own_id: record.ownId,
    version: record.version,
    outcome,
    state: record.state,
    body: record.body,
    actor: record.changedBy,
    reason,
    at: record.changedAt,
  }));
  await rows.execute(
    sql`insert into ${officeChanges} (kind, own_id, version, outcome, state, body, actor, reason, at)
      select kind, own_id, version, outcome, state, body, actor, reason, at
      from jsonb_populate_recordset(null::${officeChanges}, ${JSON.stringify(history)}::jsonb)`,
  );
  await keepClaims(rows, [...newest.values()]);
}

async function keepClaims(rows: Rows, said: readonly SaidChange[]): Promise<void> {
  const changed = said.filter(({ claims }) => claims !== null);
  if (changed.length === 0) return;
  const before = changed.filter(({ outcome }) => outcome !== 'created');
  if (before.length > 0) {
    const theirs = before.map(({ record }) => record);
    await rows.delete(officeClaims).where(isOneOf(officeClaims, theirs));
  }
  const claims = changed.flatMap(({ record: { kind, ownId }, claims: own }) =>
    (own ?? []).map((claim) => ({ claim, kind, ownId })),
  );
  if (claims.length > 0)
    await rows.execute(sql`insert into ${officeClaims} ${rowsFrom(officeClaims, claims)}`);
}

function rowFrom(record: OfficeRecord): typeof officeRecords.$inferInsert {
  const { externalId, changedAt, ...rest } = record;
  const sites = sitesOfRecord(record);
  return {
    ...rest,
    siteIds: sites && [...sites],
    source: externalId.source,
    externalId: externalId.id,
    changedAt: new Date(changedAt),
    foundBy: lexemes(foundBy(record)),
  };
}

/** None of them has a quotation mark or a backslash. */
export function lexemes(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(' ');
}

export function recordFrom(row: Omit<typeof officeRecords.$inferSelect, 'foundBy'>): OfficeRecord {
  const { source, externalId, changedAt, kind, siteIds: _sites, ...rest } = row;
  return {
    ...rest,
    kind: OfficeKind.parse(kind),
    externalId: { source, id: externalId },
    changedAt: changedAt.toISOString(),
  };
}
