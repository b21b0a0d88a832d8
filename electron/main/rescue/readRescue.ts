import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import { limits } from '../../../shared/sync/centralApi.ts';
import { parsedJson } from '../machine/jsonFile.ts';
import { keysFrom, type RescueKeys } from './rescueCode.ts';
import {
  formatNow,
  hashBytes,
  magic,
  mostHeaderBytes,
  nonceOf,
  preludeBytes,
  type RescueEntry,
  RescueHeader,
  sheetBytes,
  tagBytes,
} from './rescueFormat.ts';

export type HeaderRefusal =
  | { readonly code: 'notRescueFile' }
  | { readonly code: 'newerFormat'; readonly format: number }
  | { readonly code: 'damagedHeader' };

export type ReadHeader = {
  readonly header: RescueHeader;
  /** What the proof is about, the proof, and where the sheets begin. */
  readonly proved: Buffer;
  readonly proof: Buffer;
  readonly sheetsAt: number;
};

/** From here on the file is not what was written: cut off, changed, or unreadable. */
export class RescueDamaged extends Error {}

/** What stands in clear. Nothing of it is proved before the right code is there. */
export async function readHeader(file: FileHandle): Promise<Result<ReadHeader, HeaderRefusal>> {
  const prelude = await bytesAt(file, 0, preludeBytes);
  if (!prelude.subarray(0, magic.length).equals(magic)) return refuse({ code: 'notRescueFile' });
  if (prelude.length < preludeBytes) return refuse({ code: 'damagedHeader' });
  const format = prelude.readUInt16BE(magic.length);
  if (format > formatNow) return refuse({ code: 'newerFormat', format });
  const length = prelude.readUInt32BE(magic.length + 2);
  if (format < 1 || length > mostHeaderBytes) return refuse({ code: 'damagedHeader' });

  const rest = await bytesAt(file, preludeBytes, length + 2 * hashBytes);
  const proved = Buffer.concat([prelude, rest.subarray(0, length)]);
  const check = createHash('sha256').update(proved).digest();
  const isWhole =
    rest.length === length + 2 * hashBytes &&
    check.equals(rest.subarray(length, length + hashBytes));
  const header = isWhole ? parsedJson(rest.toString('utf8', 0, length), RescueHeader) : null;
  if (header === null) return refuse({ code: 'damagedHeader' });
  const proof = rest.subarray(length + hashBytes);
  return accept({ header, proved, proof, sheetsAt: preludeBytes + rest.length });
}

/** Null: not this file's code. About half a second. */
export async function unlock(
  { header, proved, proof }: ReadHeader,
  code: string,
): Promise<RescueKeys | null> {
  const keys = await keysFrom(code, Buffer.from(header.salt, 'base64'));
  return timingSafeEqual(createHmac('sha256', keys.proof).update(proved).digest(), proof)
    ? keys
    : null;
}

/**
 * Everything in the sheets, in order and one at a time. Whatever is given out is proved; throws
 * `RescueDamaged` where that ends, and before it returns it has seen the end.
 */
export async function* readEntries(
  file: FileHandle,
  sheetsAt: number,
  keys: RescueKeys,
): AsyncGenerator<RescueEntry> {
  const text = opened(file, sheetsAt, keys);
  const counted = { C: 0, P: 0 };
  for (;;) {
    const line = await text.line();
    const said = line.slice(2);
    if (line.startsWith('C ')) {
      counted.C += 1;
      yield { kind: 'command', line: said };
    } else if (line.startsWith('P ')) {
      const [, sha256, extension, length] =
        /^([0-9a-f]{64}) (jpg|png|webp) (\d+)$/.exec(said) ?? [];
      const size = Number(length);
      if (sha256 === undefined || !isExtension(extension) || !(size <= limits.photoBytes))
        throw new RescueDamaged('a photo is not announced as it should be');
      counted.P += 1;
      yield { kind: 'photo', sha256, extension, bytes: await text.bytes(size) };
    } else if (line === `E ${counted.C} ${counted.P}` && (await text.isAtEnd())) return;
    else throw new RescueDamaged('neither a command, a photo, nor the end');
  }
}

const mostLineBytes = 1024 * 1024;

/** Lines and bytes out of the sheets, holding no more of them than what was asked for. */
function opened(file: FileHandle, sheetsAt: number, keys: RescueKeys) {
  let held: Buffer = Buffer.alloc(0);
  let sheet = 0;
  let isLast = false;

  async function turn(): Promise<boolean> {
    if (isLast) return false;
    const whole = sheetBytes + tagBytes;
    const at = sheetsAt + sheet * whole;
    // One byte more says whether another sheet follows.
    const found = await bytesAt(file, at, whole + 1);
    isLast = found.length <= whole;
    const sealed = found.subarray(0, whole);
    if (sealed.length <= tagBytes) throw new RescueDamaged('the end is missing');
    held = Buffer.concat([held, unsealed(sealed, nonceOf(sheet, isLast), keys.sheets)]);
    sheet += 1;
    return true;
  }

  return {
    async line(): Promise<string> {
      for (;;) {
        const end = held.indexOf(0x0a);
        if (end >= 0) {
          const line = held.toString('utf8', 0, end);
          held = held.subarray(end + 1);
          return line;
        }
        if (held.length > mostLineBytes || !(await turn()))
          throw new RescueDamaged('a line has no end');
      }
    },
    async bytes(count: number): Promise<Buffer> {
      const parts: Buffer[] = [];
      let missing = count;
      for (;;) {
        const part = held.subarray(0, missing);
        parts.push(part);
        missing -= part.length;
        held = held.subarray(part.length);
        if (missing === 0) return Buffer.concat(parts);
        if (!(await turn())) throw new RescueDamaged('a photo is cut off');
      }
    },
    isAtEnd: async () => held.length === 0 && !(await turn()),
  };
}

function unsealed(sealed: Buffer, nonce: Buffer, key: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const plain = decipher.update(sealed.subarray(0, -tagBytes));
  try {
    decipher.final();
  } catch (cause) {
    throw new RescueDamaged('a sheet is not as it was written', { cause });
  }
  return plain;
}

function isExtension(found: string | undefined): found is 'jpg' | 'png' | 'webp' {
  return found === 'jpg' || found === 'png' || found === 'webp';
}

/** Fewer where the file ends. */
async function bytesAt(file: FileHandle, position: number, count: number): Promise<Buffer> {
  const buffer = Buffer.alloc(count);
  let filled = 0;
  while (filled < count) {
    const { bytesRead } = await file.read(buffer, filled, count - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
