import { and, asc, eq, gt, type SQL } from 'drizzle-orm';
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

/** Everything that was ever said of a record, first to last: who, when, why, and what it was then. */
export async function historyOf(rows: Rows, kind: OfficeKind, ownId: string) {
  const found = await rows
    .select()
    .from(officeChanges)
    .where(and(eq(officeChanges.kind, kind), eq(officeChanges.ownId, ownId)))
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
