import { createHash } from 'node:crypto';
import { type ImageHeader, readImageHeader } from '../../shared/facts/imageHeader.ts';
import { imageType } from './imageType.ts';

/** An upload nobody finished or asked about for so long is given up. */
export const forgottenAfterMs = 7 * 24 * 60 * 60_000;

/** What stored bytes really are: their hash, their size, their type by their first bytes, and their header. */
export type FoundPhoto = {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: ReturnType<typeof imageType>;
  /** null: not a whole picture. */
  readonly header: ImageHeader | null;
};

export async function inspectStream(stream: AsyncIterable<Uint8Array>): Promise<FoundPhoto> {
  const hash = createHash('sha256');
  const parts: Uint8Array[] = [];
  for await (const part of stream) {
    parts.push(part);
    hash.update(part);
  }
  const whole = Buffer.concat(parts);
  return {
    sha256: hash.digest('hex'),
    bytes: whole.length,
    mediaType: imageType(whole),
    header: readImageHeader(whole),
  };
}
