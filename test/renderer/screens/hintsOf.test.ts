import { expect, test } from 'vitest';
import { fitted } from '../../../renderer/screens/camera/developing/fitted.ts';
import { type Grey, hintsOf } from '../../../renderer/screens/camera/developing/hintsOf.ts';

const width = 480;
const height = 270;

type Light = (x: number, y: number) => number;

const printed: Light = (x, y) =>
  x < 90 || x > 390 || y < 40 || y > 230 ? 120 : y % 18 < 6 && (x * 7 + y) % 11 < 5 ? 30 : 210;

/** A Gaussian of this many pixels, in one direction. */
function spread(of: Light, sigma: number, [right, down]: readonly [number, number]): Light {
  const known = new Map<number, number>();
  return (x, y) => {
    const at = (y + 50) * 10_000 + x + 50;
    const before = known.get(at);
    if (before !== undefined) return before;
    let [sum, weights] = [0, 0];
    for (let off = -3 * sigma; off <= 3 * sigma; off += 1) {
      const weight = Math.exp(-(off * off) / (2 * sigma * sigma));
      sum += weight * of(x + off * right, y + off * down);
      weights += weight;
    }
    known.set(at, sum / weights);
    return sum / weights;
  };
}

/** A label with lines of print on a bench, `soft` pixels out of focus, `light` of full light, under noise. */
function label({ soft = 0, light = 1, noise = 0, glare = 0 }): Grey {
  const seen = soft === 0 ? printed : spread(spread(printed, soft, [1, 0]), soft, [0, 1]);
  const drawn = { light: new Uint8Array(width * height), width, height };
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const shines = Math.hypot(x - 240, y - 135) < glare;
      const grain = noise * (((x * 7919 + y * 104_729 + ((x * y) % 31)) % 21) / 10 - 1);
      drawn.light[y * width + x] = shines
        ? 255
        : Math.min(250, Math.max(0, light * seen(x, y) + grain));
    }
  return drawn;
}

test.each([
  ['a sharp label', {}],
  ['a sharp label under noise', { noise: 8 }],
  ['a sharp label in half the light', { light: 0.5 }],
  ['a small reflection', { glare: 15 }],
])('nothing is said of %s', (_name, of) => {
  expect(hintsOf(label(of))).toEqual([]);
});

test.each([
  ['a label out of focus', { soft: 3 }, ['blurred']],
  ['noise does not make it sharp', { soft: 3, noise: 8 }, ['blurred']],
  ['a lamp in the glass', { glare: 60 }, ['glare']],
  ['a bench without its lamp, sharp all the same', { light: 0.2 }, ['dark']],
])('%s', (_name, of, hints) => {
  expect(hintsOf(label(of))).toEqual(hints);
});

test('a plain surface is neither sharp nor blurred', () => {
  const plain = new Uint8Array(width * height).fill(140);
  expect(hintsOf({ light: plain, width, height })).toEqual([]);
});

test('a picture is kept as the camera gave it up to 2560 pixels on its long side, and in its shape beyond', () => {
  expect(fitted({ width: 1920, height: 1080 })).toEqual({ width: 1920, height: 1080 });
  expect(fitted({ width: 3840, height: 2160 })).toEqual({ width: 2560, height: 1440 });
  expect(fitted({ width: 3000, height: 4000 })).toEqual({ width: 1920, height: 2560 });
  expect(fitted({ width: 9000, height: 1 })).toEqual({ width: 2560, height: 1 });
});
