/** Sphere tracing with one lamp, a sky, soft shadows and mirrored surroundings. No randomness. */
import { length3, type Point, type Shape } from './shapes.ts';

export type Rgb = readonly [number, number, number];

export type Material = {
  /** Linear colour, or a colour for each place. */
  readonly colour: Rgb | ((x: number, y: number, z: number) => Rgb);
  /** 0 matt to 1 mirror-smooth. */
  readonly gloss: number;
  /** 0 paint, plastic, board; 1 bare metal. */
  readonly metal: number;
};

export type Part = {
  readonly shape: Shape;
  readonly material: Material;
  /** A sphere the part lies in: centre and radius. */
  readonly within: readonly [number, number, number, number];
};

export type Scene = {
  readonly parts: readonly Part[];
  readonly ground: Material;
  /** What is behind, where the ground fades into it. */
  readonly backdrop: Rgb;
  readonly camera: {
    readonly from: Point;
    readonly to: Point;
    readonly zoom: number;
    readonly roll?: number;
  };
  readonly lamp: { readonly from: Point; readonly strength: number; readonly colour: Rgb };
  readonly sky: number;
};

type Staged = Scene & {
  /** The parts' bounds in one row of numbers: centre and radius of each. */
  readonly bounds: Float64Array;
  /** The parts that the ray in question can meet at all, filled anew by `lookAlong`. */
  readonly inSight: number[];
};

export type Raster = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };

type Hit = { t: number; part: number };
const ground = -1;
const nothing = -2;
const far = 40;

export function render(given: Scene, width: number, height: number): Raster {
  const scene: Staged = {
    ...given,
    bounds: Float64Array.from(given.parts.flatMap((part) => part.within)),
    inSight: [],
  };
  const eye = lens(scene.camera, width, height);
  const colour = new Float32Array(width * height * 3);
  const seen = new Int16Array(width * height);
  for (let py = 0; py < height; py += 1)
    for (let px = 0; px < width; px += 1) {
      const at = py * width + px;
      seen[at] = shade(scene, eye, px + 0.5, py + 0.5, colour, at * 3);
    }
  smoothEdges(scene, eye, colour, seen, width, height);
  return { width, height, rgb: developed(colour) };
}

type Lens = (px: number, py: number) => readonly [Point, Point];

function lens({ from, to, zoom, roll = 0 }: Scene['camera'], width: number, height: number): Lens {
  const f = unit([to[0] - from[0], to[1] - from[1], to[2] - from[2]]);
  const r = unit([-f[2], 0, f[0]]);
  const u: Point = [
    r[1] * f[2] - r[2] * f[1],
    r[2] * f[0] - r[0] * f[2],
    r[0] * f[1] - r[1] * f[0],
  ];
  const c = Math.cos(roll);
  const s = Math.sin(roll);
  return (px, py) => {
    const sx = (px / width - 0.5) * (width / height);
    const sy = 0.5 - py / height;
    const a = (c * sx - s * sy) / zoom;
    const b = (s * sx + c * sy) / zoom;
    return [
      from,
      unit([f[0] + r[0] * a + u[0] * b, f[1] + r[1] * a + u[1] * b, f[2] + r[2] * a + u[2] * b]),
    ];
  };
}

/** `near`: how close to a part's bounds its shape is asked; farther off the bounds answer. */
function distance(scene: Staged, x: number, y: number, z: number, near: number, hit: Hit): number {
  const { bounds, inSight, parts } = scene;
  let least = Number.POSITIVE_INFINITY;
  hit.part = nothing;
  for (let n = 0; n < inSight.length; n += 1) {
    const i = inSight[n] ?? 0;
    const at = i * 4;
    const dx = x - (bounds[at] ?? 0);
    const dy = y - (bounds[at + 1] ?? 0);
    const dz = z - (bounds[at + 2] ?? 0);
    const outside = Math.sqrt(dx * dx + dy * dy + dz * dz) - (bounds[at + 3] ?? 0);
    if (outside > least) continue;
    const d = outside > near ? outside + 0.01 : (parts[i]?.shape(x, y, z) ?? least);
    if (d < least) {
      least = d;
      hit.part = i;
    }
  }
  return least;
}

/** Which parts come closer than `margin` to the first `length` of a ray. */
function lookAlong(scene: Staged, o: Point, ray: Point, length: number, margin: number): void {
  const { bounds, inSight, parts } = scene;
  inSight.length = 0;
  for (let i = 0; i < parts.length; i += 1) {
    const x = (bounds[i * 4] ?? 0) - o[0];
    const y = (bounds[i * 4 + 1] ?? 0) - o[1];
    const z = (bounds[i * 4 + 2] ?? 0) - o[2];
    const reach = (bounds[i * 4 + 3] ?? 0) + margin;
    const along = Math.min(length, Math.max(0, x * ray[0] + y * ray[1] + z * ray[2]));
    const aside = length3(x - ray[0] * along, y - ray[1] * along, z - ray[2] * along);
    if (aside < reach) inSight.push(i);
  }
}

function march(scene: Staged, from: Point, ray: Point, hit: Hit): void {
  const floor = ray[1] < -1e-4 ? -from[1] / ray[1] : Number.POSITIVE_INFINITY;
  let t = 0.02;
  lookAlong(scene, from, ray, Math.min(far, floor), 0);
  for (let step = 0; step < 160 && t < Math.min(far, floor); step += 1) {
    const d = distance(
      scene,
      from[0] + ray[0] * t,
      from[1] + ray[1] * t,
      from[2] + ray[2] * t,
      0.15,
      hit,
    );
    if (hit.part === nothing) break;
    if (d < 0.0006 * (1 + t)) {
      hit.t = t;
      return;
    }
    t += d * 0.95;
  }
  hit.part = floor < far ? ground : nothing;
  hit.t = floor < far ? floor : far;
}

function shade(
  scene: Staged,
  eye: Lens,
  px: number,
  py: number,
  into: Float32Array,
  at: number,
): number {
  const [from, ray] = eye(px, py);
  const hit: Hit = { t: 0, part: nothing };
  march(scene, from, ray, hit);
  const { part, t } = hit;
  const write = (r: number, g: number, b: number) => {
    into[at] = (into[at] ?? 0) + r;
    into[at + 1] = (into[at + 1] ?? 0) + g;
    into[at + 2] = (into[at + 2] ?? 0) + b;
  };
  if (part === nothing) {
    write(...scene.backdrop);
    return part;
  }
  const p: Point = [from[0] + ray[0] * t, from[1] + ray[1] * t, from[2] + ray[2] * t];
  const n: Point = part === ground ? [0, 1, 0] : normal(scene.parts[part], p);
  const material = part === ground ? scene.ground : (scene.parts[part]?.material ?? scene.ground);
  const base = typeof material.colour === 'function' ? material.colour(...p) : material.colour;
  const lit = light(scene, p, n, ray, base, material);
  const haze = part === ground ? fade((t - 9) / 16) : 0;
  write(
    mix(lit[0], scene.backdrop[0], haze),
    mix(lit[1], scene.backdrop[1], haze),
    mix(lit[2], scene.backdrop[2], haze),
  );
  return part;
}

function light(scene: Staged, p: Point, n: Point, ray: Point, base: Rgb, m: Material): Rgb {
  const { lamp, sky } = scene;
  const l = unit([lamp.from[0] - p[0], lamp.from[1] - p[1], lamp.from[2] - p[2]]);
  const facing = Math.max(0, dot(n, l));
  const lamplight = facing > 0 ? facing * shadow(scene, p, n, l) * lamp.strength : 0;
  const open = openness(scene, p, n);
  const skylight = sky * open * (0.62 + 0.38 * n[1]);
  const bounce = 0.12 * open * (0.5 - 0.5 * n[1]);

  const back = 2 * dot(ray, n);
  const mirror: Point = [ray[0] - back * n[0], ray[1] - back * n[1], ray[2] - back * n[2]];
  const around = surroundings(mirror, m.gloss) * (0.35 + 0.65 * open);
  const grazing = (1 + dot(ray, n)) ** 5;
  const shine =
    Math.max(0, dot(mirror, l)) ** (6 + 120 * m.gloss * m.gloss) * m.gloss * lamplight * 0.9;

  const channel = (i: 0 | 1 | 2) => {
    const diffuse =
      base[i] * (lamplight * lamp.colour[i] + skylight * (i === 2 ? 1.04 : 1) + bounce);
    const paint = diffuse + m.gloss * (0.04 + 0.5 * grazing) * around + shine * 0.6;
    const bare = base[i] * (around * 1.15 + shine * 1.6) + diffuse * 0.28;
    return mix(paint, bare, m.metal);
  };
  return [channel(0), channel(1), channel(2)];
}

/** A studio to be mirrored: dark floor, grey walls, a wide soft box overhead and a strip aside. */
function surroundings(d: Point, gloss: number): number {
  const soft = 0.5 - 0.36 * gloss;
  const overhead = fade((d[1] - 0.55 + soft * 0.5) / (0.2 + soft));
  const strip = fade((d[0] - 0.35 + soft * 0.4) / (0.15 + soft)) * fade((0.8 - d[1]) * 2);
  const wall = 0.1 + 0.2 * fade((d[1] + 0.35) / 0.9);
  return wall + 0.66 * overhead + 0.22 * strip;
}

function normal(part: Part | undefined, [x, y, z]: Point): Point {
  if (!part) return [0, 1, 0];
  const e = 0.0009;
  const a = part.shape(x + e, y - e, z - e);
  const b = part.shape(x - e, y - e, z + e);
  const c = part.shape(x - e, y + e, z - e);
  const d = part.shape(x + e, y + e, z + e);
  return unit([a - b - c + d, c + d - a - b, b + d - a - c]);
}

function shadow(scene: Staged, p: Point, n: Point, l: Point): number {
  const hit: Hit = { t: 0, part: nothing };
  const o: Point = [p[0] + n[0] * 0.006, p[1] + n[1] * 0.006, p[2] + n[2] * 0.006];
  lookAlong(scene, o, l, 7, 0.55);
  if (scene.inSight.length === 0) return 1;
  let left = 1;
  let t = 0.015;
  for (let step = 0; step < 48 && t < 7; step += 1) {
    const d = distance(scene, o[0] + l[0] * t, o[1] + l[1] * t, o[2] + l[2] * t, 0.5, hit);
    left = Math.min(left, 0.5 + (0.5 * d) / (0.075 * t));
    if (left < 0) break;
    t += Math.min(0.35, Math.max(0.012, Math.abs(d) * 0.9));
  }
  const s = Math.max(0, left);
  return s * s * (3 - 2 * s);
}

function openness(scene: Staged, p: Point, n: Point): number {
  const hit: Hit = { t: 0, part: nothing };
  lookAlong(scene, p, n, 0.57, 0.57);
  if (scene.inSight.length === 0) return 1;
  let closed = 0;
  let weight = 1;
  for (let i = 1; i <= 5; i += 1) {
    const h = 0.012 + 0.055 * i * i * 0.4;
    const x = p[0] + n[0] * h;
    const y = p[1] + n[1] * h;
    const z = p[2] + n[2] * h;
    const d = Math.min(distance(scene, x, y, z, 0.7, hit), Math.max(y, 0));
    closed += Math.max(0, h - d) * weight;
    weight *= 0.7;
  }
  return Math.max(0, 1 - 1.5 * closed);
}

/** Where two things meet or the tone jumps, four more looks are taken. */
function smoothEdges(
  scene: Staged,
  eye: Lens,
  colour: Float32Array,
  seen: Int16Array,
  width: number,
  height: number,
): void {
  const tone = (at: number) =>
    Math.sqrt((colour[at * 3] ?? 0) + 2 * (colour[at * 3 + 1] ?? 0) + (colour[at * 3 + 2] ?? 0));
  const rough: number[] = [];
  for (let py = 0; py < height; py += 1)
    for (let px = 0; px < width; px += 1) {
      const at = py * width + px;
      const right = px + 1 < width ? at + 1 : at;
      const below = py + 1 < height ? at + width : at;
      const left = px > 0 ? at - 1 : at;
      const above = py > 0 ? at - width : at;
      const other = [right, below, left, above].some(
        (o) => seen[o] !== seen[at] || Math.abs(tone(o) - tone(at)) > 0.07,
      );
      if (other) rough.push(at);
    }
  const looks = [
    [0.125, 0.375],
    [0.375, 0.875],
    [0.625, 0.125],
    [0.875, 0.625],
  ] as const;
  const sum = new Float32Array(3);
  for (const at of rough) {
    sum.fill(0);
    for (const [dx, dy] of looks)
      shade(scene, eye, (at % width) + dx, Math.floor(at / width) + dy, sum, 0);
    for (let i = 0; i < 3; i += 1) colour[at * 3 + i] = (sum[i] ?? 0) / looks.length;
  }
}

/** Linear light to screen values, highlights rolled off as film does. */
function developed(colour: Float32Array): Uint8Array {
  return Uint8Array.from(colour, (v) => {
    const rolled = v < 0.7 ? v : 0.7 + 0.3 * (1 - Math.exp(-(v - 0.7) / 0.3));
    return Math.round(255 * Math.min(1, Math.max(0, rolled)) ** (1 / 2.2));
  });
}

function unit([x, y, z]: Point): Point {
  const length = length3(x, y, z) || 1;
  return [x / length, y / length, z / length];
}

function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

function fade(t: number): number {
  const s = Math.min(1, Math.max(0, t));
  return s * s * (3 - 2 * s);
}
