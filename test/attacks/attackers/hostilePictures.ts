import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import sharp from 'sharp';
import { aJpeg, aPng, chunk } from '../../electron/photos/pictures.ts';

export type HostilePicture = { readonly kind: string; readonly bytes: Buffer };

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const page = utf8('<!doctype html><script>fetch("/central/people")</script>');
const zip = Buffer.concat([
  utf8('PK\x03\x04'),
  Buffer.alloc(200, 7),
  utf8('PK\x05\x06'),
  Buffer.alloc(18),
]);

/** Repeats itself for a given seed. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return (state >>> 0) % below;
  };
}

const plain = (width: number, height: number, n: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: n % 256, g: 90, b: 130 } } });

/** A segment behind the start of a JPEG. */
function withSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

/** Chunks behind the header of a PNG. */
const withChunks = (png: Buffer, ...chunks: readonly Buffer[]) =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);

function frameControl(sequence: number, side: number): Buffer {
  const control = Buffer.alloc(26);
  control.writeUInt32BE(sequence, 0);
  control.writeUInt32BE(side, 4);
  control.writeUInt32BE(side, 8);
  return chunk('fcTL', control);
}

/** Each scan of a progressive JPEG again and again: every one is decoded over the whole picture. */
function manyScans(jpeg: Buffer, times: number): Buffer {
  const last = jpeg.lastIndexOf(Buffer.of(0xff, 0xda));
  const scan = jpeg.subarray(last, -2);
  return Buffer.concat([
    jpeg.subarray(0, -2),
    ...Array.from({ length: times }, () => scan),
    jpeg.subarray(-2),
  ]);
}

const kinds: Readonly<Record<string, (n: number) => Promise<Buffer>>> = {
  'a header of 3 600 megapixels': async (n) =>
    n % 2 ? aPng(60_000, 60_000 + n) : aJpeg(60_000, 60_000 + (n % 5000)),
  'a few bytes': async (n) => Buffer.from('ffd8ffe0', 'hex').subarray(0, 1 + (n % 4)),
  'a page': async (n) => Buffer.concat([page, Buffer.alloc(n)]),
  'a picture and a page': async (n) =>
    withSegment(await plain(40, 30, n).jpeg().toBuffer(), 0xfe, page),
  'a picture and an archive': async (n) =>
    Buffer.concat([await plain(40, 30, n).jpeg().toBuffer(), zip]),
  'cut off': async (n) => {
    const format = (['jpeg', 'png', 'webp'] as const)[n % 3] ?? 'png';
    const whole = await plain(300, 200, n).toFormat(format).toBuffer();
    const cut = whole.subarray(0, 20 + dice(n)(whole.length - 20));
    return n % 2 ? Buffer.concat([cut, Buffer.of(0xff, 0xd9)]) : cut;
  },
  'another format than it says': async (n) =>
    plain(30, 20 + n, n)
      .webp()
      .toBuffer(),
  'a million frames': async (n) => {
    const control = Buffer.alloc(8);
    control.writeUInt32BE(1_000_000 + n, 0);
    const frames = Array.from({ length: 2000 }, (_, at) => frameControl(at, 40));
    return withChunks(await plain(40, 40, n).png().toBuffer(), chunk('acTL', control), ...frames);
  },
  'a colour profile that unpacks to 64 MB': async (n) => {
    const packed = await promisify(deflate)(Buffer.alloc(64 * 1024 * 1024, n));
    const profile = Buffer.concat([utf8('icc\0\0'), packed]);
    return withChunks(await plain(40, 40, n).png().toBuffer(), chunk('iCCP', profile));
  },
  'a colour profile in 200 pieces': async (n) => {
    let jpeg: Buffer = await plain(40, 40, n).jpeg().toBuffer();
    for (let at = 200; at > 0; at -= 1)
      jpeg = withSegment(
        jpeg,
        0xe2,
        Buffer.concat([utf8('ICC_PROFILE\0'), Buffer.of(at, 200), Buffer.alloc(60_000, at)]),
      );
    return jpeg;
  },
  'where it was taken': async (n) =>
    plain(60, 40, n)
      .withExif({
        IFD3: { GPSLatitude: '40/1 41/1 0/1', GPSLatitudeRef: 'N' },
        IFD0: { Artist: 'Ivan' },
      })
      .jpeg()
      .toBuffer(),
  'forty megapixels out of nothing': async (n) =>
    plain(7900, 5000, n).png({ compressionLevel: 9 }).toBuffer(),
  'hundreds of scans': async (n) =>
    manyScans(await plain(3000, 2000, n).jpeg({ progressive: true }).toBuffer(), 400),
  'a drawing': async () => utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  'another kind of picture': async (n) =>
    n % 2 ? plain(30, 20, n).tiff().toBuffer() : plain(30, 20, n).gif().toBuffer(),
  'with bytes changed': async (n) => {
    const format = (['jpeg', 'png', 'webp'] as const)[n % 3] ?? 'png';
    const bytes = await plain(200, 150, n).toFormat(format).toBuffer();
    const die = dice(n);
    for (let times = 0; times < 6; times += 1) bytes[12 + die(bytes.length - 12)] = die(256);
    return bytes;
  },
};

/** So many hostile pictures, of every kind in turn; the same for the same number. */
export async function* hostilePictures(count: number): AsyncGenerator<HostilePicture> {
  const names = Object.entries(kinds);
  for (let n = 0; n < count; n += 1) {
    const [kind, make] = names[n % names.length] ?? ['', async () => Buffer.alloc(0)];
    yield { kind, bytes: await make(n) };
  }
}
