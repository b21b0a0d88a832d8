/** How closely both pictures are looked at, and at which point of them. */
export type Zoom = {
  /** 1: the whole picture. */
  readonly scale: number;
  /** The point in the middle of the frame, as shares of the picture's width and height. */
  readonly x: number;
  readonly y: number;
};
export type Size = { readonly width: number; readonly height: number };
type Point = { readonly x: number; readonly y: number };

export const whole: Zoom = { scale: 1, x: 0.5, y: 0.5 };
export const nearScale = 2.8;
const mostScale = 8;

/** The picture as large as the frame takes it. */
export function fitted(frame: Size, picture: Size): Size {
  const by = Math.min(frame.width / picture.width, frame.height / picture.height);
  return { width: picture.width * by, height: picture.height * by };
}

/** Where the picture lies in its frame, in pixels: never leaves a part of it empty that it could fill. */
export function placed(frame: Size, picture: Size, zoom: Zoom): Point & Size {
  const { width, height } = fitted(frame, picture);
  const size = { width: width * zoom.scale, height: height * zoom.scale };
  return {
    ...size,
    x: along(frame.width, size.width, zoom.x),
    y: along(frame.height, size.height, zoom.y),
  };
}

function along(frame: number, length: number, middle: number): number {
  if (length <= frame) return (frame - length) / 2;
  return Math.min(0, Math.max(frame - length, frame / 2 - middle * length));
}

/** Closer or further, so that what lies under `point` (pixels of the frame) stays under it. */
export function zoomedAt(
  frame: Size,
  picture: Size,
  from: Zoom,
  point: Point,
  scale: number,
): Zoom {
  const wanted = Math.min(mostScale, Math.max(1, scale));
  if (wanted === 1) return whole;
  const lies = placed(frame, picture, from);
  const under = {
    x: share((point.x - lies.x) / lies.width),
    y: share((point.y - lies.y) / lies.height),
  };
  const { width, height } = fitted(frame, picture);
  return bounded({
    scale: wanted,
    x: under.x + (frame.width / 2 - point.x) / (width * wanted),
    y: under.y + (frame.height / 2 - point.y) / (height * wanted),
  });
}

/** Closer or further at the point in the middle. */
export function zoomedBy(from: Zoom, by: number): Zoom {
  const scale = Math.min(mostScale, Math.max(1, from.scale * by));
  return scale === 1 ? whole : bounded({ ...from, scale });
}

/** Moved by shares of what is in sight. */
export function moved(from: Zoom, across: number, down: number): Zoom {
  return bounded({ ...from, x: from.x + across / from.scale, y: from.y + down / from.scale });
}

/** What is in sight stays within the picture, so that the way back is as long as the way there. */
function bounded({ scale, x, y }: Zoom): Zoom {
  const half = 0.5 / scale;
  const within = (middle: number) => Math.min(1 - half, Math.max(half, middle));
  return { scale, x: within(x), y: within(y) };
}

function share(part: number): number {
  return Math.min(1, Math.max(0, part));
}
