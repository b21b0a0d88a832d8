/** Bearings, sensors, cables, hoses, machined housings: what comes by the box. */
import {
  black,
  brass,
  brushed,
  castIron,
  cloudy,
  matt,
  noise,
  oil,
  orange,
  paint,
  painted,
  rubber,
  steel,
  step,
  tint,
  white,
  yellow,
  zinc,
} from './materials.ts';
import type { Part } from './render.ts';
import {
  around,
  ball,
  bar,
  box,
  cut,
  hex,
  move,
  puddle,
  ring,
  rod,
  row,
  type Shape,
  turn,
  union,
  wire,
} from './shapes.ts';

/** One bearing lying, one leaning on it; `rusted` where water stood. */
export function bearings(rusted: boolean): readonly Part[] {
  return [
    ...bearing((s) => move(s, -0.35, 0.3, 0.15), rusted, [-0.35, 0.3, 0.15]),
    ...bearing(
      (s) => move(turn(turn(s, 'x', 62), 'y', 24), 0.75, 0.93, -0.75),
      rusted,
      [0.75, 0.93, -0.75],
    ),
  ];
}

function bearing(
  place: (shape: Shape) => Shape,
  rusted: boolean,
  [cx, cy, cz]: readonly [number, number, number],
): readonly Part[] {
  const groove = ring('y', 0.72, 0.2);
  const rust = (gloss: Part['material']) =>
    rusted
      ? painted(gloss, (x, y, z, under) => {
          const spots = step(
            0.5,
            0.66,
            noise(x * 4.2 + 2, y * 4.2, z * 4.2) * 0.7 + noise(x * 11, y * 11, z * 11) * 0.3,
          );
          return tint(under, [0.23, 0.085, 0.025], spots * 0.95);
        })
      : gloss;
  const within = (r: number) => [cx, cy, cz, r] as const;
  return [
    {
      shape: place(cut(rod('y', 1.1, 0.3, 0.04), rod('y', 0.87, 1), groove)),
      material: rust(steel),
      within: within(1.16),
    },
    {
      shape: place(cut(rod('y', 0.58, 0.3, 0.03), rod('y', 0.43, 1), groove)),
      material: rust(steel),
      within: within(0.68),
    },
    {
      shape: place(around('y', 9, 0.725, ball(0.165))),
      material: rust(steel),
      within: within(0.92),
    },
    {
      shape: place(
        cut(rod('y', 0.8, 0.06, 0.02), rod('y', 0.65, 1), around('y', 9, 0.725, ball(0.2))),
      ),
      material: rust(brass),
      within: within(0.85),
    },
  ];
}

/** Two proximity switches with nuts; close up, an M12 face whose pin is bent. */
export function sensors(bent: boolean): readonly Part[] {
  const thread: Shape = (x, y, z) =>
    0.8 * (rod('x', 0.32, 1.05, 0.02)(x, y, z) + 0.014 * Math.sin(x * 62));
  const one = (
    place: (s: Shape) => Shape,
    c: readonly [number, number, number],
  ): readonly Part[] => [
    { shape: place(thread), material: brushed, within: [...c, 1.15] },
    {
      shape: place(move(rod('x', 0.29, 0.12, 0.03), 1.12, 0, 0)),
      material: paint(0.02, 0.1, 0.36, 0.4),
      within: [...c, 1.4],
    },
    {
      shape: place(
        union(move(hex('x', 0.46, 0.075), 0.35, 0, 0), move(hex('x', 0.46, 0.075), -0.1, 0, 0)),
      ),
      material: zinc,
      within: [...c, 0.8],
    },
    { shape: place(move(connectorShell(), -1.2, 0, 0)), material: steel, within: [...c, 1.75] },
    {
      shape: place(move(turn(pins(bent), 'y', 0), -1.28, 0, 0)),
      material: brass,
      within: [...c, 1.75],
    },
    {
      shape: place(move(rod('x', 0.2, 0.03, 0.005), -1.13, 0, 0)),
      material: black,
      within: [...c, 1.4],
    },
    { shape: place(move(ball(0.035), 0.85, 0.31, 0)), material: yellow, within: [...c, 1.2] },
  ];
  const first = one((s) => move(turn(s, 'y', 24), -0.1, 0.46, 0.35), [-0.1, 0.46, 0.35]);
  return bent
    ? first
    : [...first, ...one((s) => move(turn(s, 'y', -14), 0.35, 0.46, -0.8), [0.35, 0.46, -0.8])];
}

function connectorShell(): Shape {
  return cut(
    (x, y, z) => 0.8 * (rod('x', 0.27, 0.26, 0.02)(x, y, z) + 0.012 * Math.sin(x * 70)),
    move(rod('x', 0.21, 0.3), -0.18, 0, 0),
  );
}

function pins(bent: boolean): Shape {
  const straight = around('x', 4, 0.095, rod('x', 0.026, 0.14, 0.02), 0.785);
  const middle = bent
    ? wire(
        [
          [0.12, 0, 0],
          [-0.02, 0.01, 0],
          [-0.1, 0.08, 0.03],
          [-0.13, 0.15, 0.05],
        ],
        0.026,
      )
    : rod('x', 0.026, 0.14, 0.02);
  return union(straight, middle);
}

/** A coil of cable with its plug; close up, a plug with two of its positions empty. */
export function cable(faulty: boolean): readonly Part[] {
  const coils: Shape = union(
    ...[0, 1, 2, 3, 4, 5, 6].map((i) =>
      move(
        ring('y', 1.02 + 0.13 * ((i * 3) % 3) - 0.05 * (i % 2), 0.088),
        0.04 * ((i * 5) % 3) - 0.04,
        0.09 + 0.115 * (i % 4),
        0.05 * ((i * 2) % 3) - 0.05,
      ),
    ),
  );
  const lead = wire(
    Array.from({ length: 17 }, (_, i) => {
      const t = i / 16;
      const u = 1 - t;
      return [
        1.05 * u * u + 2.3 * u * t - 0.1 * t * t,
        0.3 * u * u + 0.1 * u * t + 0.3 * t * t,
        0.1 * u * u + 2.9 * u * t + 1.5 * t * t,
      ] as const;
    }),
    0.088,
  );
  const plugAt = (s: Shape) => move(turn(s, 'y', 12), -0.55, 0.3, 1.42);
  const ties = [0.6, 2.7, 4.6].map((a) =>
    move(
      turn(ring('x', 0.28, 0.022), 'y', (-a * 180) / Math.PI + 90),
      1.07 * Math.cos(a),
      0.28,
      1.07 * Math.sin(a),
    ),
  );
  const plug: readonly Part[] = [
    {
      shape: plugAt(cut(rod('x', 0.3, 0.42, 0.04), move(rod('x', 0.24, 0.3), -0.35, 0, 0))),
      material: steel,
      within: [-0.55, 0.3, 1.42, 0.65],
    },
    {
      shape: plugAt(
        (x, y, z) =>
          0.8 * (rod('x', 0.33, 0.16, 0.03)(x, y, z) + 0.012 * Math.cos(Math.atan2(y, z) * 26)),
      ),
      material: zinc,
      within: [-0.55, 0.3, 1.42, 0.5],
    },
    {
      shape: plugAt(move(rod('x', 0.235, 0.04, 0.005), -0.16, 0, 0)),
      material: orange,
      within: [-0.55, 0.3, 1.42, 0.5],
    },
    {
      shape: plugAt(move(contacts(faulty), -0.22, 0, 0)),
      material: brass,
      within: [-0.55, 0.3, 1.42, 0.7],
    },
  ];
  return [
    { shape: coils, material: rubber, within: [0, 0.3, 0, 1.6] },
    { shape: lead, material: rubber, within: [0.5, 0.2, 0.8, 1.2] },
    { shape: union(...ties), material: white, within: [0, 0.3, 0, 1.6] },
    ...plug,
  ];
}

function contacts(faulty: boolean): Shape {
  const places = Array.from({ length: 12 }, (_, i) => (i * Math.PI) / 4).slice(0, 8);
  const outer = places
    .filter((_, i) => !faulty || (i !== 2 && i !== 5))
    .map((a) => move(rod('x', 0.022, 0.09, 0.015), 0, 0.16 * Math.cos(a), 0.16 * Math.sin(a)));
  return union(...outer, around('x', 3, 0.07, rod('x', 0.022, 0.09, 0.015)));
}

/** A bent hydraulic hose with two fittings; `weeping` at the crimp. */
export function hose(weeping: boolean): readonly Part[] {
  const curve = Array.from({ length: 29 }, (_, i) => {
    const a = Math.PI * (0.08 + (0.84 * i) / 28);
    return [1.35 * Math.cos(a), 0.24, 0.55 - 1.25 * Math.sin(a)] as const;
  });
  const first = curve[0] ?? [0, 0, 0];
  const last = curve.at(-1) ?? [0, 0, 0];
  const wet = weeping
    ? painted(rubber, (x, _y, z, under) =>
        tint(under, [0.004, 0.003, 0.002], step(0.75, 0.35, Math.hypot(x - 1.32, z - 0.3))),
      )
    : rubber;
  const end = (s: Shape, at: readonly [number, number, number], turned: number) =>
    move(turn(s, 'y', turned), at[0], at[1], at[2] + 0.42);
  const fitting = (at: readonly [number, number, number], turned: number): readonly Part[] => [
    {
      shape: end(
        cut(
          (x, y, z) =>
            0.8 * (rod('z', 0.24, 0.36, 0.03)(x, y, z) + 0.016 * Math.abs(Math.sin(z * 17))),
          rod('z', 0.05, 0.1),
        ),
        at,
        turned,
      ),
      material: zinc,
      within: [at[0], at[1], at[2] + 0.42, 0.55],
    },
    {
      shape: end(
        union(move(hex('z', 0.25, 0.13), 0, 0, 0.55), move(rod('z', 0.13, 0.2, 0.02), 0, 0, 0.8)),
        at,
        turned,
      ),
      material: brushed,
      within: [at[0], at[1], at[2] + 0.95, 0.75],
    },
  ];
  const drops: readonly Part[] = weeping
    ? [
        {
          shape: puddle(1.3, 0.75, 0.42, (x, z) => 0.35 * (cloudy(x * 3, 0, z * 3) - 0.5)),
          material: oil,
          within: [1.3, 0, 0.75, 0.62],
        },
        {
          shape: union(
            move(ball(0.045), 1.32, 0.0, 0.66),
            move(ball(0.055), 1.36, 0.04, 0.5),
            move(ball(0.04), 1.3, 0.03, 0.83),
          ),
          material: oil,
          within: [1.32, 0.03, 0.66, 0.3],
        },
      ]
    : [];
  return [
    { shape: wire(curve, 0.19), material: wet, within: [0, 0.24, -0.1, 1.65] },
    ...fitting([first[0], first[1], first[2]], 6),
    ...fitting([last[0], last[1], last[2]], -6),
    {
      shape: move(rod('x', 0.2, 0.17, 0.005), 0, 0.24, -0.7),
      material: matt([0.65, 0.63, 0.1], 0.1),
      within: [0, 0.24, -0.7, 0.3],
    },
    ...drops,
  ];
}

/** A bearing housing machined from a casting; `measured`: an inside gauge stands in its seat. */
export function housing(measured: boolean): readonly Part[] {
  const bore = move(rod('z', 0.62, 2), 0, 1.25, 0);
  const seat = move(rod('z', 0.72, 0.3), 0, 1.25, 0.62);
  const raw = cut(
    union(
      move(rod('z', 1.02, 0.55, 0.08), 0, 1.25, 0),
      move(box(1.5, 0.16, 0.55, 0.05), 0, 0.17, 0),
      move(box(0.95, 0.5, 0.5, 0.05), 0, 0.5, 0),
      move(turn(box(0.09, 0.55, 0.4, 0.03), 'z', -38), 1.02, 0.62, 0),
      move(turn(box(0.09, 0.55, 0.4, 0.03), 'z', 38), -1.02, 0.62, 0),
    ),
    bore,
    seat,
    move(around('z', 6, 0.87, rod('z', 0.055, 0.3)), 0, 1.25, 0.5),
    move(row(2, 2.4, rod('y', 0.11, 0.5)), 0, 0.2, 0.2),
  );
  const machined = painted(castIron, (x, y, z, under) => {
    const r = Math.hypot(x, y - 1.25);
    const cutFace = (z > 0.535 && r < 1.0) || r < 0.735 || y < 0.012;
    if (!cutFace) return under;
    const turnedMarks = 0.5 + 0.04 * Math.sin(r * 260);
    const worn =
      measured && r < 0.735 && r > 0.7 ? step(0.5, 0.62, cloudy(x * 7, y * 7, z * 3)) * 0.8 : 0;
    return tint([turnedMarks, turnedMarks, turnedMarks * 1.02], [0.09, 0.06, 0.045], worn);
  });
  const gauge: readonly Part[] = measured
    ? [
        {
          shape: union(
            bar([-0.71, 1.25, 0.62], [0.71, 1.25, 0.62], 0.035),
            bar([0, 1.25, 0.62], [0.55, 2.0, 1.75], 0.05),
          ),
          material: steel,
          within: [0.2, 1.6, 1.1, 1.2],
        },
        {
          shape: move(turn(turn(rod('z', 0.36, 0.09, 0.03), 'x', 12), 'y', 22), 0.62, 2.1, 1.9),
          material: black,
          within: [0.62, 2.1, 1.9, 0.42],
        },
        {
          shape: move(
            turn(turn(move(rod('z', 0.31, 0.01, 0.005), 0, 0, 0.085), 'x', 12), 'y', 22),
            0.62,
            2.1,
            1.9,
          ),
          material: dial(),
          within: [0.62, 2.1, 1.9, 0.42],
        },
      ]
    : [];
  return [{ shape: raw, material: machined, within: [0, 1.1, 0, 1.9] }, ...gauge];
}

function dial(): Part['material'] {
  return painted(white, (x, y, _z, under) => {
    const [u, v] = [x - 0.66, y - 2.12];
    const r = Math.hypot(u, v);
    const angle = Math.atan2(v, u);
    const tick = r > 0.22 && Math.abs(Math.sin(angle * 15)) < 0.2;
    const hand = Math.abs(u * 0.83 + v * 0.55) < 0.016 && r < 0.24 && v > -0.04;
    return tick || hand ? [0.02, 0.02, 0.02] : under;
  });
}
