import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Fact, FactOf } from '../../../shared/facts/fact.ts';
import { drawnPhoto, photoFile } from './drawnPhotos.ts';
import { type PhotoName, photoNames } from './photoList.ts';

/** Length, name and check of the chunk that ends every PNG. */
const ending = 12;

const namesByHash = new Map(photoNames.map((name) => [drawnPhoto(name).sha256, name]));

/**
 * The facts with a picture of its own for each photo, as a camera takes them: the drawing with a line of
 * text (PNG, 11.3.4.3) that says which taking it is. One picture proves the claim of one case.
 */
export async function withOwnPhotos(
  facts: readonly Fact[],
  keep: (bytes: Uint8Array) => Promise<unknown>,
): Promise<readonly Fact[]> {
  const drawings = new Map<PhotoName, Buffer>();
  const own: Fact[] = [];
  for (const fact of facts) {
    const name = fact.kind === 'photoTaken' ? namesByHash.get(fact.sha256) : undefined;
    if (fact.kind !== 'photoTaken' || name === undefined) {
      own.push(fact);
      continue;
    }
    const drawing = drawings.get(name) ?? (await readFile(photoFile(name)));
    drawings.set(name, drawing);
    const bytes = marked(drawing, fact);
    await keep(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    own.push({ ...fact, sha256, bytes: bytes.length });
  }
  return own;
}

function marked(png: Buffer, { at, photoId }: FactOf<'photoTaken'>): Buffer {
  const text = Buffer.from(`tEXtComment\0Quayside ${at.utc} ${photoId}`, 'latin1');
  const chunk = Buffer.alloc(text.length + 8);
  chunk.writeUInt32BE(text.length - 4);
  text.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(text), text.length + 4);
  return Buffer.concat([png.subarray(0, -ending), chunk, png.subarray(-ending)]);
}
