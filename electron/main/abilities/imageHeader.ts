/**
 * Reads the kind and the pixel size of a picture from its header, without decoding it: a decoder
 * must never be the first to see what a stranger sent. Null for anything but a whole JPEG, PNG or
 * WebP (ISO/IEC 10918-1, PNG 3rd edition, RFC 9649).
 */
export type ImageHeader = {
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
};

export function readImageHeader(content: Uint8Array): ImageHeader | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const size = readJpeg(bytes) ?? readPng(bytes) ?? readWebp(bytes);
  return size !== null && size.width > 0 && size.height > 0 ? size : null;
}

function readJpeg(bytes: Buffer): ImageHeader | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let size: ImageHeader | null = null;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd8 || marker === 0xd9 || marker === 0x00) return null;
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    if (isFrameStart(marker)) {
      if (length < 8 || size !== null) return null;
      const height = bytes.readUInt16BE(at + 5);
      size = { mediaType: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height };
    }
    // The scan follows; a whole file ends it with the end-of-image marker.
    if (marker === 0xda) return bytes.lastIndexOf(endOfImage) > at ? size : null;
    at += 2 + length;
  }
  return null;
}

const endOfImage = Buffer.of(0xff, 0xd9);

/** SOF0 to SOF15 without DHT, JPG and DAC, which share their range. */
function isFrameStart(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

const pngMagic = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function readPng(bytes: Buffer): ImageHeader | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(pngMagic)) return null;
  if (bytes.readUInt32BE(8) !== 13 || nameAt(bytes, 12) !== 'IHDR') return null;
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  for (let at = 33; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length > bytes.length - at - 12) return null;
    if (nameAt(bytes, at + 4) === 'IEND') return { mediaType: 'image/png', width, height };
    at += 12 + length;
  }
  return null;
}

function readWebp(bytes: Buffer): ImageHeader | null {
  if (bytes.length < 30 || nameAt(bytes, 0) !== 'RIFF' || nameAt(bytes, 8) !== 'WEBP') return null;
  if (bytes.readUInt32LE(4) + 8 > bytes.length) return null;
  if (20 + bytes.readUInt32LE(16) > bytes.length) return null;
  const size = webpSize(bytes);
  return size && { mediaType: 'image/webp', ...size };
}

function webpSize(bytes: Buffer) {
  switch (nameAt(bytes, 12)) {
    case 'VP8 ': {
      if (bytes.readUIntBE(23, 3) !== 0x9d012a) return null;
      const width = bytes.readUInt16LE(26) & 0x3fff;
      return { width, height: bytes.readUInt16LE(28) & 0x3fff };
    }
    case 'VP8L': {
      if (bytes[20] !== 0x2f) return null;
      const packed = bytes.readUInt32LE(21);
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

function nameAt(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 4);
}
