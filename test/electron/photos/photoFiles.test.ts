import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPhotoFiles } from '../../../electron/main/photos/photoFiles.ts';
import { readImageHeader } from '../../../shared/facts/imageHeader.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aJpeg, aPng, aWebp } from './pictures.ts';

const plenty = { free: async () => 1e12, minimum: 0 };
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function photoFiles(space = plenty) {
  const folder = await temporaryFolder();
  const files = await openPhotoFiles(folder, space);
  return { folder, files, keep: (bytes: Uint8Array) => files.keep(hashOf(bytes), bytes) };
}

const whole = {
  'a JPEG': aJpeg(),
  'a progressive JPEG': aJpeg(640, 480, 0xc2),
  'a PNG': aPng(),
  'a lossy WebP': aWebp('VP8 '),
  'a lossless WebP': aWebp('VP8L'),
  'an extended WebP': aWebp('VP8X'),
  'a JPEG of 40 megapixels': aJpeg(8000, 5000),
};

describe('a photo', () => {
  test.each(Object.entries(whole))('%s is kept under its hash and given back', async (_, bytes) => {
    const { folder, files, keep } = await photoFiles();
    const sha256 = hashOf(bytes);
    expect(await keep(bytes)).toEqual({ ok: true, value: { bytes: bytes.length } });
    expect(await keep(bytes)).toEqual({ ok: true, value: { bytes: bytes.length } });
    expect(await files.read(sha256)).toEqual(new Uint8Array(bytes));
    const again = await openPhotoFiles(folder, plenty);
    expect(again.list()).toEqual([sha256]);
    expect(await again.read(sha256)).toEqual(new Uint8Array(bytes));
    await again.letGo(sha256);
    expect([again.list(), await again.read(sha256)]).toEqual([[], null]);
    expect(await readdir(path.join(folder, sha256.slice(0, 2)))).toEqual([]);
  });

  test('that changed on disk is not given back, and can be kept anew', async () => {
    const { folder, files, keep } = await photoFiles();
    const sha256 = hashOf(aPng());
    await keep(aPng());
    const file = path.join(folder, sha256.slice(0, 2), `${sha256}.png`);
    await writeFile(file, aPng(3, 3));
    expect(await files.read(sha256)).toBeNull();
    expect((await keep(aPng())).ok).toBe(true);
    expect(await readFile(file)).toEqual(aPng());
  });

  test('half written at a power cut is swept away', async () => {
    const { folder, keep } = await photoFiles();
    const sha256 = hashOf(aPng());
    await keep(aPng());
    const shelf = path.join(folder, sha256.slice(0, 2));
    await writeFile(path.join(shelf, `${sha256}.jpg.abc.tmp`), 'half');
    expect((await openPhotoFiles(folder, plenty)).list()).toEqual([sha256]);
    expect(await readdir(shelf)).toEqual([`${sha256}.png`]);
  });

  test('is refused when the disk is nearly full, but not if it is here already', async () => {
    let free = 1000;
    const { keep } = await photoFiles({ free: async () => free, minimum: 950 });
    const bytes = aPng();
    expect(await keep(bytes)).toEqual({
      ok: false,
      refusal: { code: 'diskFull', freeBytes: 1000 },
    });
    free = 2000;
    await keep(bytes);
    free = 0;
    expect((await keep(bytes)).ok).toBe(true);
  });
});

function changed(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

const text = (content: string) => Buffer.from(content, 'utf8');
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

const notImages: Record<string, Buffer> = {
  nothing: Buffer.alloc(0),
  'one byte': Buffer.of(0xff),
  zeros: Buffer.alloc(4096),
  noise: Buffer.concat([Buffer.of(0x13), randomBytes(4096)]),
  text: text('not a picture'),
  SVG: text(svg),
  'SVG with an XML head': text(`<?xml version="1.0"?>${svg}`),
  'SVG behind a byte-order mark': text(`\ufeff${svg}`),
  HTML: text('<!doctype html><img src=x onerror=alert(1)>'),
  PDF: text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF'),
  GIF: Buffer.from(
    '47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002',
    'hex',
  ),
  BMP: Buffer.concat([text('BM'), Buffer.alloc(60)]),
  TIFF: Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(60)]),
  AVIF: Buffer.concat([
    Buffer.from('0000001c66747970617669660000000061766966', 'hex'),
    Buffer.alloc(60),
  ]),
  ZIP: Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(60)]),
  ELF: Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(60)]),
  'SVG after a JPEG mark': Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), text(svg)]),
  'JPEG mark alone': Buffer.from('ffd8', 'hex'),
  'JPEG without a frame': Buffer.from('ffd8ffda0008010100003f00d2cf20ffd9', 'hex'),
  'JPEG that ends at once': Buffer.from('ffd8ffd9', 'hex'),
  'JPEG with two frames': Buffer.concat([
    aJpeg().subarray(0, 20),
    aJpeg(9000, 9000).subarray(20, 33),
    aJpeg().subarray(20),
  ]),
  'JPEG with a marker of no length': Buffer.from('ffd8ffe0000000', 'hex'),
  'JPEG with a segment beyond its end': changed(aJpeg(), (copy) => copy.writeUInt16BE(0xffff, 4)),
  'JPEG of no width': aJpeg(0, 8),
  'JPEG of no height': aJpeg(8, 0),
  'JPEG full of fill bytes': Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(5000, 0xff)]),
  'JPEG without its end': aJpeg().subarray(0, -2),
  'PNG of no width': aPng(0, 2),
  'PNG of no height': aPng(2, 0),
  'PNG with another first chunk': changed(aPng(), (copy) => copy.write('IDAT', 12, 'latin1')),
  'PNG with a long header': changed(aPng(), (copy) => copy.writeUInt32BE(14, 8)),
  'PNG with a chunk beyond its end': changed(aPng(), (copy) => copy.writeUInt32BE(0xffffffff, 33)),
  'PNG with a mended mark': changed(aPng(), (copy) => copy.writeUInt8(0x0d, 5)),
  'PNG without its end': aPng().subarray(0, -12),
  'WebP longer than it is': changed(aWebp('VP8 '), (copy) => copy.writeUInt32LE(9999, 4)),
  'WebP with a chunk beyond its end': changed(aWebp('VP8L'), (copy) =>
    copy.writeUInt32LE(9999, 16),
  ),
  'WebP without a frame mark': changed(aWebp('VP8 '), (copy) => copy.writeUInt8(0, 23)),
  'WebP with no lossless mark': changed(aWebp('VP8L'), (copy) => copy.writeUInt8(0, 20)),
  'WebP of an unknown kind': changed(aWebp('VP8 '), (copy) => copy.write('ANIM', 12, 'latin1')),
  'WebP of no size': aWebp('VP8 ', 0, 0),
  'RIFF that is a sound': changed(aWebp('VP8 '), (copy) => copy.write('WAVE', 8, 'latin1')),
};
for (const [name, bytes] of Object.entries({ JPEG: aJpeg(), PNG: aPng(), WebP: aWebp('VP8X') })) {
  for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    notImages[`${name} cut at ${part * 100} %`] = bytes.subarray(
      0,
      Math.floor(bytes.length * part),
    );
  }
}

const tooManyPixels: Record<string, Buffer> = {
  'JPEG 65535 × 65535': aJpeg(65_535, 65_535),
  'JPEG one pixel row over': aJpeg(8000, 5001),
  'progressive JPEG': aJpeg(20_000, 20_000, 0xc2),
  'PNG 4294967295 × 4294967295': aPng(0xffffffff, 0xffffffff),
  'PNG long and thin': aPng(1, 40_000_001),
  'WebP lossy': aWebp('VP8 ', 16_383, 16_383),
  'WebP lossless': aWebp('VP8L', 16_384, 16_384),
  'WebP extended': aWebp('VP8X', 16_777_216, 16_777_216),
};

describe('a hostile picture', () => {
  test('there are at least fifty of them', () => {
    expect(Object.keys({ ...notImages, ...tooManyPixels }).length).toBeGreaterThanOrEqual(50);
  });

  test.each(Object.entries(notImages))('%s is not an image', async (_, bytes) => {
    const { files, keep } = await photoFiles();
    expect(await keep(bytes)).toEqual({ ok: false, refusal: { code: 'notAnImage' } });
    expect(files.list()).toEqual([]);
  });

  test.each(Object.entries(tooManyPixels))('%s has too many pixels', async (_, bytes) => {
    const { keep } = await photoFiles();
    expect(await keep(bytes)).toMatchObject({ ok: false, refusal: { code: 'tooManyPixels' } });
  });

  test('one byte over 15 MB is too large, whatever it is', async () => {
    const bytes = Buffer.alloc(15 * 1024 * 1024 + 1);
    const { keep } = await photoFiles();
    const refusal = { code: 'tooLarge', bytes: bytes.length };
    expect(await keep(bytes)).toEqual({ ok: false, refusal });
  });

  test('bytes that are not what their hash says are refused', async () => {
    const { files } = await photoFiles();
    const answer = await files.keep(hashOf(aPng()), aJpeg());
    expect(answer).toEqual({
      ok: false,
      refusal: { code: 'hashMismatch', found: hashOf(aJpeg()) },
    });
  });

  test('ten thousand damaged headers are read or refused, never a crash', () => {
    const originals = Object.values(whole);
    let refused = 0;
    const sizes = new Set<number>();
    for (let i = 0; i < 10_000; i += 1) {
      const copy = Buffer.from(originals[i % originals.length] ?? '');
      const damage = randomBytes(3);
      for (const byte of damage) copy[(byte * 7 + i) % copy.length] = damage[0] ?? 0;
      const header = readImageHeader(copy);
      if (header === null) refused += 1;
      else sizes.add(Math.sign(header.width * header.height));
    }
    expect([...sizes]).toEqual([1]);
    expect(refused).toBeGreaterThan(1000);
  });
});
