import type { Material, Rgb } from './render.ts';

const matt = (colour: Material['colour'], gloss = 0.12): Material => ({ colour, gloss, metal: 0 });

export const paint = (r: number, g: number, b: number, gloss = 0.45): Material =>
  matt([r, g, b], gloss);
export const steel: Material = { colour: [0.62, 0.63, 0.65], gloss: 0.75, metal: 1 };
export const brushed: Material = { colour: [0.55, 0.56, 0.57], gloss: 0.45, metal: 0.9 };
export const castIron: Material = { colour: [0.2, 0.2, 0.205], gloss: 0.25, metal: 0.45 };
export const brass: Material = { colour: [0.72, 0.53, 0.23], gloss: 0.7, metal: 1 };
export const zinc: Material = { colour: [0.5, 0.51, 0.5], gloss: 0.4, metal: 0.85 };
export const pumpBlue = paint(0.03, 0.13, 0.32);
export const motorGrey = paint(0.17, 0.2, 0.23);
export const cabinetGrey = paint(0.56, 0.57, 0.55, 0.25);
export const black = paint(0.016, 0.016, 0.018, 0.4);
export const rubber = paint(0.022, 0.022, 0.024, 0.22);
export const orange = paint(0.62, 0.16, 0.015);
export const yellow = paint(0.72, 0.46, 0.02);
export const red = paint(0.5, 0.03, 0.025);
export const green = paint(0.03, 0.25, 0.1);
export const white = paint(0.78, 0.78, 0.76, 0.2);
export const oil: Material = { colour: [0.05, 0.032, 0.012], gloss: 0.95, metal: 0 };
export const board = matt([0.42, 0.28, 0.16], 0.08);
export const wood = matt([0.47, 0.33, 0.19], 0.08);

export { matt };

/** Colour that changes from place to place. */
export function painted(
  base: Material,
  colour: (x: number, y: number, z: number, under: Rgb) => Rgb,
): Material {
  const under = base.colour;
  if (typeof under === 'function')
    return { ...base, colour: (x, y, z) => colour(x, y, z, under(x, y, z)) };
  return { ...base, colour: (x, y, z) => colour(x, y, z, under) };
}

export function tint(from: Rgb, to: Rgb, t: number): Rgb {
  const s = Math.min(1, Math.max(0, t));
  return [
    from[0] + (to[0] - from[0]) * s,
    from[1] + (to[1] - from[1]) * s,
    from[2] + (to[2] - from[2]) * s,
  ];
}

export function step(from: number, to: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** Smooth noise from 0 to 1, the same everywhere: whole-number lattice, quintic between. */
export function noise(x: number, y: number, z: number): number {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  const zi = Math.floor(z);
  const u = ease(x - xi);
  const v = ease(y - yi);
  const w = ease(z - zi);
  const at = (i: number, j: number, k: number) => lattice(xi + i, yi + j, zi + k);
  const near = mix(mix(at(0, 0, 0), at(1, 0, 0), u), mix(at(0, 1, 0), at(1, 1, 0), u), v);
  const away = mix(mix(at(0, 0, 1), at(1, 0, 1), u), mix(at(0, 1, 1), at(1, 1, 1), u), v);
  return mix(near, away, w);
}

export function cloudy(x: number, y: number, z: number): number {
  return (
    0.55 * noise(x, y, z) +
    0.3 * noise(x * 2.1, y * 2.1, z * 2.1) +
    0.15 * noise(x * 4.3, y * 4.3, z * 4.3)
  );
}

function lattice(x: number, y: number, z: number): number {
  let h = Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263) ^ Math.imul(z, 2_147_483_647 - 58);
  h = Math.imul(h ^ (h >>> 13), 1_274_126_177);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

function ease(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}
