import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { OfficeKind } from '../../shared/office/kinds.ts';
import type { OfficeRecord } from '../../shared/office/officeCommand.ts';
import { officeRecords } from '../database/officeSchema.ts';
import type { Rows } from '../database/rows.ts';
import { recordFrom } from './recordRows.ts';

/** What somebody would look for a record by; serial numbers are found by their order line. */
const names = ['name', 'title', 'number', 'badge', 'rma', 'city', 'orderNumber', 'deliveryNumber'];
const words = sql.join(
  names.map((name) => sql`${officeRecords.body} ->> ${sql.raw(`'${name}'`)}`),
  sql.raw(', '),
);

/** Records in which every word stands, those that changed last first. */
export async function findRecords(
  rows: Rows,
  asked: {
    readonly kinds: readonly OfficeKind[];
    readonly words: readonly string[];
    readonly limit: number;
  },
): Promise<readonly OfficeRecord[]> {
  if (asked.kinds.length === 0) return [];
  const said = sql`concat_ws(' ', ${officeRecords.externalId}, ${officeRecords.source}, ${words})`;
  const wanted: SQL[] = [inArray(officeRecords.kind, [...asked.kinds])];
  for (const word of asked.words)
    wanted.push(sql`(${said} ilike ${`%${escaped(word)}%`} or ${eq(officeRecords.ownId, word)})`);
  const found = await rows
    .select()
    .from(officeRecords)
    .where(and(...wanted))
    .orderBy(desc(officeRecords.changedAt), officeRecords.ownId)
    .limit(asked.limit);
  return found.map(recordFrom);
}

function escaped(word: string): string {
  return word.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
