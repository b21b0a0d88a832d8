/**
 * A `*.quayside-rescue` file, format 1: what one station recorded and central does not have yet.
 *
 *     quayside-rescue\n    16 bytes
 *     format               16 bits, big endian, like all numbers here
 *     length               of the header, 32 bits
 *     header               JSON in clear: whose work it is and how much, nothing of what it says
 *     check                SHA-256 of all before: is the header as it was written?
 *     proof                HMAC-SHA-256 of the same: is the code the right one?
 *     sheets               64 KiB each, the last one 1 byte to 64 KiB, each with 16 bytes of tag
 *
 * The one-time code (16 characters, 80 bits) and the header's salt give 64 bytes by scrypt
 * (N = 2^17, r = 8, p = 1): the key of the sheets, then the key of the proof. Sheet n, from 0, is
 * AES-256-GCM under the nonce `n in 88 bits ‖ 1 for the last sheet, else 0` (the STREAM
 * construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015), so that none can be left out,
 * swapped, repeated or cut off. In the sheets, one after the other:
 *
 *     C line\n                       a line of the journal as it stands there, oldest first
 *     P sha256 extension bytes\n     a photo, followed by its bytes
 *     E commands photos\n            the end: how many there were
 *
 * Why a code and not somebody's key: it works with everybody offline and without the station that
 * died, needs nothing kept anywhere, and the file alone is of no use to whoever finds it.
 */
import { z } from 'zod';

export const magic = Buffer.from('quayside-rescue\n', 'latin1');
export const formatNow = 1;
export const sheetBytes = 64 * 1024;
export const tagBytes = 16;
export const hashBytes = 32;
/** Magic, format and length. */
export const preludeBytes = magic.length + 2 + 4;
export const mostHeaderBytes = 4096;
export const fileExtension = 'quayside-rescue';

const Name = z.string().max(200);
export const RescueHeader = z.object({
  station: z.object({ id: z.string().max(64), name: Name }),
  site: z.object({ id: z.string().max(64), name: Name }),
  /** Wall clock of whoever made it, UTC. */
  madeAt: z.string().max(40),
  /** As counted beforehand; the end of the sheets says how many it became. */
  commands: z.number().int().nonnegative(),
  photos: z.number().int().nonnegative(),
  photoBytes: z.number().nonnegative(),
  /** 16 bytes, base64. */
  salt: z.string().length(24),
});
export type RescueHeader = z.infer<typeof RescueHeader>;

export type RescueEntry =
  | { readonly kind: 'command'; readonly line: string }
  | {
      readonly kind: 'photo';
      readonly sha256: string;
      readonly extension: 'jpg' | 'png' | 'webp';
      readonly bytes: Buffer;
    };

export function nonceOf(sheet: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(sheet, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
