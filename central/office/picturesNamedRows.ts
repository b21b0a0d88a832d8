import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { pictureOf } from '../../shared/office/finding/foundBy.ts';
import { ask } from '../database/ask.ts';
import { officeRecords } from '../database/officeSchema.ts';
import type { Rows } from '../database/rows.ts';

/** Sites that may see a picture because records name it: of an article every one (null), of a return its own. */
export async function sitesNaming(rows: Rows, sha256: string): Promise<readonly string[] | null> {
  const words = (['articles', 'returns'] as const).map((kind) => `'${pictureOf(kind, sha256)}'`);
  const found = await ask(
    rows,
    sql`select kind, site_ids as "siteIds" from ${officeRecords}
      where found_by @@ ${words.join(' | ')}::tsquery`,
    z.object({ kind: z.string(), siteIds: z.array(z.string()).nullable() }),
  );
  if (found.some(({ kind }) => kind === 'articles')) return null;
  return [...new Set(found.flatMap(({ siteIds }) => siteIds ?? []))];
}
