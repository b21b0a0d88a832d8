import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import { foundBy } from '../../shared/office/finding/foundBy.ts';
import { isDone, markDone } from '../database/metaRows.ts';
import { officeRecords } from '../database/officeSchema.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { Log } from '../log.ts';
import { lexemes, recordColumns, recordFrom } from './recordRows.ts';

/** Another number, and everything is read anew: whoever changes what records are found by raises it. */
const mark = 'foundBy2';

/** Records of before it was kept what each is found by: once, before anybody is let in. */
export async function fillFoundBy(
  {
    database,
    now,
    log,
  }: {
    readonly database: Pick<CentralDatabase, 'write' | 'rows'>;
    readonly now: () => Date;
    readonly log: Log;
  },
  atOnce = 1000,
): Promise<void> {
  if (await isDone(database.rows, mark)) return;
  let filled = 0;
  for (let after = { kind: '', ownId: '' }; ; ) {
    const page = await database.rows
      .select(recordColumns)
      .from(officeRecords)
      .where(
        or(
          gt(officeRecords.kind, after.kind),
          and(eq(officeRecords.kind, after.kind), gt(officeRecords.ownId, after.ownId)),
        ),
      )
      .orderBy(asc(officeRecords.kind), asc(officeRecords.ownId))
      .limit(atOnce);
    const last = page.at(-1);
    if (last === undefined) break;
    const found = page.map((row) => ({
      kind: row.kind,
      own_id: row.ownId,
      found_by: lexemes(foundBy(recordFrom(row))),
    }));
    await database.write((rows) =>
      rows.execute(
        sql`update ${officeRecords} as record set found_by = said.found_by::tsvector
          from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
            as said(kind text, own_id text, found_by text)
          where record.kind = said.kind and record.own_id = said.own_id`,
      ),
    );
    filled += page.length;
    after = last;
  }
  await database.write((rows) => markDone(rows, mark, now().toISOString()));
  if (filled > 0) log.info({ records: filled }, 'records of before can be found by their words');
}
