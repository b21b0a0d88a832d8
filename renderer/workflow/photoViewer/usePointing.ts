import { type RefObject, useEffect, useRef } from 'react';
import { moved, nearScale, type Size, whole, type Zoom, zoomedAt } from './zoom.ts';

type Pointing = {
  readonly size: Size | null;
  readonly natural: Size | null;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onPointed: (closer: ((scale: number) => Zoom) | null) => void;
};
type Point = { readonly x: number; readonly y: number };

/** Less is a press, more a drag. */
const slackPx = 4;

/** Wheel and pinch zoom at the pointer, a press looks closer there and back, a drag moves. */
export function usePointing(frame: RefObject<HTMLElement | null>, pointing: Pointing): void {
  const latest = useRef(pointing);
  useEffect(() => {
    latest.current = pointing;
  });
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const fingers = new Map<number, Point>();
    let isDragged = false;
    const at = (event: MouseEvent): Point => {
      const { left, top } = element.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const closerAt = (point: Point) => (scale: number) => {
      const { size, natural, zoom } = latest.current;
      return size && natural ? zoomedAt(size, natural, zoom, point, scale) : zoom;
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const by = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002));
      latest.current.onZoom(closerAt(at(event))(latest.current.zoom.scale * by));
    };
    const onDown = (event: PointerEvent) => {
      if (fingers.size === 0) isDragged = false;
      fingers.set(event.pointerId, at(event));
      // A page under test has no pointer to hold.
      if (event.isTrusted) element.setPointerCapture(event.pointerId);
    };
    const onMove = (event: PointerEvent) => {
      const here = at(event);
      latest.current.onPointed(closerAt(here));
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const [other] = [...fingers].flatMap(([id, point]) =>
        id === event.pointerId ? [] : [point],
      );
      const { zoom, size } = latest.current;
      if (other) {
        const by = apart(other, here) / Math.max(1, apart(other, before));
        latest.current.onZoom(closerAt(between(other, here))(zoom.scale * by));
      } else {
        if (!isDragged && apart(before, here) < slackPx) return;
        if (size && zoom.scale > 1) {
          const [across, down] = [before.x - here.x, before.y - here.y];
          latest.current.onZoom(moved(zoom, across / size.width, down / size.height));
        }
      }
      isDragged = true;
      fingers.set(event.pointerId, here);
    };
    const onUp = (event: PointerEvent) => {
      const wasDown = fingers.delete(event.pointerId);
      if (!wasDown || isDragged || fingers.size > 0) return;
      const { zoom, onZoom } = latest.current;
      onZoom(zoom.scale > 1 ? whole : closerAt(at(event))(nearScale));
    };
    const onCancel = (event: PointerEvent) => void fingers.delete(event.pointerId);
    const onLeave = () => latest.current.onPointed(null);
    const heard = new AbortController();
    const { signal } = heard;
    // A wheel that may be kept from scrolling the page has to be listened to by hand.
    element.addEventListener('wheel', onWheel, { passive: false, signal });
    element.addEventListener('pointerdown', onDown, { signal });
    element.addEventListener('pointermove', onMove, { signal });
    element.addEventListener('pointerup', onUp, { signal });
    element.addEventListener('pointercancel', onCancel, { signal });
    element.addEventListener('pointerleave', onLeave, { signal });
    return () => heard.abort();
  }, [frame]);
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
