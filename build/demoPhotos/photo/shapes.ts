/**
 * Solids as signed distances: a shape answers how far a point is from its surface, negative
 * inside. Units are free (about one per object), y points up, the ground is y = 0.
 */
export type Shape = (x: number, y: number, z: number) => number;
export type Axis = 'x' | 'y' | 'z';

export function ball(r: number): Shape {
  return (x, y, z) => length3(x, y, z) - r;
}

/** Half sizes; `round` takes the sharpness off the edges. */
export function box(hx: number, hy: number, hz: number, round = 0.01): Shape {
  return (x, y, z) => {
    const dx = Math.abs(x) - hx + round;
    const dy = Math.abs(y) - hy + round;
    const dz = Math.abs(z) - hz + round;
    const outside = length3(Math.max(dx, 0), Math.max(dy, 0), Math.max(dz, 0));
    return outside + Math.min(Math.max(dx, dy, dz), 0) - round;
  };
}

/** A cylinder of half length `h` along an axis. */
export function rod(axis: Axis, r: number, h: number, round = 0.01): Shape {
  return (x, y, z) => {
    const along = axis === 'x' ? x : axis === 'y' ? y : z;
    const across = axis === 'x' ? length2(y, z) : axis === 'y' ? length2(x, z) : length2(x, y);
    const da = Math.abs(along) - h + round;
    const dr = across - r + round;
    return length2(Math.max(da, 0), Math.max(dr, 0)) + Math.min(Math.max(da, dr), 0) - round;
  };
}

/** A torus around an axis. */
export function ring(axis: Axis, radius: number, r: number): Shape {
  return (x, y, z) => {
    const along = axis === 'x' ? x : axis === 'y' ? y : z;
    const across = axis === 'x' ? length2(y, z) : axis === 'y' ? length2(x, z) : length2(x, y);
    return length2(across - radius, along) - r;
  };
}

/** A hexagonal bar along an axis; `r` is half its width across flats. */
export function hex(axis: Axis, r: number, h: number): Shape {
  return (x, y, z) => {
    const [a, u, v] = axis === 'x' ? [x, y, z] : axis === 'y' ? [y, x, z] : [z, x, y];
    const p = Math.abs(u);
    const q = Math.abs(v);
    return Math.max(Math.max(p * 0.866_025 + q * 0.5, q) - r, Math.abs(a) - h);
  };
}

/** A straight round bar between two points. */
export function bar(from: Point, to: Point, r: number): Shape {
  const [ax, ay, az] = from;
  const bx = to[0] - ax;
  const by = to[1] - ay;
  const bz = to[2] - az;
  const bb = bx * bx + by * by + bz * bz;
  return (x, y, z) => {
    const px = x - ax;
    const py = y - ay;
    const pz = z - az;
    const t = Math.min(1, Math.max(0, (px * bx + py * by + pz * bz) / bb));
    return length3(px - bx * t, py - by * t, pz - bz * t) - r;
  };
}

/** A round bar through several points. */
export function wire(points: readonly Point[], r: number): Shape {
  const pieces = points.slice(1).map((p, i) => bar(points[i] ?? p, p, r));
  return union(...pieces);
}

export type Point = readonly [number, number, number];

export function move(shape: Shape, x: number, y: number, z: number): Shape {
  return (px, py, pz) => shape(px - x, py - y, pz - z);
}

export function turn(shape: Shape, axis: Axis, degrees: number): Shape {
  const c = Math.cos((degrees * Math.PI) / 180);
  const s = Math.sin((degrees * Math.PI) / 180);
  if (axis === 'x') return (x, y, z) => shape(x, c * y + s * z, c * z - s * y);
  if (axis === 'y') return (x, y, z) => shape(c * x - s * z, y, c * z + s * x);
  return (x, y, z) => shape(c * x + s * y, c * y - s * x, z);
}

export function union(...shapes: readonly Shape[]): Shape {
  const count = shapes.length;
  return (x, y, z) => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < count; i += 1) {
      const d = shapes[i]?.(x, y, z) ?? least;
      if (d < least) least = d;
    }
    return least;
  };
}

/** A union whose inner corners are filled as a casting's are. */
export function blend(a: Shape, b: Shape, k: number): Shape {
  return (x, y, z) => {
    const p = a(x, y, z);
    const q = b(x, y, z);
    const h = Math.max(k - Math.abs(p - q), 0) / k;
    return Math.min(p, q) - h * h * k * 0.25;
  };
}

export function cut(shape: Shape, ...holes: readonly Shape[]): Shape {
  return (x, y, z) => {
    let d = shape(x, y, z);
    for (const hole of holes) d = Math.max(d, -hole(x, y, z));
    return d;
  };
}

/** Copies around an axis, each turned with its place; the shape is given where the first one stands. */
export function around(axis: Axis, count: number, radius: number, shape: Shape, from = 0): Shape {
  const sector = (2 * Math.PI) / count;
  return (x, y, z) => {
    const u = axis === 'x' ? y : x;
    const v = axis === 'z' ? y : z;
    const angle = Math.round((Math.atan2(v, u) - from) / sector) * sector + from;
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    const near = c * u + s * v - radius;
    const aside = c * v - s * u;
    if (axis === 'x') return shape(x, near, aside);
    return axis === 'y' ? shape(near, y, aside) : shape(near, aside, z);
  };
}

/** `count` copies along x, `gap` apart, the middle of the row at 0. */
export function row(count: number, gap: number, shape: Shape): Shape {
  const last = (count - 1) / 2;
  return (x, y, z) => {
    const place = Math.min(last, Math.max(-last, Math.round(x / gap + last) - last));
    return shape(x - place * gap, y, z);
  };
}

/** Liquid on the ground: flat, with an outline that `wander`s around radius `r`. */
export function puddle(
  x: number,
  z: number,
  r: number,
  wander: (x: number, z: number) => number,
): Shape {
  return (px, py, pz) =>
    Math.max(Math.abs(py) - 0.008, 0.6 * (length2(px - x, pz - z) - r + wander(px, pz)));
}

/** A surface that waves or is dented: the amount must stay small against the waves' length. */
export function displaced(shape: Shape, by: Shape): Shape {
  return (x, y, z) => 0.7 * (shape(x, y, z) + by(x, y, z));
}

/** Much faster than Math.hypot, whose care for overflow nothing here needs. */
function length2(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

export function length3(x: number, y: number, z: number): number {
  return Math.sqrt(x * x + y * y + z * z);
}
