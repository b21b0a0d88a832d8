/** Cartons, pallets, drums, labels and rating plates. */
import { gtinOf, ssccOf } from '../../../central/demo/company/identifiers.ts';
import { type Print, type PrintLine, print } from './glyphs.ts';
import {
  board,
  brushed,
  cloudy,
  motorGrey,
  oil,
  paint,
  painted,
  pumpBlue,
  steel,
  step,
  tint,
  wood,
  zinc,
} from './materials.ts';
import type { Part, Rgb } from './render.ts';
import {
  ball,
  box,
  cut,
  displaced,
  move,
  puddle,
  ring,
  rod,
  row,
  type Shape,
  turn,
  union,
} from './shapes.ts';

const sscc = ssccOf(310_000_471, 3);

const labelLines: readonly PrintLine[] = [
  { text: 'NORTHQUAY INDUSTRIAL', x: 14, y: 12, size: 3 },
  { rule: true, x: 10, y: 40, wide: 460, high: 3 },
  { text: 'RETURN TO', x: 14, y: 50, size: 2 },
  { text: 'NEWARK RETURNS CENTRE', x: 14, y: 70, size: 3 },
  { text: 'DOCK D2', x: 370, y: 50, size: 2 },
  { rule: true, x: 10, y: 100, wide: 460, high: 3 },
  { text: `GTIN ${gtinOf(20_010)}`, x: 14, y: 112, size: 2 },
  { text: 'LOT L4471-07A', x: 14, y: 132, size: 2 },
  { text: 'QTY 2', x: 370, y: 112, size: 3 },
  { rule: true, x: 10, y: 154, wide: 460, high: 3 },
  { code128: `00${sscc}`, gs1: true, x: 30, y: 170, wide: 420, high: 120 },
  { text: `(00) ${sscc}`, x: 96, y: 298, size: 2 },
];
const shippingLabel = print(480, 330, labelLines);

/** A label stuck on the +z side of a carton; `smeared`: the print was rubbed sideways. */
function labelOn(under: Rgb, sheet: Print, u: number, v: number, smeared: boolean): Rgb {
  if (u < 0 || u > 1 || v < 0 || v > 1) return under;
  const paper: Rgb = [0.76, 0.76, 0.73];
  if (!smeared) return sheet.ink(u, v) ? [0.02, 0.02, 0.02] : paper;
  const rub = step(0.25, 0.75, cloudy(u * 3.2, v * 4.1, 3));
  let ink = 0;
  for (let i = 0; i < 9; i += 1) ink += sheet.ink(u - i * 0.012 * rub, v + i * 0.004 * rub);
  const faint = tint(paper, [0.05, 0.05, 0.05], (ink / 9) * (1 - 0.35 * rub));
  const torn = step(
    0.03,
    0,
    1.02 - u - 0.14 * cloudy(2, v * 7, 1) - (v > 0.7 ? (v - 0.7) * 0.7 : 0),
  );
  return tint(faint, under, torn);
}

export function label(smeared: boolean): readonly Part[] {
  const face = painted(board, (x, y, z, under) => {
    const flute = 1 + 0.03 * Math.sin(x * 60);
    const base: Rgb = [under[0] * flute, under[1] * flute, under[2] * flute];
    return z < 0.62
      ? base
      : labelOn(base, shippingLabel, (x + 1.28) / 2.56, (2.16 - y) / 1.76, smeared);
  });
  return [
    {
      shape: move(box(1.9, 1.35, 0.65, 0.03), 0, 1.35, 0),
      material: face,
      within: [0, 1.35, 0, 2.5],
    },
  ];
}

export type CartonState = 'whole' | 'dented' | 'wet' | 'burst';

/** A carton with tape and a small label. */
export function carton(state: CartonState): readonly Part[] {
  const walls: Shape = move(box(1.25, 0.85, 0.95, 0.03), 0, 0.85, 0);
  const struck = state === 'dented' || state === 'burst';
  const body: Shape = struck
    ? displaced(
        cut(walls, move(ball(1.15), 1.9, 2.1, 1.45)),
        (x, y, z) =>
          0.035 * Math.sin(x * 9 + y * 5) * step(1.5, 0.4, Math.hypot(x - 1.2, y - 1.5, z - 0.9)) +
          0.05 * step(0.9, 0.2, Math.abs(y - 0.55 - 0.2 * x)) * step(-0.2, 1.2, x),
      )
    : walls;
  const skin = painted(board, (x, y, z, under) => {
    const flute = 1 + 0.025 * Math.sin((Math.abs(z) > 0.93 ? x : z) * 70);
    let colour: Rgb = [under[0] * flute, under[1] * flute, under[2] * flute];
    const tape = Math.abs(z) < 0.17 && (y > 1.68 || Math.abs(x) > 1.23);
    if (tape) colour = tint(colour, [0.6, 0.5, 0.32], 0.75);
    if (z > 0.9) {
      const stuck = labelOn(
        colour,
        shippingLabel,
        (x + 1.05) / 0.95,
        (1.5 - y) / 0.65,
        state === 'wet',
      );
      colour = stuck;
      const arrow =
        Math.abs(x - 0.75) < 0.13 &&
        y > 0.25 &&
        y < 0.65 &&
        (Math.abs(x - 0.75) < 0.035 || y > 0.5);
      if (arrow && !(y > 0.5 && Math.abs(x - 0.75) > (0.65 - y) * 0.9)) colour = [0.05, 0.04, 0.03];
    }
    if (struck) {
      const crease = Math.abs(y - 0.55 - 0.2 * x + 0.03 * Math.sin(x * 13));
      colour = tint(colour, [0.62, 0.5, 0.36], step(0.03, 0.008, crease) * step(-0.1, 0.5, x));
      const scuff =
        step(0.75, 0.45, Math.hypot(x - 1.1, y - 1.35, z - 0.85)) * cloudy(x * 8, y * 8, z * 8);
      colour = tint(colour, [0.17, 0.11, 0.06], scuff * 0.9);
    }
    if (state === 'wet') {
      const line =
        0.72 + 0.38 * (cloudy(x * 1.6, 2, z * 1.6) - 0.5) + 0.06 * (cloudy(x * 7, 5, z * 7) - 0.5);
      const rim = step(0.06, 0.01, Math.abs(y - line)) * 0.55;
      colour = tint(colour, [0.17, 0.095, 0.045], step(line + 0.03, line - 0.05, y) * 0.85);
      colour = tint(colour, [0.1, 0.055, 0.025], rim);
    }
    return colour;
  });
  const flap: readonly Part[] =
    state === 'burst'
      ? [
          {
            shape: move(turn(box(1.2, 0.015, 0.46, 0.005), 'x', -38), 0, 1.98, -0.78),
            material: board,
            within: [0, 1.98, -0.78, 1.4],
          },
        ]
      : [];
  const spilt: readonly Part[] =
    state === 'wet'
      ? [
          {
            shape: puddle(0.1, 0.25, 1.75, (x, z) => 1.1 * (cloudy(x * 1.4, 0, z * 1.4) - 0.45)),
            material: { colour: [0.1, 0.105, 0.11], gloss: 0.95, metal: 0 },
            within: [0.1, 0, 0.25, 2.3],
          },
        ]
      : [];
  return [{ shape: body, material: skin, within: [0, 0.85, 0, 1.85] }, ...flap, ...spilt];
}

/** Cartons two by two on a wooden pallet; `crushed`: the lower layer gave way. */
export function pallet(crushed: boolean): readonly Part[] {
  const boards = union(
    move(row(5, 0.62, box(0.24, 0.05, 1.4, 0.01)), 0, 0.43, 0),
    move(row(3, 1.3, box(0.14, 0.15, 1.35, 0.01)), 0, 0.23, 0),
    move(row(3, 1.3, box(0.24, 0.04, 1.4, 0.01)), 0, 0.04, 0),
  );
  const one = (x: number, y: number, z: number, h: number, lean: number, n: number): Part => {
    const shape = turn(box(0.69, h, 0.66, 0.025), 'z', lean);
    const bulged =
      crushed && y < 1.2 ? displaced(shape, (_x, sy) => -0.07 * (1 - (sy / h) ** 2)) : shape;
    return {
      shape: move(bulged, x, y, z),
      material: painted(board, (px, py, pz, under) => {
        const shade = 0.92 + 0.05 * ((n * 7) % 4);
        const flute = shade * (1 + 0.02 * Math.sin(px * 60 + pz * 60));
        const base: Rgb = [under[0] * flute, under[1] * flute, under[2] * flute];
        const tape = Math.abs(px - x) < 0.09 && (py > y + h - 0.03 || Math.abs(pz - z) > 0.6);
        const crease =
          crushed && y < 1.2
            ? step(0.03, 0.01, Math.abs(py - y - 0.05 * Math.sin(px * 7))) * 0.7
            : 0;
        const seen =
          pz > z + 0.6
            ? labelOn(base, shippingLabel, (px - x + 0.55) / 0.6, (y + 0.3 - py) / 0.41, false)
            : base;
        return tint(tape ? tint(seen, [0.6, 0.5, 0.32], 0.7) : seen, [0.2, 0.13, 0.07], crease);
      }),
      within: [x, y, z, 1.25],
    };
  };
  const low = crushed ? 0.36 : 0.52;
  const lower = 0.48 + low;
  const upper = 0.48 + 2 * low + 0.53;
  const stack: readonly Part[] = [
    {
      shape: boards,
      material: painted(wood, (x, _y, z, under) =>
        tint(under, [0.2, 0.14, 0.08], 0.5 * cloudy(x * 9, 1, z * 1.5)),
      ),
      within: [0, 0.25, 0, 2.1],
    },
    one(-0.71, lower, 0.69, low, 0, 1),
    one(0.71, lower + (crushed ? 0.04 : 0), 0.69, low + (crushed ? 0.04 : 0), crushed ? 2 : 0, 2),
    one(-0.71, lower, -0.69, low, 0, 3),
    one(0.71, lower, -0.69, low, 0, 4),
    one(-0.71, upper, 0.69, 0.52, crushed ? -7 : 0, 5),
    one(0.71, upper + (crushed ? 0.06 : 0), 0.69, 0.52, crushed ? 5 : 0, 6),
    one(-0.71, upper, -0.69, 0.52, crushed ? -5 : 0, 7),
    {
      shape: union(
        ...[-0.55, 0.55].map((x) => move(box(0.05, 0.012, 1.4, 0.005), x, upper + 0.55, 0)),
      ),
      material: paint(0.02, 0.02, 0.02, 0.4),
      within: [0, upper + 0.55, 0, 1.6],
    },
  ];
  return stack.slice(0, crushed ? 8 : 9);
}

/** A 208-litre drum and a pail; `leaking` at the lower seam. */
export function drum(leaking: boolean): readonly Part[] {
  const side = painted(pumpBlue, (x, y, z, under) => {
    const dirt = step(0.55, 0.75, cloudy(x * 2, y * 2, z * 2)) * 0.25;
    let colour = tint(under, [0.12, 0.12, 0.12], dirt);
    if (Math.abs(y - 1.75) < 0.24 && z > 0.3 && Math.abs(x + 0.5) < 0.34) {
      colour = oilLabel.ink((x + 0.84) / 0.68, (1.99 - y) / 0.48)
        ? [0.03, 0.03, 0.03]
        : [0.72, 0.72, 0.68];
    }
    if (leaking) {
      const width = 0.05 + 0.12 * step(0.75, 0.1, y) + 0.05 * (cloudy(y * 5, 2, 2) - 0.5);
      colour = tint(
        colour,
        [0.012, 0.009, 0.006],
        step(width + 0.02, width - 0.03, Math.abs(x - 0.28)) *
          step(0.86, 0.78, y) *
          step(0, 0.3, z),
      );
    }
    return colour;
  });
  const spilt: readonly Part[] = leaking
    ? [
        {
          shape: puddle(0.35, 1.15, 0.95, (x, z) => 0.7 * (cloudy(x * 1.9, 0, z * 1.9) - 0.45)),
          material: oil,
          within: [0.45, 0, 1.15, 1.35],
        },
      ]
    : [
        {
          shape: cut(
            move(rod('y', 0.52, 0.42, 0.03), 1.5, 0.44, 0.75),
            move(rod('y', 0.48, 0.4), 1.5, 0.55, 0.75),
          ),
          material: paint(0.7, 0.7, 0.68, 0.35),
          within: [1.5, 0.44, 0.75, 0.72],
        },
        {
          shape: displaced(
            move(rod('y', 0.44, 0.28, 0.02), 1.5, 0.32, 0.75),
            (x, _y, z) => 0.05 * Math.sin(x * 9) * Math.sin(z * 8),
          ),
          material: paint(0.45, 0.25, 0.04, 0.6),
          within: [1.5, 0.34, 0.75, 0.68],
        },
        {
          shape: move(turn(ring('z', 0.5, 0.014), 'x', 35), 1.5, 0.8, 0.95),
          material: zinc,
          within: [1.5, 0.8, 0.95, 0.6],
        },
      ];
  return [
    {
      shape: union(
        move(rod('y', 0.98, 1.3, 0.03), -0.2, 1.32, 0),
        ...[0.9, 1.75].map((y) => move(ring('y', 0.98, 0.04), -0.2, y, 0)),
      ),
      material: side,
      within: [-0.2, 1.32, 0, 1.7],
    },
    {
      shape: union(...[0.05, 2.61].map((y) => move(ring('y', 0.98, 0.045), -0.2, y, 0))),
      material: steel,
      within: [-0.2, 1.32, 0, 1.75],
    },
    {
      shape: union(
        move(rod('y', 0.14, 0.04, 0.01), 0.35, 2.64, 0.25),
        move(rod('y', 0.09, 0.04, 0.01), -0.75, 2.64, -0.2),
      ),
      material: zinc,
      within: [-0.2, 2.64, 0, 0.9],
    },
    ...spilt,
  ];
}

const oilLabel = print(60, 42, [
  { text: 'HLP 46', x: 6, y: 5, size: 1 },
  { text: '208 L', x: 6, y: 16, size: 1 },
  { rule: true, x: 4, y: 28, wide: 52, high: 2 },
  { text: 'L7731', x: 6, y: 32, size: 1 },
]);

const machinePlate = print(300, 170, [
  { text: 'NORTHQUAY INDUSTRIAL', x: 16, y: 14, size: 2 },
  { rule: true, x: 12, y: 36, wide: 276, high: 2 },
  { text: 'TYPE  CP32-160/22', x: 16, y: 46, size: 2 },
  { text: 'S/N   4107A001', x: 16, y: 66, size: 2 },
  { text: 'Q 12 M3/H  H 24 M', x: 16, y: 86, size: 2 },
  { text: 'P 2.2 KW  N 2900/MIN', x: 16, y: 106, size: 2 },
  { code128: '4107A001', x: 16, y: 130, wide: 170, high: 28 },
]);
const electricPlate = print(300, 170, [
  { text: 'NORTHQUAY INDUSTRIAL', x: 16, y: 14, size: 2 },
  { rule: true, x: 12, y: 36, wide: 276, high: 2 },
  { text: 'TYPE  FU-7K5-IP55', x: 16, y: 46, size: 2 },
  { text: 'S/N   4134A006  FW 4.2', x: 16, y: 66, size: 2 },
  { text: '3~ 380-480 V  50/60 HZ', x: 16, y: 86, size: 2 },
  { text: '7.5 KW  16.5 A  IP55', x: 16, y: 106, size: 2 },
  { code128: '4134A006', x: 16, y: 130, wide: 170, high: 28 },
]);

/** A rating plate riveted to what it belongs to. */
export function ratingPlate(kind: 'machine' | 'electric'): readonly Part[] {
  const sheet = kind === 'machine' ? machinePlate : electricPlate;
  const etched = painted(brushed, (x, y, z, under) => {
    const grain = 0.95 + 0.08 * Math.sin(y * 210 + 3 * cloudy(x, y * 9, 1));
    const metal: Rgb = [under[0] * grain * 1.15, under[1] * grain * 1.15, under[2] * grain * 1.15];
    const scratch =
      step(0.007, 0.002, Math.abs(y - 1.55 - 0.3 * x)) * step(0.1, 0.3, x) * step(0.9, 0.6, x);
    const ink = z > 0.3 ? sheet.ink((x + 1.42) / 2.84, (2.05 - y) / 1.61) : 0;
    return ink ? [0.012, 0.012, 0.014] : tint(metal, [0.85, 0.85, 0.85], scratch);
  });
  const behind = kind === 'machine' ? pumpBlue : motorGrey;
  const rivets = [-1.36, 1.36].flatMap((x) =>
    [0.52, 1.97].map((y) => move(ball(0.06), x, y, 0.36)),
  );
  return [
    {
      shape: displaced(
        move(box(2.6, 2, 0.3, 0.1), 0, 1.3, 0),
        (x, y) => 0.004 * Math.sin(x * 31) * Math.sin(y * 27),
      ),
      material: behind,
      within: [0, 1.3, 0, 3.5],
    },
    {
      shape: move(box(1.5, 0.86, 0.02, 0.01), 0, 1.245, 0.34),
      material: etched,
      within: [0, 1.245, 0.34, 1.8],
    },
    { shape: union(...rivets), material: steel, within: [0, 1.245, 0.36, 1.75] },
  ];
}
