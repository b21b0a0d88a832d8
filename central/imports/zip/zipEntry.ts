import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { bounds } from '../table/bounds.ts';
import { bytePieces } from '../table/bytePieces.ts';
import { FileRefused } from '../table/fileRefusal.ts';
import { broken, bytesAt, type ZipEntry } from './zipDirectory.ts';

const entryHeaderSign = 0x04034b50;
const step = 64 * 1024;

/**
 * What an entry holds, piece by piece. Its size is counted as it comes out, whatever the directory
 * said of it, and its checksum is proved at the end.
 */
export async function* inflatedBytes(
  file: FileHandle,
  entry: ZipEntry,
): AsyncGenerator<Buffer, void, undefined> {
  const header = await bytesAt(file, entry.headerAt, 30);
  if (header.readUInt32LE(0) !== entryHeaderSign) broken(`${entry.name} is missing`);
  const from = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  let bytes = 0;
  let crc = 0;
  for await (const piece of piecesOf(file, entry, from)) {
    bytes += piece.length;
    if (bytes > entry.bytes) broken(`${entry.name} is longer than it says`);
    if (bytes > bounds.inflatedBytes) throw new FileRefused({ code: 'zipBomb', name: entry.name });
    crc = crc32(piece, crc);
    yield piece;
  }
  if (bytes !== entry.bytes) broken(`${entry.name} is cut off`);
  if (crc !== entry.crc) broken(`${entry.name} was changed`);
}

async function* piecesOf(
  file: FileHandle,
  entry: ZipEntry,
  from: number,
): AsyncGenerator<Buffer, void, undefined> {
  if (entry.packedBytes === 0) return;
  const packed = file.createReadStream({
    start: from,
    end: from + entry.packedBytes - 1,
    autoClose: false,
    highWaterMark: step,
  });
  // What goes wrong with the file ends the pieces too, where it is said.
  const pieces = entry.isStored
    ? packed
    : pipeline(packed, createInflateRaw({ chunkSize: step }), () => undefined);
  try {
    yield* bytePieces(pieces);
  } catch (cause) {
    if (cause instanceof FileRefused) throw cause;
    broken(`${entry.name} cannot be unpacked`);
  }
}
