import { describe, expect, test } from 'vitest';
import { drawSample } from '../../../../shared/policy/sampling/sampleDraw.ts';

describe('A sample', () => {
  test('is drawn alike by everybody, and otherwise for other units', () => {
    expect(drawSample('group-1', 100, 13)).toEqual(drawSample('group-1', 100, 13));
    expect(drawSample('group-1', 100, 13)).not.toEqual(drawSample('group-2', 100, 13));
  });

  test('holds each unit at most once, and the whole lot where it is as large', () => {
    const sample = drawSample('group-1', 50, 20);
    expect(new Set(sample).size).toBe(20);
    expect(sample.every((place) => place >= 1 && place <= 50)).toBe(true);
    expect(drawSample('group-1', 3, 20)).toEqual([1, 2, 3]);
  });

  test('prefers no unit', () => {
    const times = new Map<number, number>();
    for (let n = 0; n < 4000; n += 1)
      for (const place of drawSample(`group-${n}`, 10, 3))
        times.set(place, (times.get(place) ?? 0) + 1);
    // 1 200 each; six standard deviations are 174.
    for (const count of times.values()) expect(Math.abs(count - 1200)).toBeLessThan(174);
  });
});
