/** Refunds that wait for photos: instructed only when of each list one is verified at central. */
import { and, eq, sql } from 'drizzle-orm';
import type { Rows } from '../database/rows.ts';
import { photos, refunds } from '../database/schema.ts';
import { putDocuments } from '../documents/documentRows.ts';
import { stillMissing } from '../photos/photoRows.ts';
import { refundOf } from './refundRows.ts';

/**
 * Strikes out what refunds no longer wait for, and tells the stations. `sha256`: the photo that came;
 * null: any.
 */
export async function strikePhotos(rows: Rows, sha256: string | null): Promise<void> {
  const waiting = await rows
    .select()
    .from(refunds)
    .where(
      and(
        isWaiting,
        sha256 === null
          ? sql`exists (select from jsonb_array_elements(${refunds.waitsForPhotos}) as list
              cross join jsonb_array_elements_text(list) as hash
              join ${photos} on ${photos.sha256} = hash)`
          : sql`jsonb_path_exists(${refunds.waitsForPhotos}, '$[*][*] ? (@ == $hash)',
              jsonb_build_object('hash', ${sha256}::text))`,
      ),
    )
    .orderBy(refunds.id)
    .for('update');
  for (const row of waiting) {
    const left = await stillMissing(rows, row.waitsForPhotos);
    if (left.length === row.waitsForPhotos.length) continue;
    await rows.update(refunds).set({ waitsForPhotos: left }).where(eq(refunds.id, row.id));
    const body = refundOf({ ...row, waitsForPhotos: left });
    await putDocuments(rows, [{ collection: 'refunds', body }]);
  }
}

/** Photos that were verified are lost, as after a restored back-up: what has not gone out yet waits for them again. */
export async function waitAgain(rows: Rows, hashes: readonly string[]): Promise<void> {
  const due = await rows
    .select()
    .from(refunds)
    .where(
      and(
        eq(refunds.state, 'due'),
        sql`exists (select from jsonb_array_elements(${refunds.granted} -> 'waitsForPhotos') as list
          cross join jsonb_array_elements_text(list) as hash
          where hash = any(${sql.param([...hashes])}::text[]))`,
      ),
    )
    .orderBy(refunds.id)
    .for('update');
  for (const row of due) {
    const waitsForPhotos = await stillMissing(rows, row.granted.waitsForPhotos ?? []);
    if (waitsForPhotos.length === row.waitsForPhotos.length) continue;
    await rows.update(refunds).set({ waitsForPhotos }).where(eq(refunds.id, row.id));
    const body = refundOf({ ...row, waitsForPhotos });
    await putDocuments(rows, [{ collection: 'refunds', body }]);
  }
}

export const isWaiting = sql`(${refunds.state} = 'due' and ${refunds.waitsForPhotos} <> '[]')`;

/** How many refunds wait for photos, and for how many. */
export async function countPhotoWaits(
  rows: Rows,
): Promise<{ readonly refunds: number; readonly photos: number }> {
  const [found] = await rows
    .select({
      refunds: sql<number>`count(*)::int`,
      photos: sql<number>`coalesce(sum(jsonb_array_length(${refunds.waitsForPhotos})), 0)::int`,
    })
    .from(refunds)
    .where(isWaiting);
  return found ?? { refunds: 0, photos: 0 };
}
