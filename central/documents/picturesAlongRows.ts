import { sql } from 'drizzle-orm';
import type { ReturnCase } from '../../shared/facts/documents.ts';
import type { Rows } from '../database/rows.ts';
import { facts, photos } from '../database/schema.ts';

/** What clients sent with an application is seen at the site of their return. */
export async function showEvidence(rows: Rows, { siteId, application }: ReturnCase): Promise<void> {
  const theirs = (application?.evidence ?? []).flatMap(({ sha256 }) => sha256 ?? []);
  if (theirs.length > 0)
    await rows.execute(
      sql`update ${photos} set site_ids = array_append(site_ids, ${siteId}::text)
        where site_ids is not null and not ${siteId} = any(site_ids)
          and sha256 = any(${sql.param(theirs)}::text[])`,
    );
}

/** What articles look like is seen wherever they are sent back to. */
export async function showEverywhere(rows: Rows, pictures: readonly string[]): Promise<void> {
  if (pictures.length > 0)
    await rows.execute(
      sql`update ${photos} set site_ids = null
        where site_ids is not null and sha256 = any(${sql.param([...pictures])}::text[])`,
    );
}

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
