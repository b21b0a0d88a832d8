import { expect, test } from 'vitest';
import { partAt } from '../../../renderer/queries/partAt.ts';

test('a place lies in the same part in whatever order places are asked for, and empty parts hold none', () => {
  const lengths = [3, 0, 2, 4];
  let length = 0;
  const parts = lengths.map((own) => {
    const start = length;
    length += own;
    return { start, length: own };
  });
  const wanted = [0, 0, 0, 2, 2, 3, 3, 3, 3].map((at) => parts[at]);
  const places = wanted.map((_, place) => place);
  for (const order of [places, places.toReversed(), [4, 0, 8, 3, 3, 2, 5, 4, 1, 7, 6]]) {
    const partOf = partAt(parts);
    for (const place of order) expect(partOf(place)).toBe(wanted[place]);
  }
  expect(partAt([])(0)).toBeUndefined();
});

test('a list read from one end to the other is searched once a part, not once a row', () => {
  let asked = 0;
  const parts = Array.from({ length: 20 }, (_, at) => ({
    get start() {
      asked += 1;
      return at * 500;
    },
    length: 500,
  }));
  const partOf = partAt(parts);
  for (let place = 0; place < 10_000; place += 1) partOf(place);
  expect(asked).toBeLessThan(40_000);
});
