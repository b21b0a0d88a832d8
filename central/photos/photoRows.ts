import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Rows } from '../database/rows.ts';
import { photos } from '../database/schema.ts';

/** A photo is here, checked by its hash, and these sites may see it (null: every site). */
export async function recordPhoto(
  rows: Rows,
  photo: { readonly sha256: string; readonly mediaType: string; readonly bytes: number },
  siteIds: readonly string[] | null,
  now: Date,
): Promise<void> {
  await rows
    .insert(photos)
    .values({ ...photo, storedAt: now, siteIds: siteIds === null ? null : [...siteIds] })
    .onConflictDoUpdate({
      target: photos.sha256,
      set: {
        siteIds: sql`case when ${photos.siteIds} is null or excluded.site_ids is null then null
          else (select array_agg(distinct site) from unnest(${photos.siteIds} || excluded.site_ids) as site) end`,
      },
    });
}

export type KnownPhoto = {
  readonly mediaType: string;
  readonly shownSha256: string | null;
  readonly cannotBeShown: boolean;
};

export async function photoForSite(
  rows: Rows,
  sha256: string,
  siteId: string,
): Promise<KnownPhoto | null> {
  const [found] = await rows
    .select({
      mediaType: photos.mediaType,
      shownSha256: photos.shownSha256,
      cannotBeShown: photos.cannotBeShown,
    })
    .from(photos)
    .where(
      and(
        eq(photos.sha256, sha256),
        or(isNull(photos.siteIds), sql`${siteId} = any(${photos.siteIds})`),
      ),
    );
  return found ?? null;
}

export async function verifiedAmong(
  rows: Rows,
  hashes: readonly string[],
  siteId: string,
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const found = await rows
    .select({ sha256: photos.sha256 })
    .from(photos)
    .where(
      and(
        inArray(photos.sha256, [...hashes]),
        or(isNull(photos.siteIds), sql`${siteId} = any(${photos.siteIds})`),
      ),
    );
  return new Set(found.map(({ sha256 }) => sha256));
}

/** Some of what is known, in the order of the hashes. */
export async function photosAfter(
  rows: Rows,
  sha256: string,
  limit: number,
): Promise<readonly { readonly sha256: string; readonly bytes: number }[]> {
  return rows
    .select({ sha256: photos.sha256, bytes: photos.bytes })
    .from(photos)
    .where(gt(photos.sha256, sha256))
    .orderBy(asc(photos.sha256))
    .limit(limit);
}

/** What pages show of a photo; null: nothing ever. */
export async function noteShown(
  rows: Rows,
  sha256: string,
  shownSha256: string | null,
): Promise<void> {
  await rows
    .update(photos)
    .set({ shownSha256, cannotBeShown: shownSha256 === null })
    .where(eq(photos.sha256, sha256));
}

export async function forgetPhotos(rows: Rows, hashes: readonly string[]): Promise<void> {
  await rows.delete(photos).where(inArray(photos.sha256, [...hashes]));
}

type Lists = readonly (readonly string[])[];

/** Of these lists of hashes, those no photo of which is here. */
export async function stillMissing(rows: Rows, lists: Lists): Promise<Lists> {
  const hashes = [...new Set(lists.flat())];
  if (hashes.length === 0) return [];
  const found = await rows
    .select({ sha256: photos.sha256 })
    .from(photos)
    .where(inArray(photos.sha256, hashes));
  const here = new Set(found.map(({ sha256 }) => sha256));
  return lists.filter((list) => !list.some((hash) => here.has(hash)));
}
