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

/** What anybody is asked to decode; above it a picture is refused by its header. */
export const mostPixels = 40_000_000;

export function readImageHeader(content: Uint8Array): ImageHeader | null {
  const bytes = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const size = readJpeg(bytes) ?? readPng(bytes) ?? readWebp(bytes);
  return size !== null && size.width > 0 && size.height > 0 ? size : null;
}

export function hasTooManyPixels({ width, height }: ImageHeader): boolean {
  return width * height > mostPixels;
}

function readJpeg(bytes: DataView): ImageHeader | null {
  if (bytes.byteLength < 4 || bytes.getUint16(0) !== 0xffd8) return null;
  let size: ImageHeader | null = null;
  let at = 2;
  while (at + 4 <= bytes.byteLength) {
    if (bytes.getUint8(at) !== 0xff) return null;
    const marker = bytes.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd8 || marker === 0xd9 || marker === 0x00) return null;
    const length = bytes.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.byteLength) return null;
    if (isFrameStart(marker)) {
      if (length < 8 || size !== null) return null;
      const height = bytes.getUint16(at + 5);
      size = { mediaType: 'image/jpeg', width: bytes.getUint16(at + 7), height };
    }
    // The scan follows; a whole file ends it with the end-of-image marker.
    if (marker === 0xda) return endsAfter(bytes, at) ? size : null;
    at += 2 + length;
  }
  return null;
}

function endsAfter(bytes: DataView, scan: number): boolean {
  for (let at = bytes.byteLength - 2; at > scan; at -= 1)
    if (bytes.getUint16(at) === 0xffd9) return true;
  return false;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which share their range. */
function isFrameStart(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function readPng(bytes: DataView): ImageHeader | null {
  if (bytes.byteLength < 33 || bytes.getBigUint64(0) !== 0x89504e470d0a1a0an) return null;
  if (bytes.getUint32(8) !== 13 || nameAt(bytes, 12) !== 'IHDR') return null;
  const width = bytes.getUint32(16);
  const height = bytes.getUint32(20);
  for (let at = 33; at + 12 <= bytes.byteLength; ) {
    const length = bytes.getUint32(at);
    if (length > bytes.byteLength - at - 12) return null;
    if (nameAt(bytes, at + 4) === 'IEND') return { mediaType: 'image/png', width, height };
    at += 12 + length;
  }
  return null;
}

function readWebp(bytes: DataView): ImageHeader | null {
  if (bytes.byteLength < 30 || nameAt(bytes, 0) !== 'RIFF' || nameAt(bytes, 8) !== 'WEBP')
    return null;
  if (bytes.getUint32(4, true) + 8 > bytes.byteLength) return null;
  if (20 + bytes.getUint32(16, true) > bytes.byteLength) return null;
  const size = webpSize(bytes);
  return size && { mediaType: 'image/webp', ...size };
}

function webpSize(bytes: DataView) {
  switch (nameAt(bytes, 12)) {
    case 'VP8 ': {
      if (bytes.getUint32(22) % 0x1000000 !== 0x9d012a) return null;
      const width = bytes.getUint16(26, true) & 0x3fff;
      return { width, height: bytes.getUint16(28, true) & 0x3fff };
    }
    case 'VP8L': {
      if (bytes.getUint8(20) !== 0x2f) return null;
      const packed = bytes.getUint32(21, true);
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: threeAt(bytes, 24) + 1, height: threeAt(bytes, 27) + 1 };
    default:
      return null;
  }
}

/** Little-endian, as WebP writes sizes of a canvas. */
function threeAt(bytes: DataView, at: number): number {
  return bytes.getUint16(at, true) + bytes.getUint8(at + 2) * 0x10000;
}

function nameAt(bytes: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((n) => bytes.getUint8(at + n)));
}
