import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the archive claims instead of the truth. */
  readonly claims?: Readonly<
    Partial<Record<'bytes' | 'packedBytes' | 'crc' | 'method' | 'flags' | 'headerAt', number>>
  >;
  readonly packed?: Uint8Array;
};

/** An archive as small as may be, that may lie about each of its entries. */
export function aZip(parts: readonly ZipPart[], comment = ''): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claims = {}, packed: given } of parts) {
    const bytes = Buffer.from(content);
    const packed = given ?? deflateRawSync(bytes);
    const [flags, method] = [claims.flags ?? 0, claims.method ?? 8];
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(claims.crc ?? crc32(bytes), 0);
    sizes.writeUInt32LE(claims.packedBytes ?? packed.length, 4);
    sizes.writeUInt32LE(claims.bytes ?? bytes.length, 8);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(method, 8);
    sizes.copy(head, 14);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(method, 10);
    sizes.copy(entry, 16);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(claims.headerAt ?? at, 42);
    bodies.push(head, Buffer.from(name), Buffer.from(packed));
    directory.push(entry, Buffer.from(name));
    at += head.length + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  const directoryBytes = Buffer.concat(directory);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...bodies, directoryBytes, end, Buffer.from(comment)]);
}
