import { sql } from 'drizzle-orm';
import type { ReturnCase } from '../../shared/facts/documents.ts';
import type { Rows } from '../database/rows.ts';
import { facts, photos } from '../database/schema.ts';

/** The pictures of a case that moves, the client's and the stations', may be seen where it goes. */
export async function takePicturesAlong(
  rows: Rows,
  { id, siteId, application }: ReturnCase,
): Promise<void> {
  const theirs = (application?.evidence ?? []).flatMap(({ sha256 }) => sha256 ?? []);
  await rows.execute(
    sql`update ${photos} set site_ids = array_append(site_ids, ${siteId}::text)
      where site_ids is not null and not ${siteId} = any(site_ids)
        and (sha256 = any(${sql.param(theirs)}::text[]) or sha256 in (
          select body ->> 'sha256' from ${facts} where case_id = ${id} and kind = 'photoTaken'))`,
  );
}
