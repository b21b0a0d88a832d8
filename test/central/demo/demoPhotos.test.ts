import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { drawPhoto } from '../../../build/demoPhotos/drawPhoto.ts';
import { drawnPhoto, photoFile } from '../../../central/demo/company/drawnPhotos.ts';
import { photoNames } from '../../../central/demo/company/photoList.ts';

describe('the photographs of the demo', () => {
  test.each(photoNames)('%s lies there as it is written down', (name) => {
    const png = readFileSync(photoFile(name));
    const { sha256, bytes, width, height } = drawnPhoto(name);
    expect(createHash('sha256').update(png).digest('hex')).toBe(sha256);
    expect(png.length).toBe(bytes);
    expect([width, height]).toEqual([960, 720]);
    expect(bytes).toBeLessThan(200_000);
  });

  test('are all different', () => {
    expect(new Set(photoNames.map((name) => drawnPhoto(name).sha256)).size).toBe(photoNames.length);
  });

  test('come out the same each time they are drawn', () => {
    expect(drawPhoto('label', 96)).toEqual(drawPhoto('label', 96));
  });

  // A small drawing is compared with the picture on file, averaged down to the same size.
  test.each(['pump-defect', 'valve-whole', 'carton-wet', 'bearing-site'] as const)(
    '%s on file is what the script draws',
    (name) => {
      const small = pixelsOf(Buffer.from(drawPhoto(name, 96)));
      const onFile = pixelsOf(readFileSync(photoFile(name)));
      const factor = onFile.width / small.width;
      let difference = 0;
      for (let y = 0; y < small.height; y += 1)
        for (let x = 0; x < small.width; x += 1)
          for (let channel = 0; channel < 3; channel += 1)
            difference += Math.abs(
              small.at(x, y, channel) - meanOf(onFile, x * factor, y * factor, factor, channel),
            );
      expect(difference / (small.width * small.height * 3)).toBeLessThan(6);
    },
  );
});

type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number, channel: number) => number;
};

/** Reads a PNG with a palette and unfiltered rows, which is all the script writes. */
function pixelsOf(png: Buffer): Pixels {
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(8);
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const width = header.readUInt32BE(0);
  return {
    width,
    height: header.readUInt32BE(4),
    at: (x, y, channel) => palette[(rows[y * (width + 1) + 1 + x] ?? 0) * 3 + channel] ?? 0,
  };
}

function meanOf(of: Pixels, left: number, top: number, size: number, channel: number): number {
  let sum = 0;
  for (let y = top; y < top + size; y += 1)
    for (let x = left; x < left + size; x += 1) sum += of.at(x, y, channel);
  return sum / (size * size);
}
