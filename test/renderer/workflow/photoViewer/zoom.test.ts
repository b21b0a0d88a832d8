import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  moved,
  placed,
  whole,
  type Zoom,
  zoomedAt,
  zoomedBy,
} from '../../../../renderer/workflow/photoViewer/zoom.ts';

const size = fc.record({
  width: fc.integer({ min: 40, max: 3000 }),
  height: fc.integer({ min: 40, max: 3000 }),
});
const share = fc.double({ min: -0.5, max: 1.5, noNaN: true });
const act = fc.oneof(
  fc.record({ at: fc.tuple(share, share), scale: fc.double({ min: 0.1, max: 20, noNaN: true }) }),
  fc.record({ pan: fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), share) }),
  fc.record({ by: fc.double({ min: 0.2, max: 5, noNaN: true }) }),
);

test('no corner of a frame is empty that the picture could fill, whatever was done', () => {
  fc.assert(
    fc.property(size, size, fc.array(act, { maxLength: 12 }), (frame, picture, acts) => {
      const zoom = acts.reduce<Zoom>((from, one) => {
        if ('pan' in one) return moved(from, ...one.pan);
        if ('by' in one) return zoomedBy(from, one.by);
        const [x, y] = one.at;
        return zoomedAt(
          frame,
          picture,
          from,
          { x: x * frame.width, y: y * frame.height },
          one.scale,
        );
      }, whole);
      const { x, y, width, height } = placed(frame, picture, zoom);
      for (const [from, length, all] of [
        [x, width, frame.width],
        [y, height, frame.height],
      ] as const) {
        if (length >= all) {
          expect(from).toBeLessThanOrEqual(1e-6);
          expect(from + length).toBeGreaterThanOrEqual(all - 1e-6);
        } else expect(from).toBeCloseTo((all - length) / 2);
      }
    }),
  );
});

test('what lies under the pointer stays under it', () => {
  const [frame, picture] = [
    { width: 800, height: 600 },
    { width: 1600, height: 1200 },
  ];
  const point = { x: 200, y: 450 };
  const before = placed(frame, picture, whole);
  const zoom = zoomedAt(frame, picture, whole, point, 3);
  const after = placed(frame, picture, zoom);
  expect((point.x - after.x) / after.width).toBeCloseTo((point.x - before.x) / before.width);
  expect((point.y - after.y) / after.height).toBeCloseTo((point.y - before.y) / before.height);
});

test('moved to the edge and further, one press leads back', () => {
  const near = zoomedBy(whole, 4);
  const edge = [1, 2, 3, 4, 5, 6, 7].reduce((zoom) => moved(zoom, 1, 0), near);
  expect(edge.x).toBe(0.875);
  expect(moved(edge, -1, 0).x).toBe(0.625);
});
