import type { FileHandle } from 'node:fs/promises';
import { bounds } from '../table/bounds.ts';
import { FileRefused } from '../table/fileRefusal.ts';

/** Where an entry lies and what it says of itself; nothing of it was opened yet. */
export type ZipEntry = {
  readonly name: string;
  readonly isStored: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Of its header, from the beginning of the file. */
  readonly headerAt: number;
};

const endSign = 0x06054b50;
const end64Sign = 0x06064b50;
const locator64Sign = 0x07064b50;
const entrySign = 0x02014b50;
const endLength = 22;
const longestComment = 0xffff;
const headerLength = 30;
const overflow32 = 0xffffffff;
const mostDirectoryBytes = 4 * 1024 * 1024;

/**
 * The entries of an archive (PKWARE's APPNOTE 6.3.10) by its directory, checked before anything is
 * inflated: how many, how large, how well packed, none twice, none over another.
 */
export async function zipDirectory(
  file: FileHandle,
  fileBytes: number,
): Promise<readonly ZipEntry[]> {
  const { at, length, count } = await whereDirectoryIs(file, fileBytes);
  if (count > bounds.zipEntries) broken(`${count} entries`);
  if (length > mostDirectoryBytes || at + length > fileBytes) broken('its directory lies outside');
  const directory = await bytesAt(file, at, length);
  const entries: ZipEntry[] = [];
  let next = 0;
  for (let n = 0; n < count; n += 1) {
    const read = entryAt(directory, next);
    entries.push(read.entry);
    next = read.next;
  }
  check(entries, at);
  return entries;
}

async function whereDirectoryIs(file: FileHandle, fileBytes: number) {
  const tailBytes = Math.min(fileBytes, endLength + longestComment);
  const tail = await bytesAt(file, fileBytes - tailBytes, tailBytes);
  for (let i = tailBytes - endLength; i >= 0; i -= 1) {
    const isEnd =
      tail.readUInt32LE(i) === endSign && i + endLength + tail.readUInt16LE(i + 20) === tailBytes;
    if (!isEnd) continue;
    const count = tail.readUInt16LE(i + 10);
    const length = tail.readUInt32LE(i + 12);
    const at = tail.readUInt32LE(i + 16);
    const isLarge = count === 0xffff || length === overflow32 || at === overflow32;
    return isLarge ? await whereLargeDirectoryIs(file, tail, i) : { at, length, count };
  }
  return broken('its directory is missing');
}

async function whereLargeDirectoryIs(file: FileHandle, tail: Buffer, endAt: number) {
  const locatorAt = endAt - 20;
  if (locatorAt < 0 || tail.readUInt32LE(locatorAt) !== locator64Sign)
    return broken('its directory is missing');
  const record = await bytesAt(file, whole(tail, locatorAt + 8), 56);
  if (record.readUInt32LE(0) !== end64Sign) return broken('its directory is missing');
  return { count: whole(record, 32), length: whole(record, 40), at: whole(record, 48) };
}

function entryAt(
  directory: Buffer,
  at: number,
): { readonly entry: ZipEntry; readonly next: number } {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySign)
    return broken('its directory is cut off');
  const extraAt = at + 46 + directory.readUInt16LE(at + 28);
  const extraEnd = extraAt + directory.readUInt16LE(at + 30);
  const next = extraEnd + directory.readUInt16LE(at + 32);
  if (next > directory.length) return broken('its directory is cut off');
  if ((directory.readUInt16LE(at + 8) & 1) === 1) throw new FileRefused({ code: 'withPassword' });
  const method = directory.readUInt16LE(at + 10);
  const name = directory.toString('utf8', at + 46, extraAt);
  if (method !== 0 && method !== 8) return broken(`${name} is packed in a way not known`);
  const large = largeNumbers(directory.subarray(extraAt, extraEnd));
  const or64 = (said: number) => (said === overflow32 ? large() : said);
  const bytes = or64(directory.readUInt32LE(at + 24));
  const packedBytes = or64(directory.readUInt32LE(at + 20));
  const headerAt = or64(directory.readUInt32LE(at + 42));
  const crc = directory.readUInt32LE(at + 16);
  return { entry: { name, isStored: method === 0, crc, packedBytes, bytes, headerAt }, next };
}

/** The numbers of the Zip64 extra field, in their order. */
function largeNumbers(extra: Buffer): () => number {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const numbers = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    let next = 0;
    return () => {
      next += 8;
      return next > numbers.length ? broken('a size is missing') : whole(numbers, next - 8);
    };
  }
  return () => broken('a size is missing');
}

function check(entries: readonly ZipEntry[], directoryAt: number): void {
  if (new Set(entries.map(({ name }) => name)).size < entries.length)
    broken('a name stands there twice');
  let free = 0;
  for (const entry of [...entries].sort((one, other) => one.headerAt - other.headerAt)) {
    if (entry.headerAt < free) broken('entries lie over each other');
    free = entry.headerAt + headerLength + Buffer.byteLength(entry.name) + entry.packedBytes;
    if (free > directoryAt) broken('an entry lies outside');
    if (isBomb(entry)) throw new FileRefused({ code: 'zipBomb', name: entry.name.slice(0, 100) });
  }
}

function isBomb({ bytes, packedBytes }: ZipEntry): boolean {
  const isTight = bytes > bounds.ratioFromBytes && bytes > packedBytes * bounds.inflatedRatio;
  return isTight || bytes > bounds.inflatedBytes;
}

export async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  return bytesRead === length ? bytes : broken('it is cut off');
}

function whole(bytes: Buffer, at: number): number {
  const number = bytes.readBigUInt64LE(at);
  return number <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(number) : broken('a size is absurd');
}

export function broken(why: string): never {
  throw new FileRefused({ code: 'brokenZip', why });
}
