import type { Point, Shape } from '../../../../shared/facts/annotationFacts.ts';
import { assertNever } from '../../../../shared/result.ts';

export type PictureSize = { readonly width: number; readonly height: number };

/** Of the shorter side of the picture. */
const headShare = 0.05;
const headHalfAngle = Math.PI / 7;
const letterShare = 0.055;

export function letterSize({ width, height }: PictureSize): number {
  return Math.min(width, height) * letterShare;
}

/** An SVG path in pixels of the picture; a text has none. */
export function pathOf(shape: Exclude<Shape, { kind: 'text' }>, size: PictureSize): string {
  const from = pixelOf(shape.from, size);
  const to = pixelOf(shape.to, size);
  switch (shape.kind) {
    case 'arrow': {
      const back = Math.atan2(from.y - to.y, from.x - to.x);
      const head = Math.min(size.width, size.height) * headShare;
      const side = (turn: number) =>
        `${round(to.x + head * Math.cos(back + turn))} ${round(to.y + head * Math.sin(back + turn))}`;
      return `M${from.x} ${from.y}L${to.x} ${to.y}M${side(headHalfAngle)}L${to.x} ${to.y}L${side(-headHalfAngle)}`;
    }
    case 'box':
      return `M${from.x} ${from.y}H${to.x}V${to.y}H${from.x}Z`;
    case 'circle': {
      const [rx, ry] = [Math.abs(to.x - from.x) / 2, Math.abs(to.y - from.y) / 2];
      const y = round((from.y + to.y) / 2);
      const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
      const arc = `A${round(rx)} ${round(ry)} 0 1 1`;
      return `M${left} ${y}${arc} ${right} ${y}${arc} ${left} ${y}Z`;
    }
    default:
      return assertNever(shape);
  }
}

export function pixelOf({ x, y }: Point, { width, height }: PictureSize): Point {
  return { x: round(x * width), y: round(y * height) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
