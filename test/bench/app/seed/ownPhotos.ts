/** Gives every photo of the returns a file of its own: the demo's drawings, each ending differently. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { drawnPhoto, photoFile } from '../../../../central/demo/company/drawnPhotos.ts';
import { type PhotoName, photoNames } from '../../../../central/demo/company/photoList.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';

export type OwnPhoto = { readonly name: PhotoName; readonly number: number };

const named = new Map(photoNames.map((name) => [drawnPhoto(name).sha256, name]));
const drawings = new Map<PhotoName, Buffer>();

export function withOwnPhotos(
  facts: readonly Fact[],
  most: number,
): { readonly facts: readonly Fact[]; readonly photos: readonly OwnPhoto[] } {
  const photos: OwnPhoto[] = [];
  const own = facts.map((fact): Fact => {
    const name = fact.kind === 'photoTaken' ? named.get(fact.sha256) : undefined;
    if (fact.kind !== 'photoTaken' || name === undefined || photos.length >= most) return fact;
    const photo = { name, number: photos.length };
    photos.push(photo);
    const bytes = bytesOf(photo);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { ...fact, sha256, bytes: bytes.length };
  });
  return { facts: own, photos };
}

/** What follows a picture's end is read by nobody. */
export function bytesOf({ name, number }: OwnPhoto): Buffer {
  const drawing = drawings.get(name) ?? readFileSync(photoFile(name));
  drawings.set(name, drawing);
  return Buffer.concat([drawing, Buffer.from(`bench ${number}`)]);
}
