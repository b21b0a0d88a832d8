import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { hasTooManyPixels, readImageHeader } from '../../shared/facts/imageHeader.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import { ApiRefusal } from '../http/apiError.ts';
import type { CallingStation } from '../people/tokenRows.ts';
import { type KnownPhoto, noteShown, photoForSite } from '../photos/photoRows.ts';
import type { PhotoStore } from '../photos/photoStore.ts';
import type { Reencoder } from '../photos/reencoder.ts';

type Deps = {
  readonly database: CentralDatabase;
  readonly store: PhotoStore;
  readonly reencoder: Reencoder;
};

export type ShownPhoto = {
  readonly sha256: string;
  readonly bytes: number;
  readonly stream: Readable;
};

/**
 * What a page may show of a photo: made at the first asking, kept under its own hash beside the
 * original's, made again when the store has lost it. The original itself is evidence no page opens.
 */
export async function shownPhoto(
  deps: Deps,
  station: CallingStation,
  sha256: string,
): Promise<ShownPhoto> {
  const known = await photoForSite(deps.database.rows, sha256, station.siteId);
  if (known === null) throw new ApiRefusal('notFound', 'No such photo');
  return (await keptBefore(deps, known)) ?? (await make(deps, station, sha256));
}

async function keptBefore(
  { store }: Deps,
  { shownSha256, cannotBeShown }: KnownPhoto,
): Promise<ShownPhoto | null> {
  if (cannotBeShown) throw notToBeShown();
  const kept = shownSha256 === null ? null : await store.read(shownSha256);
  return kept && shownSha256 !== null ? { sha256: shownSha256, ...kept } : null;
}

async function make(
  deps: Deps,
  { stationId, siteId }: CallingStation,
  sha256: string,
): Promise<ShownPhoto> {
  const { database, store, reencoder } = deps;
  const original = await store.read(sha256);
  original?.stream.destroy();
  if (original === null) throw new ApiRefusal('notFound', 'No such photo');
  const made = await reencoder.reencode(stationId, async () => {
    const whole = await store.read(sha256);
    const bytes = whole === null ? new Uint8Array() : await buffer(whole.stream);
    const header = readImageHeader(bytes);
    // Kept before headers were looked at.
    return header === null || hasTooManyPixels(header) ? null : bytes;
  });
  if (!made.ok && made.refusal === 'busy')
    throw new ApiRefusal('unavailable', 'The picture is not ready yet');
  const shown = made.ok ? await store.put(made.value) : null;
  await database.write((rows) => noteShown(rows, sha256, shown?.sha256 ?? null));
  const known = await photoForSite(database.rows, sha256, siteId);
  const kept = known && (await keptBefore(deps, known));
  if (!kept) throw new ApiRefusal('notFound', 'No such photo');
  return kept;
}

function notToBeShown(): ApiRefusal {
  return new ApiRefusal('notFound', 'No decoder reads this photo: it is kept as evidence');
}
