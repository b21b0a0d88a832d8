import { createHash } from 'node:crypto';
import { imageType } from './imageType.ts';

/** An upload nobody finished or asked about for so long is given up. */
export const forgottenAfterMs = 7 * 24 * 60 * 60_000;

/** What stored bytes really are: their hash, their size, and their type by their first bytes. */
export type FoundPhoto = {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: ReturnType<typeof imageType>;
};

export async function inspectStream(stream: AsyncIterable<Uint8Array>): Promise<FoundPhoto> {
  const hash = createHash('sha256');
  const head: number[] = [];
  let bytes = 0;
  for await (const part of stream) {
    if (head.length < 16) head.push(...part.subarray(0, 16 - head.length));
    bytes += part.length;
    hash.update(part);
  }
  return { sha256: hash.digest('hex'), bytes, mediaType: imageType(Uint8Array.from(head)) };
}
