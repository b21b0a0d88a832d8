import { brotliDecompressSync } from 'node:zlib';

/** Which characters a WOFF2 font draws: its table `cmap`, which no packing transforms (W3C WOFF2, 5). */
export function signsInFont(woff2: Buffer): ReadonlySet<number> {
  if (woff2.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not WOFF2');
  const tables = woff2.readUInt16BE(12);
  const packedLength = woff2.readUInt32BE(20);
  let at = 48;
  const number = () => {
    let value = 0;
    for (;;) {
      const byte = woff2.readUInt8(at);
      at += 1;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  let offset = 0;
  let cmapAt = -1;
  for (let table = 0; table < tables; table += 1) {
    const flags = woff2.readUInt8(at);
    at += 1;
    const known = flags & 0x3f;
    const version = flags >> 6;
    if (known === 63) at += 4;
    const length = number();
    // Outlines and where they begin are packed in version 0 and plain in 3; all others the other way round.
    const isPacked = known === 10 || known === 11 ? version === 0 : version !== 0;
    const stored = isPacked ? number() : length;
    if (known === 0) cmapAt = offset;
    offset += stored;
  }
  const font = brotliDecompressSync(woff2.subarray(at, at + packedLength));
  return signsInCmap(font.subarray(cmapAt));
}

function signsInCmap(cmap: Buffer): ReadonlySet<number> {
  const signs = new Set<number>();
  for (let one = 0; one < cmap.readUInt16BE(2); one += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + one * 8));
    const format = table.readUInt16BE(0);
    if (format === 12)
      for (let group = 0; group < table.readUInt32BE(12); group += 1) {
        const end = table.readUInt32BE(20 + group * 12);
        for (let sign = table.readUInt32BE(16 + group * 12); sign <= end; sign += 1)
          signs.add(sign);
      }
    if (format === 4) {
      const segments = table.readUInt16BE(6) / 2;
      for (let segment = 0; segment < segments; segment += 1) {
        const end = table.readUInt16BE(14 + segment * 2);
        const start = table.readUInt16BE(16 + (segments + segment) * 2);
        for (let sign = start; sign <= end && sign !== 0xffff; sign += 1) signs.add(sign);
      }
    }
  }
  return signs;
}
