/** Where a picture is taken: the grey studio of the warehouse, or wherever the client stood. */
import { cloudy, matt, step, tint } from './materials.ts';
import type { Material, Part, Rgb, Scene } from './render.ts';
import type { Point } from './shapes.ts';

export type View = {
  readonly from: Point;
  readonly to: Point;
  readonly zoom?: number;
  /** Where the colour card lies, and how large; none where it would be out of the picture. */
  readonly card?: readonly [x: number, z: number, size: number];
};

const patches: readonly Rgb[] = [
  [0.17, 0.08, 0.05],
  [0.54, 0.3, 0.22],
  [0.11, 0.19, 0.33],
  [0.1, 0.15, 0.05],
  [0.23, 0.21, 0.43],
  [0.13, 0.51, 0.41],
  [0.68, 0.2, 0.02],
  [0.06, 0.1, 0.37],
  [0.53, 0.09, 0.12],
  [0.11, 0.04, 0.14],
  [0.34, 0.5, 0.05],
  [0.75, 0.37, 0.03],
  [0.02, 0.05, 0.28],
  [0.06, 0.29, 0.06],
  [0.43, 0.03, 0.04],
  [0.84, 0.57, 0.01],
  [0.5, 0.09, 0.3],
  [0.01, 0.24, 0.38],
  [0.88, 0.88, 0.86],
  [0.58, 0.58, 0.57],
  [0.36, 0.36, 0.36],
  [0.19, 0.19, 0.19],
  [0.09, 0.09, 0.09],
  [0.03, 0.03, 0.03],
];

/** Grey paper, a colour card and a rule with half-unit ticks. */
export function studio(parts: readonly Part[], view: View): Scene {
  const paper: Rgb = [0.4, 0.41, 0.42];
  const card = view.card;
  const colour: Material['colour'] = card
    ? (x, _y, z) => cardAt((x - card[0]) / card[2], (z - card[1]) / card[2]) ?? paper
    : paper;
  return {
    parts,
    ground: matt(colour, 0.05),
    backdrop: [0.36, 0.37, 0.39],
    camera: { from: view.from, to: view.to, zoom: view.zoom ?? 1.5 },
    lamp: { from: [-4, 8, 6], strength: 0.95, colour: [1, 0.98, 0.95] },
    sky: 0.42,
  };
}

/** Six by four patches above a black and white rule; null beside it. */
function cardAt(u: number, v: number): Rgb | null {
  if (u < -0.04 || u > 1.54 || v < -0.04 || v > 1.3) return null;
  if (v <= 1 && u <= 1.5 && u >= 0 && v >= 0) {
    const [column, row] = [Math.floor(u * 4), Math.floor(v * 4)];
    const inPatch = u * 4 - column > 0.08 && v * 4 - row > 0.08;
    return inPatch ? (patches[row * 6 + column] ?? [0, 0, 0]) : [0.02, 0.02, 0.02];
  }
  if (v > 1.06 && v < 1.26 && u >= 0 && u <= 1.5) {
    const tick = Math.floor(u * 10) % 2 === 0;
    const upper = v < 1.16;
    return tick === upper ? [0.8, 0.8, 0.8] : [0.02, 0.02, 0.02];
  }
  return [0.02, 0.02, 0.02];
}

/** A telephone picture on the client's work bench or shop floor. */
export function workshop(
  parts: readonly Part[],
  view: View,
  surface: 'bench' | 'floor' | 'steel' = 'bench',
): Scene {
  const surfaces: Readonly<Record<typeof surface, Material>> = {
    bench: matt((x, _y, z) => planks(x, z), 0.1),
    floor: matt((x, _y, z) => concrete(x, z), 0.12),
    steel: { colour: (x, _y, z) => plate(x, z), gloss: 0.3, metal: 0.5 },
  };
  return {
    parts,
    ground: surfaces[surface],
    backdrop: surface === 'bench' ? [0.1, 0.085, 0.07] : [0.11, 0.125, 0.14],
    camera: { from: view.from, to: view.to, zoom: view.zoom ?? 1.4, roll: 0.045 },
    lamp: { from: [5, 6, 3], strength: 0.85, colour: [1, 0.9, 0.74] },
    sky: 0.26,
  };
}

function planks(x: number, z: number): Rgb {
  const width = 0.85;
  const n = Math.floor(z / width);
  const edge = Math.abs(z / width - n - 0.5);
  const grain = 0.5 + 0.5 * Math.sin(z * 34 + 3 * cloudy(x * 0.5, n * 7.3, z * 2));
  const tone = 0.2 + 0.07 * (((n * 37) % 5) / 5) + 0.05 * grain;
  const gap = step(0.47, 0.495, edge);
  return tint([tone * 1.1, tone * 0.72, tone * 0.42], [0.02, 0.014, 0.01], gap);
}

function concrete(x: number, z: number): Rgb {
  const spots = cloudy(x * 0.7 + 9, 1, z * 0.7);
  const joint = step(0.035, 0.015, Math.abs(z + 2.2));
  const tone = 0.2 + 0.12 * spots;
  return tint([tone, tone * 0.98, tone * 0.94], [0.05, 0.05, 0.05], joint);
}

function plate(x: number, z: number): Rgb {
  const worn = cloudy(x * 0.9, 4, z * 0.9);
  return [0.2 + 0.1 * worn, 0.21 + 0.1 * worn, 0.23 + 0.1 * worn];
}
