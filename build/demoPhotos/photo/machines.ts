/** A pump, a valve, a drive, a cabinet: what Northquay sells by the piece. */

import { print } from './glyphs.ts';
import {
  black,
  brushed,
  cabinetGrey,
  castIron,
  cloudy,
  green,
  motorGrey,
  orange,
  paint,
  painted,
  pumpBlue,
  red,
  steel,
  step,
  tint,
  white,
  zinc,
} from './materials.ts';
import type { Material, Part, Rgb } from './render.ts';
import {
  around,
  ball,
  blend,
  box,
  cut,
  hex,
  move,
  ring,
  rod,
  row,
  turn,
  union,
  wire,
} from './shapes.ts';

/** A centrifugal pump on its base, suction towards +z; `cracked` along the discharge neck. */
export function pump(cracked: boolean): readonly Part[] {
  const volute = blend(
    blend(
      move(rod('z', 0.86, 0.26, 0.16), 0, 1.15, 0.35),
      move(ring('z', 0.62, 0.27), 0, 1.15, 0.35),
      0.12,
    ),
    blend(
      move(rod('y', 0.27, 0.5, 0.02), 0.42, 1.9, 0.35),
      move(rod('z', 0.36, 0.32, 0.04), 0, 1.15, 0.75),
      0.1,
    ),
    0.22,
  );
  const body = cut(
    volute,
    move(rod('z', 0.24, 1.2), 0, 1.15, 1.1),
    move(rod('y', 0.18, 0.6), 0.42, 2.2, 0.35),
  );
  const iron = cracked
    ? painted(pumpBlue, (x, y, z, under) => {
        const line =
          1.79 +
          0.022 * Math.sin(x * 23) +
          0.014 * Math.sin(x * 61 + 1) +
          0.006 * Math.sin(x * 140) -
          0.1 * x;
        const open =
          step(0.014, 0.004, Math.abs(y - line)) *
          step(0.1, 0.2, z) *
          step(0.08, 0.16, x) *
          step(0.72, 0.62, x);
        const rust =
          step(0.2, 0, line - y) *
          step(-0.03, 0.02, line - y) *
          cloudy(x * 9, y * 4, 2) *
          step(0.1, 0.2, x) *
          step(0.7, 0.6, x);
        return tint(tint(under, [0.28, 0.1, 0.03], rust * 1.5), [0.004, 0.003, 0.003], open);
      })
    : pumpBlue;
  const flange = (shape: ReturnType<typeof rod>) => shape;
  return [
    { shape: body, material: iron, within: [0.1, 1.4, 0.5, 1.35] },
    {
      shape: cut(
        flange(move(rod('y', 0.44, 0.07, 0.015), 0.42, 2.36, 0.35)),
        move(rod('y', 0.18, 0.6), 0.42, 2.2, 0.35),
        move(around('y', 4, 0.33, rod('y', 0.05, 0.2)), 0.42, 2.36, 0.35),
      ),
      material: painted(castIron, (_x, y, _z, under) => (y > 2.41 ? [0.5, 0.5, 0.5] : under)),
      within: [0.42, 2.36, 0.35, 0.5],
    },
    {
      shape: cut(
        move(rod('z', 0.5, 0.07, 0.015), 0, 1.15, 1.1),
        move(rod('z', 0.24, 1.2), 0, 1.15, 1.1),
        move(around('z', 4, 0.38, rod('z', 0.05, 0.3), 0.785), 0, 1.15, 1.1),
      ),
      material: brushed,
      within: [0, 1.15, 1.1, 0.56],
    },
    {
      shape: move(around('z', 8, 0.79, hex('z', 0.05, 0.04)), 0, 1.15, 0.66),
      material: zinc,
      within: [0, 1.15, 0.66, 0.95],
    },
    {
      shape: move(
        cut(rod('z', 0.56, 0.22, 0.05), move(rod('y', 0.3, 0.3), 0, 0.5, 0)),
        0,
        1.15,
        -0.22,
      ),
      material: pumpBlue,
      within: [0, 1.15, -0.22, 0.7],
    },
    ...motor(0, 1.15, -1.35),
    {
      shape: move(box(0.8, 0.08, 1.7, 0.03), 0, 0.08, -0.55),
      material: castIron,
      within: [0, 0.1, -0.55, 1.95],
    },
    {
      shape: union(
        move(box(0.5, 0.18, 0.14, 0.03), 0, 0.3, 0.35),
        move(box(0.42, 0.22, 0.35, 0.03), 0, 0.35, -1.3),
      ),
      material: castIron,
      within: [0, 0.3, -0.5, 1.3],
    },
  ];
}

function motor(x: number, y: number, z: number): readonly Part[] {
  const fins = Array.from({ length: 22 }, (_, i) =>
    turn(move(box(0.02, 0.06, 0.62, 0.01), 0, 0.6, 0), 'z', (i * 360) / 22),
  );
  return [
    {
      shape: move(union(rod('z', 0.57, 0.72, 0.03), ...fins), x, y, z),
      material: motorGrey,
      within: [x, y, z, 1.05],
    },
    {
      shape: move(rod('z', 0.63, 0.16, 0.06), x, y, z - 0.86),
      material: black,
      within: [x, y, z - 0.86, 0.72],
    },
    {
      shape: move(box(0.22, 0.14, 0.26, 0.04), x, y + 0.74, z + 0.15),
      material: motorGrey,
      within: [x, y + 0.74, z + 0.15, 0.42],
    },
    {
      shape: move(box(0.012, 0.11, 0.2, 0.005), x + 0.655, y + 0.1, z),
      material: brushed,
      within: [x + 0.65, y + 0.1, z, 0.26],
    },
  ];
}

/** A two-piece ball valve along x; `scored` shows the ball through the open end. */
export function valve(scored: boolean): readonly Part[] {
  const inside = move(rod('x', 0.46, 2), 0, 0.95, 0);
  const ballInside = cut(move(ball(0.62), 0, 0.95, 0), move(rod('z', 0.34, 1), 0, 0.95, 0));
  const scratched = painted(steel, (x, y, z, under) => {
    if (x < 0.2) return under;
    const a = Math.abs(z * 0.9 + (y - 0.95) * 0.35 + 0.008 * Math.sin(y * 30) - 0.06);
    const b = Math.abs(z * 0.8 - (y - 0.95) * 0.3 + 0.14 + 0.008 * Math.sin(y * 41));
    const wear =
      step(0.016, 0.004, Math.min(a, b)) + step(0.012, 0.004, Math.abs(z + 0.25 + 0.1 * y));
    return tint(under, [0.03, 0.022, 0.016], wear);
  });
  const lever = scored ? [] : leverOf();
  return [
    {
      shape: cut(
        blend(move(rod('x', 0.66, 0.62, 0.06), 0, 0.95, 0), move(ball(0.8), 0, 0.95, 0), 0.1),
        inside,
      ),
      material: brushed,
      within: [0, 0.95, 0, 1.05],
    },
    {
      shape: cut(
        move(
          union(move(hex('x', 0.64, 0.2), -0.98, 0, 0), move(hex('x', 0.64, 0.2), 0.98, 0, 0)),
          0,
          0.95,
          0,
        ),
        inside,
      ),
      material: steel,
      within: [0, 0.95, 0, 1.5],
    },
    { shape: ballInside, material: scored ? scratched : steel, within: [0, 0.95, 0, 0.66] },
    {
      shape: move(rod('y', 0.2, 0.26, 0.02), 0, 1.85, 0),
      material: brushed,
      within: [0, 1.85, 0, 0.4],
    },
    {
      shape: move(box(0.34, 0.035, 0.34, 0.02), 0, 1.78, 0),
      material: brushed,
      within: [0, 1.78, 0, 0.5],
    },
    {
      shape: cut(move(rod('x', 0.52, 0.05, 0.02), 1.16, 0.95, 0), inside),
      material: paint(0.75, 0.74, 0.7, 0.3),
      within: [1.16, 0.95, 0, 0.6],
    },
    ...lever,
  ];
}

function leverOf(): readonly Part[] {
  return [
    {
      shape: turn(move(box(1.1, 0.035, 0.13, 0.02), 0.85, 2.14, 0), 'y', 28),
      material: steel,
      within: [0.75, 2.14, -0.4, 1.3],
    },
    {
      shape: turn(move(rod('x', 0.15, 0.62, 0.1), 1.45, 2.14, 0), 'y', 28),
      material: paint(0.02, 0.12, 0.42, 0.5),
      within: [1.3, 2.14, -0.7, 0.75],
    },
    { shape: move(hex('y', 0.12, 0.07), 0, 2.22, 0), material: zinc, within: [0, 2.22, 0, 0.2] },
  ];
}

const fault = print(44, 16, [{ text: 'F0022', x: 7, y: 4, size: 1 }]);

/** A frequency inverter, front towards +z; `bent`: its heat sink was struck. */
export function drive(bent: boolean): readonly Part[] {
  const fins = Array.from({ length: 15 }, (_, i) => {
    const x = -0.84 + i * 0.12;
    const lean = bent && i > 7 && i < 13 ? (4 - Math.abs(i - 10)) * 3.4 : 0;
    return move(turn(move(box(0.022, 0.92, 0.33, 0.008), 0, 0.92, 0), 'z', lean), x, 0.1, -0.62);
  });
  const front = painted(paint(0.2, 0.22, 0.24, 0.3), (x, y, z, under) => {
    if (z < 0.55) return under;
    const lettering = fault.ink((x + 0.37) / 0.74, (1.56 - y) / 0.27);
    if (Math.abs(x) < 0.37 && y > 1.29 && y < 1.56)
      return lettering ? [0.85, 0.12, 0.05] : [0.015, 0.02, 0.015];
    return under;
  });
  return [
    {
      shape: move(box(0.92, 1.02, 0.5, 0.06), 0, 1.12, 0.1),
      material: front,
      within: [0, 1.12, 0.1, 1.5],
    },
    {
      shape: move(box(0.95, 0.07, 0.52, 0.03), 0, 1.05, 0.1),
      material: orange,
      within: [0, 1.05, 0.1, 1.1],
    },
    { shape: union(...fins), material: { ...brushed, gloss: 0.35 }, within: [0, 1.05, -0.62, 1.5] },
    {
      shape: move(
        union(...[-0.3, -0.1, 0.1, 0.3].map((x) => move(box(0.075, 0.06, 0.04, 0.02), x, 0, 0))),
        0,
        0.86,
        0.6,
      ),
      material: cabinetGrey,
      within: [0, 0.86, 0.6, 0.45],
    },
    {
      shape: move(
        union(...[-0.6, -0.2, 0.2, 0.6].map((x) => move(rod('y', 0.12, 0.08, 0.02), x, 0, 0))),
        0,
        0.05,
        0.1,
      ),
      material: black,
      within: [0, 0.05, 0.1, 0.9],
    },
    {
      shape: move(box(0.24, 0.13, 0.006, 0.004), 0.5, 0.45, 0.602),
      material: white,
      within: [0.5, 0.45, 0.6, 0.3],
    },
  ];
}

const devices = [green, cabinetGrey, black, cabinetGrey, orange, green, black, white, cabinetGrey];
const rails = [2.72, 1.95, 1.18];

/** One row of relays and breakers per rail; a device's place decides its colour. */
function deviceColour(x: number, y: number): Rgb {
  const place = Math.round(x / 0.138 + 6.5);
  const rail = rails.findIndex((r) => Math.abs(y - r) < 0.4);
  const kind = (place * 5 + rail * 3 + ((place * rail) % 3)) % devices.length;
  const { colour } = devices[kind] ?? black;
  const window = Math.abs(y - (rails[rail] ?? 0) - 0.06) < 0.028;
  const across = Math.abs(x / 0.138 + 6.5 - place);
  if (window && across < 0.22 && place % 2 === 0) return [0.75, 0.75, 0.7];
  return typeof colour === 'function' ? [0, 0, 0] : colour;
}

/** A control cabinet with its door open; `burnt`: one terminal block has charred. */
export function cabinet(burnt: boolean): readonly Part[] {
  const inside = move(box(1.2, 1.55, 0.5, 0.01), 0, 1.75, 0.12);
  const blocks = union(
    ...rails.map((y, i) =>
      move(row(14, 0.138, box(0.064, 0.19 + 0.02 * i, 0.16, 0.015)), 0, y, -0.18),
    ),
  );
  const plastic: Material = { colour: (x, y) => deviceColour(x, y), gloss: 0.35, metal: 0 };
  const wires = [-0.8, -0.5, -0.25, 0.05, 0.3, 0.62].flatMap((x, i) => [
    wire(
      [
        [x, 2.52, 0],
        [x + 0.03, 2.4, 0.1],
        [x + 0.02, 2.33, 0.02],
      ],
      0.018,
    ),
    wire(
      [
        [x + 0.08, 1.75, 0],
        [x + 0.1, 1.66, 0.09 + 0.01 * i],
        [x + 0.07, 1.56, 0.02],
      ],
      0.018,
    ),
  ]);
  return [
    {
      shape: cut(move(box(1.3, 1.7, 0.55, 0.03), 0, 1.75, 0), inside),
      material: cabinetGrey,
      within: [0, 1.75, 0, 2.25],
    },
    {
      shape: move(box(1.15, 1.5, 0.02, 0.005), 0, 1.75, -0.38),
      material: { colour: [0.62, 0.6, 0.5], gloss: 0.3, metal: 0.6 },
      within: [0, 1.75, -0.38, 1.95],
    },
    {
      shape: union(...rails.map((y) => move(box(1.05, 0.05, 0.03, 0.01), 0, y, -0.33))),
      material: zinc,
      within: [0, 1.95, -0.33, 1.4],
    },
    { shape: blocks, material: charred(plastic, burnt), within: [0, 1.95, -0.18, 1.45] },
    {
      shape: union(
        ...[2.34, 1.57, 0.72].map((y) => move(box(1.05, 0.085, 0.13, 0.01), 0, y, -0.22)),
      ),
      material: paint(0.3, 0.32, 0.34, 0.15),
      within: [0, 1.55, -0.22, 1.4],
    },
    {
      shape: union(...wires.filter((_, i) => i % 2 === 0)),
      material: paint(0.02, 0.06, 0.3),
      within: [0, 2.4, 0, 1],
    },
    {
      shape: union(...wires.filter((_, i) => i % 2 === 1)),
      material: red,
      within: [0, 1.66, 0, 1],
    },
    { shape: turnedDoor(), material: cabinetGrey, within: [2.1, 1.75, 1.25, 2.2] },
    {
      shape: move(rod('x', 0.13, 0.06, 0.02), 2.5, 2.1, 1.2),
      material: red,
      within: [2.5, 2.1, 1.2, 0.2],
    },
  ];
}

function turnedDoor() {
  return move(turn(move(box(1.3, 1.68, 0.03, 0.01), 1.3, 0, 0), 'y', -62), 1.3, 1.75, 0.58);
}

function charred(material: Part['material'], burnt: boolean): Part['material'] {
  if (!burnt) return material;
  return painted(material, (x, y, z, under) => {
    const d = Math.hypot(x - 0.19, (y - 1.98) * 0.8);
    const soot = step(0.34, 0.06, d + 0.16 * (cloudy(x * 9, y * 9, z * 9) - 0.5));
    return tint(under, [0.008, 0.006, 0.005], soot * 1.1);
  });
}
