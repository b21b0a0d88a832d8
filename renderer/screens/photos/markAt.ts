import type { Point, Shape } from '../../../shared/facts/annotationFacts.ts';

/** As shares of the picture: what a finger still hits. */
const reach = 0.025;
const letter = { width: 0.02, height: 0.055 };

/** The mark that is pressed here, the one drawn last before others; null: none. */
export function markAt(shapes: readonly Shape[], point: Point): number | null {
  const place = shapes.findLastIndex((shape) => isHit(shape, point));
  return place < 0 ? null : place;
}

/** Whether this is the end of a mark that is pulled to stretch it. */
export function isEnd(shape: Shape | undefined, point: Point): boolean {
  return shape !== undefined && shape.kind !== 'text' && far(shape.to, point) < reach * 1.5;
}

function isHit(shape: Shape, point: Point): boolean {
  if (shape.kind === 'text') {
    const { at, text } = shape;
    const end = { x: at.x + Math.max(2, text.length) * letter.width, y: at.y - letter.height };
    return isBetween(at, end, point);
  }
  if (shape.kind === 'arrow') return offLine(shape.from, shape.to, point) < reach;
  return isBetween(shape.from, shape.to, point);
}

function isBetween(a: Point, b: Point, { x, y }: Point): boolean {
  return (
    x >= Math.min(a.x, b.x) - reach &&
    x <= Math.max(a.x, b.x) + reach &&
    y >= Math.min(a.y, b.y) - reach &&
    y <= Math.max(a.y, b.y) + reach
  );
}

function offLine(a: Point, b: Point, point: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
  const on = Math.min(1, Math.max(0, along));
  return far({ x: a.x + on * dx, y: a.y + on * dy }, point);
}

function far(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
