import type { PhotoHint } from '../../../../shared/facts/codes.ts';

/** Lightness of each pixel, 0 to 255, row by row. */
export type Grey = {
  readonly light: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
};

const tiles = { across: 16, down: 9 };
/** A tile of less spread shows a plain surface: sharp or not, it looks the same. */
const leastSpread = 60;
/** The demo's forty pictures come to 0.13 and more, blurred by 4 pixels of 2560 to 0.04 and less wherever no print is large. */
const leastEdges = 0.04;
/** Of the tiles with something in them; the ground behind the goods may be out of focus. */
const sharpestShare = 0.1;
/** A sensor has no more to tell of what is as light as this. */
const clippedAt = 253;
/** White paper with print on it is not that even. */
const mostClippedOfTile = 0.9;
const mostGlaringTiles = 0.04;
/** The lightest tenth of a picture of a lit bench is at 110 and more. */
const darkestTenth = 60;

/**
 * What may be wrong with a picture, for whoever took it to look at again; never a reason to refuse it.
 * Blur: the variance of the Laplacian of the sharpest tiles, without that of the noise, as a share of the
 * spread of lightness there, so that neither contrast nor darkness passes for it. Glare: tiles where the
 * sensor had no more to tell. Dark: even the lightest tenth is.
 */
export function hintsOf(picture: Grey): readonly PhotoHint[] {
  const found = tilesOf(picture);
  const hints: PhotoHint[] = [];
  if (isBlurred(found)) hints.push('blurred');
  const glaring = found.filter(({ clipped }) => clipped > mostClippedOfTile).length / found.length;
  if (glaring > mostGlaringTiles) hints.push('glare');
  if (lightestTenth(picture) < darkestTenth) hints.push('dark');
  return hints;
}

type Tile = { readonly spread: number; readonly edges: number; readonly clipped: number };

function isBlurred(found: readonly Tile[]): boolean {
  const plain = found.filter(({ spread }) => spread < leastSpread).map(({ edges }) => edges);
  const noise = middle(plain);
  const shares = found
    .filter(({ spread }) => spread >= leastSpread)
    .map(({ spread, edges }) => Math.max(0, edges - noise) / spread)
    .sort((a, b) => b - a);
  const sharp = shares[Math.floor(shares.length * sharpestShare)];
  return sharp !== undefined && sharp < leastEdges;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function tilesOf(picture: Grey): readonly Tile[] {
  const found: Tile[] = [];
  for (let down = 0; down < tiles.down; down += 1)
    for (let across = 0; across < tiles.across; across += 1)
      found.push(tileAt(picture, across, down));
  return found;
}

function tileAt({ light, width, height }: Grey, across: number, down: number): Tile {
  const from = { x: begin(across, tiles.across, width), y: begin(down, tiles.down, height) };
  const to = { x: begin(across + 1, tiles.across, width), y: begin(down + 1, tiles.down, height) };
  let [count, sum, squares, clipped, bend, bends] = [0, 0, 0, 0, 0, 0];
  for (let y = Math.max(1, from.y); y < Math.min(height - 1, to.y); y += 1)
    for (let x = Math.max(1, from.x); x < Math.min(width - 1, to.x); x += 1) {
      const at = y * width + x;
      const here = light[at] ?? 0;
      const laplacian =
        (light[at - 1] ?? 0) +
        (light[at + 1] ?? 0) +
        (light[at - width] ?? 0) +
        (light[at + width] ?? 0) -
        4 * here;
      count += 1;
      sum += here;
      squares += here * here;
      bend += laplacian;
      bends += laplacian * laplacian;
      if (here >= clippedAt) clipped += 1;
    }
  if (count === 0) return { spread: 0, edges: 0, clipped: 0 };
  return {
    spread: squares / count - (sum / count) ** 2,
    edges: bends / count - (bend / count) ** 2,
    clipped: clipped / count,
  };
}

function begin(tile: number, of: number, length: number): number {
  return Math.floor((tile * length) / of);
}

function lightestTenth({ light }: Grey): number {
  const counts = Array.from({ length: 256 }, () => 0);
  for (const value of light) counts[value] = (counts[value] ?? 0) + 1;
  let left = light.length / 10;
  for (let value = 255; value >= 0; value -= 1) {
    left -= counts[value] ?? 0;
    if (left <= 0) return value;
  }
  return 0;
}
