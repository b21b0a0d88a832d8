import { isAscii, isUtf8 } from 'node:buffer';
import type { encodings } from '../../../shared/sync/tableForms.ts';
import { FileRefused } from '../table/fileRefusal.ts';

/** What may be said of a file; `TextDecoder` knows them all by these names. */
export type Encoding = (typeof encodings)[number];

export type EncodingFound = {
  readonly encoding: Encoding;
  /** `fallback`: it is not UTF-8, and what most spreadsheets in the West write is taken instead. */
  readonly by: 'said' | 'byteOrderMark' | 'bytes' | 'fallback';
  /** Bytes of the byte order mark. */
  readonly skip: number;
};

/** So much of the beginning says whether every other byte is zero. */
const sample = 4096;
/** Letters that happen to look like UTF-8 in a text that is not: `Ã¼` is not one German word in a million. */
const mostByChance = 0.1;

/** Which encoding a text has, by all its bytes: one line in a million may be the only one with an umlaut. */
export function encodingFinder() {
  let start = Buffer.alloc(0);
  let pending = Buffer.alloc(0);
  let line = 1;
  let whole = 0;
  let broken = 0;
  let brokenLine = 0;
  let hasNul = false;

  function count(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const byte = bytes[at] ?? 0;
      const length = byte < 0x80 ? 1 : sequenceAt(bytes, at);
      if (byte === 0x0a) line += 1;
      if (length > 1) whole += 1;
      if (length === 0) {
        broken += 1;
        if (brokenLine === 0) brokenLine = line;
      }
      at += length || 1;
    }
  }

  return {
    add(bytes: Buffer): void {
      if (start.length < sample) start = Buffer.concat([start, bytes.subarray(0, sample)]);
      hasNul ||= bytes.includes(0);
      const all = pending.length > 0 ? Buffer.concat([pending, bytes]) : bytes;
      const cut = all.length - unfinished(all);
      pending = Buffer.from(all.subarray(cut));
      const now = all.subarray(0, cut);
      if (!isUtf8(now)) return count(now);
      if (!isAscii(now)) whole += 1;
      if (broken > 0) return;
      for (let at = now.indexOf(10); at !== -1; at = now.indexOf(10, at + 1)) line += 1;
    },
    found(said: Encoding | undefined): EncodingFound {
      if (pending.length > 0) count(pending);
      const marked = byteOrderMark(start);
      if (said !== undefined && said !== 'utf-8')
        return { encoding: said, by: 'said', skip: marked?.encoding === said ? marked.skip : 0 };
      if (marked !== null && marked.encoding !== 'utf-8') return marked;
      const wide = said === undefined ? withoutMark(start) : null;
      if (wide !== null) return { encoding: wide, by: 'bytes', skip: 0 };
      if (hasNul) throw new FileRefused({ code: 'noTable', looksLike: 'binary' });
      const utf8: EncodingFound = marked ?? {
        encoding: 'utf-8',
        by: said ? 'said' : 'bytes',
        skip: 0,
      };
      if (broken === 0) return utf8;
      const isMeantUtf8 = marked !== null || said !== undefined || whole > broken * mostByChance;
      if (isMeantUtf8)
        throw new FileRefused({ code: 'brokenText', encoding: 'UTF-8', line: brokenLine });
      return { encoding: 'windows-1252', by: 'fallback', skip: 0 };
    },
  };
}

function byteOrderMark(start: Buffer): EncodingFound | null {
  const by = 'byteOrderMark';
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf)
    return { encoding: 'utf-8', by, skip: 3 };
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: 'utf-16le', by, skip: 2 };
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: 'utf-16be', by, skip: 2 };
  return null;
}

/** UTF-16 of mostly Latin letters has a zero in every other byte. */
function withoutMark(start: Buffer): Encoding | null {
  const pairs = Math.floor(start.length / 2);
  if (pairs < 2) return null;
  const zeros = (from: 0 | 1) =>
    Array.from({ length: pairs }, (_, n) => start[n * 2 + from]).filter((byte) => byte === 0)
      .length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.6 && odd < pairs * 0.05 ? 'utf-16be' : null;
}

/** How many bytes at the end begin a character that goes on in the next piece. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return lengthBy(byte) > back ? back : 0;
  }
  return 0;
}

function lengthBy(first: number): number {
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
}

/** Bytes of the character that begins there; 0 where none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const length = lengthBy(bytes[at] ?? 0);
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}
