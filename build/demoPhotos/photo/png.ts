/** PNG with a palette of up to 256 colours (ISO/IEC 15948): small, and enough for a drawn picture. */
import { crc32, deflateSync } from 'node:zlib';
import type { Raster } from './render.ts';

export function encodePng(raster: Raster): Uint8Array {
  const palette = paletteOf(raster.rgb);
  const { width, height } = raster;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      rows[y * (width + 1) + 1 + x] = palette.indexOf(keyAt(raster.rgb, at));
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.colours.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

type Palette = {
  readonly colours: readonly (readonly [number, number, number])[];
  readonly indexOf: (key: number) => number;
};

/** Colours are told apart to 6 bits a channel; median cut brings them down to 256. */
function paletteOf(rgb: Uint8Array): Palette {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const key = keyAt(rgb, at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const boxes: Box[] = [boxOf([...counts].toSorted(([a], [b]) => a - b))];
  while (boxes.length < 256) {
    const widest = boxes.reduce((best, b) => (b.worth > best.worth ? b : best));
    if (widest.worth <= 0) break;
    const shift = widest.channel;
    const sorted = widest.colours.toSorted(([a], [b]) => ((a >> shift) & 63) - ((b >> shift) & 63));
    const half = sorted.reduce((n, [, count]) => n + count, 0) / 2;
    let passed = 0;
    let cut = sorted.findIndex(([, count]) => {
      passed += count;
      return passed >= half;
    });
    cut = Math.min(Math.max(1, cut), sorted.length - 1);
    boxes.splice(boxes.indexOf(widest), 1, boxOf(sorted.slice(0, cut)), boxOf(sorted.slice(cut)));
  }
  const index = new Map(boxes.flatMap((box, i) => box.colours.map(([key]) => [key, i] as const)));
  return {
    colours: boxes.map((box) => meanOf(box.colours)),
    indexOf: (key) => index.get(key) ?? 0,
  };
}

type Counted = readonly (readonly [key: number, count: number])[];
type Box = { readonly colours: Counted; readonly channel: number; readonly worth: number };

function boxOf(colours: Counted): Box {
  let channel = 0;
  let widest = -1;
  for (const shift of [12, 6, 0]) {
    const values = colours.map(([key]) => (key >> shift) & 63);
    const width = (Math.max(...values) - Math.min(...values)) * (shift === 6 ? 1.3 : 1);
    if (width > widest) [channel, widest] = [shift, width];
  }
  const pixels = colours.reduce((n, [, count]) => n + count, 0);
  return { colours, channel, worth: colours.length < 2 ? 0 : widest * Math.sqrt(pixels) };
}

function meanOf(colours: Counted): readonly [number, number, number] {
  const total = colours.reduce((n, [, count]) => n + count, 0);
  const mean = (shift: number) =>
    Math.round(
      colours.reduce((s, [key, count]) => s + (((key >> shift) & 63) * 4 + 2) * count, 0) / total,
    );
  return [mean(12), mean(6), mean(0)];
}

function keyAt(rgb: Uint8Array, at: number): number {
  return (
    (((rgb[at] ?? 0) >> 2) << 12) | (((rgb[at + 1] ?? 0) >> 2) << 6) | ((rgb[at + 2] ?? 0) >> 2)
  );
}
