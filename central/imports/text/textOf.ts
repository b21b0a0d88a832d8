import { createReadStream } from 'node:fs';
import { bytePieces } from '../table/bytePieces.ts';
import { FileRefused } from '../table/fileRefusal.ts';
import type { EncodingFound } from './encoding.ts';

/** The text of a file, piece by piece, without its byte order mark. */
export async function* textOf(
  file: string,
  { encoding, skip }: EncodingFound,
  upTo = Number.POSITIVE_INFINITY,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new FileRefused({ code: 'brokenText', encoding, line });
    }
  };
  let line = 1;
  const stream = createReadStream(file, { start: skip, end: skip + upTo - 1 });
  for await (const bytes of bytePieces(stream)) {
    const text = decode(bytes);
    yield text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) line += 1;
  }
  if (upTo === Number.POSITIVE_INFINITY) yield decode();
}
