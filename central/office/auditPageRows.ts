import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { OfficeKind } from '../../shared/office/kinds.ts';
import { type AuditEntry, type AuditQuery, auditLimits } from '../../shared/sync/adminAuditApi.ts';
import { ask } from '../database/ask.ts';
import { officeChanges, officeRecords } from '../database/officeSchema.ts';
import type { Rows } from '../database/rows.ts';
import { audit } from '../database/schema.ts';

type Log = typeof audit | typeof officeChanges;
type Page = { entries: AuditEntry[]; cursor: string | null };

const dayMs = 24 * 60 * 60_000;
const beyond = Number.MAX_SAFE_INTEGER;
const End = z.object({ count: z.coerce.number(), least: z.coerce.number().nullable() });

/**
 * What was done, or what was said of records, newest first. Both logs are numbered as they came: so
 * many entries are looked through at a time, and a page may come back with nothing on it and a cursor.
 */
export async function auditPage(
  rows: Rows,
  asked: AuditQuery,
  lookedThrough: number = auditLimits.lookedThrough,
): Promise<Page> {
  const log = asked.about === 'acts' ? audit : officeChanges;
  const below =
    asked.cursor === undefined ? await afterDay(rows, log, asked.until) : Number(asked.cursor);
  const [end] = await ask(
    rows,
    sql`select count(*) as count, min(sequence) as least from (select sequence from ${log}
      where sequence < ${below} order by sequence desc limit ${lookedThrough}) as looked`,
    End,
  );
  const least = end?.least ?? null;
  if (least === null) return { entries: [], cursor: null };
  const among: (SQL | undefined)[] = [
    lt(log.sequence, below),
    gte(log.sequence, least),
    asked.from === undefined ? undefined : gte(log.at, new Date(`${asked.from}T00:00:00Z`)),
    asked.actor.trim() === '' ? undefined : sql`${log.actor} ilike ${like(asked.actor.trim())}`,
  ];
  const found =
    log === audit
      ? await actsAmong(rows, among, asked.limit + 1)
      : await changesAmong(rows, among, asked);
  const entries = found.slice(0, asked.limit);
  const last = entries.at(-1);
  if (found.length > asked.limit && last) return { entries, cursor: String(last.number) };
  const isMore = (end?.count ?? 0) === lookedThrough && !(await isBefore(rows, log, least, asked));
  return { entries, cursor: isMore ? String(least) : null };
}

async function actsAmong(rows: Rows, among: readonly (SQL | undefined)[], limit: number) {
  const found = await rows
    .select()
    .from(audit)
    .where(and(...among))
    .orderBy(desc(audit.sequence))
    .limit(limit);
  return found.map(({ sequence, at, actor, verb, object, detail }): AuditEntry => {
    const noted = Object.entries(typeof detail === 'object' && detail !== null ? detail : {});
    const isReason = ([name]: readonly [string, unknown]) => name === 'reason' || name === 'why';
    const said = noted.filter(isReason).map(([, value]) => textOf(value));
    return {
      source: 'act',
      number: sequence,
      at: at.toISOString(),
      actor: actor.replace(/^admin: /, ''),
      reason: said.length === 0 ? null : said.join(' · '),
      verb,
      object,
      noted: noted
        .filter((one) => !isReason(one))
        .map(([name, value]) => ({ name, value: textOf(value).slice(0, longest) })),
    };
  });
}

const longest = 500;

async function changesAmong(
  rows: Rows,
  among: readonly (SQL | undefined)[],
  { about, limit }: AuditQuery,
) {
  const kind = OfficeKind.safeParse(about);
  const found = await rows
    .select({
      number: officeChanges.sequence,
      at: officeChanges.at,
      actor: officeChanges.actor,
      reason: officeChanges.reason,
      kind: officeChanges.kind,
      outcome: officeChanges.outcome,
      version: officeChanges.version,
      source: officeRecords.source,
      id: officeRecords.externalId,
    })
    .from(officeChanges)
    .innerJoin(
      officeRecords,
      and(eq(officeRecords.kind, officeChanges.kind), eq(officeRecords.ownId, officeChanges.ownId)),
    )
    .where(and(...among, kind.success ? eq(officeChanges.kind, kind.data) : undefined))
    .orderBy(desc(officeChanges.sequence))
    .limit(limit + 1);
  return found.map(
    ({ at, kind: of, source, id, ...rest }): AuditEntry => ({
      ...rest,
      source: 'record',
      kind: of,
      at: at.toISOString(),
      ref: { source, id },
    }),
  );
}

function like(word: string): string {
  return `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Whether everything up to this number is older than what is asked for. */
async function isBefore(rows: Rows, log: Log, sequence: number, { from }: AuditQuery) {
  if (from === undefined) return false;
  const [found] = await rows.select({ at: log.at }).from(log).where(eq(log.sequence, sequence));
  return found !== undefined && found.at < new Date(`${from}T00:00:00Z`);
}

/** The first number of what came after a day, halved towards by number: the log has no index by time. */
async function afterDay(rows: Rows, log: Log, until: string | undefined): Promise<number> {
  if (until === undefined) return beyond;
  const over = new Date(Date.parse(`${until}T00:00:00Z`) + dayMs);
  const [newest] = await rows
    .select({ sequence: log.sequence })
    .from(log)
    .orderBy(desc(log.sequence))
    .limit(1);
  let [low, high] = [0, (newest?.sequence ?? 0) + 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const [found] = await rows
      .select({ at: log.at })
      .from(log)
      .where(lt(log.sequence, middle + 1))
      .orderBy(desc(log.sequence))
      .limit(1);
    if (found === undefined || found.at < over) low = middle;
    else high = middle;
  }
  return high;
}
