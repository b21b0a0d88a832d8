import { and, asc, desc, eq, gt, gte, type SQL, sql } from 'drizzle-orm';
import type { OfficeKind } from '../../shared/office/kinds.ts';
import type { OfficeRecord } from '../../shared/office/officeCommand.ts';
import { officeChanges, officeRecords } from '../database/officeSchema.ts';
import type { Rows } from '../database/rows.ts';
import { isAbout, recordColumns, recordFrom } from './recordRows.ts';

/** A page of records in the order of our ids, from behind `after`. */
export async function recordPage(
  rows: Rows,
  asked: {
    readonly kind: OfficeKind;
    readonly source: string | null;
    readonly state: OfficeRecord['state'] | null;
    readonly after: string | null;
    readonly limit: number;
    /** Left out: of the whole company. */
    readonly sites?: readonly string[] | null;
  },
): Promise<readonly OfficeRecord[]> {
  const wanted: (SQL | undefined)[] = [
    eq(officeRecords.kind, asked.kind),
    isAbout(asked.sites ?? null),
  ];
  if (asked.source !== null) wanted.push(eq(officeRecords.source, asked.source));
  if (asked.state !== null) wanted.push(eq(officeRecords.state, asked.state));
  if (asked.after !== null) wanted.push(gt(officeRecords.ownId, asked.after));
  const found = await rows
    .select(recordColumns)
    .from(officeRecords)
    .where(and(...wanted))
    .orderBy(asc(officeRecords.ownId))
    .limit(asked.limit);
  return found.map(recordFrom);
}

const idsPerPage = 5000;

/** Ids of a sender that are not withdrawn, in the order of our ids, from behind `after`. */
export async function currentIdPage(
  rows: Rows,
  asked: {
    readonly kind: OfficeKind;
    readonly source: string;
    readonly after: string | null;
  },
): Promise<readonly { readonly ownId: string; readonly id: string }[]> {
  const { kind, source, after } = asked;
  return await rows
    .select({ ownId: officeRecords.ownId, id: officeRecords.externalId })
    .from(officeRecords)
    .where(
      and(
        eq(officeRecords.kind, kind),
        eq(officeRecords.source, source),
        eq(officeRecords.state, 'current'),
        ...(after === null ? [] : [gt(officeRecords.ownId, after)]),
      ),
    )
    .orderBy(asc(officeRecords.ownId))
    .limit(idsPerPage);
}

/** Of a record that changes every minute, for years. */
const mostVersions = 500;
const bytesOfHistory = 4 * 1024 * 1024;

/** The newest versions of a record, oldest first: so many, and no more bytes than fit into an answer, one at least. */
export async function historyOf(rows: Rows, kind: OfficeKind, ownId: string) {
  const ofRecord = and(eq(officeChanges.kind, kind), eq(officeChanges.ownId, ownId));
  const sizes = await rows
    .select({
      version: officeChanges.version,
      bytes: sql`coalesce(octet_length(${officeChanges.body}::text), 0)`.mapWith(Number),
    })
    .from(officeChanges)
    .where(ofRecord)
    .orderBy(desc(officeChanges.version))
    .limit(mostVersions);
  let bytes = 0;
  const fitting = sizes.filter((one, place) => {
    bytes += one.bytes;
    return place === 0 || bytes <= bytesOfHistory;
  });
  const found = await rows
    .select()
    .from(officeChanges)
    .where(and(ofRecord, gte(officeChanges.version, fitting.at(-1)?.version ?? 0)))
    .orderBy(asc(officeChanges.version));
  return found.map(({ version, outcome, state, body, actor, reason, at }) => ({
    version,
    outcome,
    state,
    body,
    by: actor,
    reason,
    at: at.toISOString(),
  }));
}
