import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { useOf } from '../../shared/office/finding/foundBy.ts';
import { type Alternatives, type Wish, wishFor } from '../../shared/office/finding/wish.ts';
import { OfficeKind } from '../../shared/office/kinds.ts';
import type { OfficeRecord } from '../../shared/office/officeCommand.ts';
import { ask } from '../database/ask.ts';
import { officeRecords } from '../database/officeSchema.ts';
import type { Rows } from '../database/rows.ts';
import { documents } from '../database/schema.ts';
import { isAbout, type RecordKey, recordsOf } from './recordRows.ts';

export type FoundRecords = {
  /** Kind by kind; in each first what is called so, then what changed last. */
  readonly records: readonly OfficeRecord[];
  /** Of these there are more. */
  readonly cut: readonly OfficeKind[];
};
type Asked = {
  readonly kinds: readonly OfficeKind[];
  /** Only what is about one of these; null: whatever it is about. */
  readonly sites: readonly string[] | null;
  readonly mostOfKind: number;
};

/** So many of a kind are looked at for the newest among them. */
const mostLookedAt = 1000;

/** Records that are called so or have a word that begins so; nothing typed: what changed last. */
export async function findRecords(
  rows: Rows,
  asked: Asked & { readonly typed: string },
): Promise<FoundRecords> {
  const { typed } = asked;
  if (typed.trim() === '') return eachKind(rows, asked, (kind) => newest(rows, kind, asked));
  return byIndex(rows, (within) =>
    eachKind(within, asked, async (kind) => {
      const wish = wishFor(kind, typed);
      const named = wish === null ? [] : await hits(within, wish, asked);
      const bySerial = kind === 'order-lines' ? await linesOfSerial(within, typed, asked) : [];
      return [...new Map([...bySerial, ...named].map((key) => [key.ownId, key])).values()];
    }),
  );
}

/**
 * Order lines by one of their serials, however many they have: of the first hundreds alone every word is
 * kept beside the record. By the index `documents_line_numbers`, which has their other numbers too.
 */
async function linesOfSerial(
  rows: Rows,
  typed: string,
  { sites, mostOfKind }: Asked,
): Promise<readonly RecordKey[]> {
  if (sites !== null || !/\d/.test(typed)) return [];
  // As the index writes a number.
  const written = sql`order_line_numbers(jsonb_build_object('serials', jsonb_build_array(${typed}::text)))`;
  const isAmong = (line: SQL) => sql`order_line_numbers(${line}) && ${written}`;
  const found = await ask(
    rows,
    sql`with line as materialized (
        select id, body from ${documents} where collection = 'orderLines' and ${isAmong(sql`body`)}
        limit ${mostLookedAt})
      select id as "ownId" from line where not ${isAmong(sql`body - 'serials'`)}
      order by id limit ${mostOfKind + 1}`,
    z.object({ ownId: z.string() }),
  );
  return found.map(({ ownId }) => ({ kind: 'order-lines', ownId }));
}

/** The records that name this one. */
export async function usesOf(rows: Rows, used: RecordKey, asked: Asked): Promise<FoundRecords> {
  return byIndex(rows, (within) =>
    eachKind(within, asked, (by) => {
      const lexeme = useOf(by, used.kind, used.ownId);
      return hits(within, { exact: [], any: [[{ lexeme, isBeginning: false }]] }, asked);
    }),
  );
}

/** The database takes every beginning of a word for a frequent one, and would read all records in their order. */
export async function byIndex<T>(rows: Rows, work: (rows: Rows) => Promise<T>): Promise<T> {
  return rows.transaction(
    async (within) => {
      await within.execute(sql`set local enable_seqscan = off`);
      return work(within);
    },
    { accessMode: 'read only' },
  );
}

async function eachKind(
  rows: Rows,
  { kinds, sites, mostOfKind }: Asked,
  keysOf: (kind: OfficeKind) => Promise<readonly RecordKey[]>,
): Promise<FoundRecords> {
  const keys: RecordKey[] = [];
  const cut: OfficeKind[] = [];
  for (const kind of kinds) {
    const found = await keysOf(kind);
    keys.push(...found.slice(0, mostOfKind));
    if (found.length > mostOfKind) cut.push(kind);
  }
  const read = await recordsOf(rows, keys, sites);
  const byKey = new Map(read.map((record) => [`${record.kind} ${record.ownId}`, record]));
  return { records: keys.flatMap(({ kind, ownId }) => byKey.get(`${kind} ${ownId}`) ?? []), cut };
}

async function newest(
  rows: Rows,
  kind: OfficeKind,
  { sites, mostOfKind }: Asked,
): Promise<readonly RecordKey[]> {
  const found = await rows
    .select({ ownId: officeRecords.ownId })
    .from(officeRecords)
    .where(and(eq(officeRecords.kind, kind), isAbout(sites)))
    .orderBy(desc(officeRecords.changedAt), desc(officeRecords.ownId))
    .limit(mostOfKind + 1);
  return found.map(({ ownId }) => ({ kind, ownId }));
}

const Hit = z.object({ kind: OfficeKind, ownId: z.string() });

async function hits(rows: Rows, wish: Wish, asked: Asked): Promise<readonly RecordKey[]> {
  return ask(rows, hitsQuery(wish, asked), Hit);
}

/** Reads so many that are called so and so many that begin so, whatever the size of the company. */
export function hitsQuery(
  { exact, any }: Wish,
  { sites, mostOfKind }: Pick<Asked, 'sites' | 'mostOfKind'>,
): SQL {
  const about = isAbout(sites) ?? sql`true`;
  const among = (words: Alternatives, isExact: boolean) =>
    sql`(select kind, own_id, state, changed_at, ${isExact}::boolean as is_exact from ${officeRecords}
      where found_by @@ ${queryOf(words)}::tsquery and ${about} limit ${mostLookedAt})`;
  return sql`with hit as materialized (${among(exact, true)} union all ${among(any, false)})
    select kind, own_id as "ownId" from hit
    group by kind, own_id
    order by bool_or(is_exact) desc, bool_and(state = 'withdrawn'), max(changed_at) desc, own_id
    limit ${mostOfKind + 1}`;
}

/** As PostgreSQL writes it: 'a:pump':* & 'a:40':* | 'a:pump40':* */
function queryOf(alternatives: Alternatives): string {
  return alternatives
    .map((parts) =>
      parts.map(({ lexeme, isBeginning }) => `'${lexeme}'${isBeginning ? ':*' : ''}`).join(' & '),
    )
    .join(' | ');
}
