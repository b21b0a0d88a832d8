import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ackRangesAfter, ackRangesWithout } from '../../../renderer/protocol/ackRanges.ts';
import { ackRangeOver, withAck } from '../../../renderer/storage/ackRanges.ts';
import type { AckRange } from '../../../renderer/storage/rows.ts';
import { acceptedMs, dayMs } from '../../../shared/cases/retention.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n, 12)).toISOString();
const run = (from: number, through: number, at: string): AckRange => ({ from, through, at });
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 8 });
const happening = fc.oneof(
  fc.record({ kind: fc.constant('yes' as const), plain: numbers, told: numbers }),
  fc.record({ kind: fc.constant('again' as const), numbers }),
);

describe('Runs of answered commands', () => {
  test('cover what was answered and not offered again since, and nothing nobody answered', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 12 }), (happenings) => {
        let runs: readonly AckRange[] = [];
        const plainly = new Set<number>();
        const answered = new Set<number>();
        happenings.forEach((it, index) => {
          if (it.kind === 'again') {
            runs = ackRangesWithout(runs, it.numbers);
            for (const n of it.numbers) {
              plainly.delete(n);
              answered.delete(n);
            }
            return;
          }
          runs = ackRangesAfter(runs, { ...it, at: day(1 + index) });
          for (const n of it.plain) plainly.add(n);
          for (const n of [...it.plain, ...it.told]) answered.add(n);
        });
        for (let n = 1; n <= 30; n += 1) {
          const isCovered = ackRangeOver(n, runs) !== undefined;
          if (plainly.has(n)) expect(isCovered).toBe(true);
          if (!answered.has(n)) expect(isCovered).toBe(false);
        }
      }),
    );
  });

  test('of one day grow together, those of another stay apart until both are old', () => {
    const first = ackRangesAfter([], { plain: [1, 2, 3], told: [], at: day(1) });
    const same = ackRangesAfter(first, { plain: [4], told: [], at: day(1) });
    expect(same).toEqual([{ from: 1, through: 4, at: day(1) }]);
    const next = ackRangesAfter(same, { plain: [5], told: [], at: day(2) });
    expect(next).toHaveLength(2);
    const late = ackRangesAfter(next, { plain: [6], told: [], at: day(40) });
    expect(late).toEqual([
      { from: 1, through: 5, at: day(2) },
      { from: 6, through: 6, at: day(40) },
    ]);
  });

  test('pass over what its fact says itself', () => {
    const runs = ackRangesAfter([], { plain: [1, 3], told: [2], at: day(1) });
    expect(runs).toEqual([{ from: 1, through: 3, at: day(1) }]);
    const refused = { sequence: 2, acceptance: 'refused', acceptedAt: null } as const;
    expect(withAck(refused, runs)).toEqual(refused);
    const other = { sequence: 0, acceptance: 'here', acceptedAt: null } as const;
    expect(withAck(other, runs)).toEqual(other);
    expect(withAck({ ...refused, acceptance: 'here' }, runs).acceptedAt).toBe(day(1));
  });

  test('never end with what its fact says itself alone', () => {
    expect(ackRangesAfter([], { plain: [], told: [1, 2], at: day(1) })).toEqual([]);
    expect(ackRangesAfter([], { plain: [4, 2], told: [1, 5, 7], at: day(1) })).toEqual([
      { from: 1, through: 2, at: day(1) },
      { from: 4, through: 5, at: day(1) },
    ]);
  });

  test('count as old a day after anything would be offered again, both of them', () => {
    const through = (later: number) =>
      ackRangesAfter([run(1, 3, day(1)), run(4, 6, day(2))], {
        plain: [9],
        told: [],
        at: new Date(Date.parse(day(2)) + acceptedMs + dayMs + later).toISOString(),
      }).map((it) => it.through);
    expect(through(0)).toEqual([3, 6, 9]);
    expect(through(1)).toEqual([6, 9]);
  });

  test('that overlap are one, at the later time of both', () => {
    const after = (runs: readonly AckRange[]) =>
      ackRangesAfter(runs, { plain: [2, 3], told: [], at: day(3) });
    expect(after([run(1, 5, day(1))])).toEqual([run(1, 5, day(3))]);
    expect(after([run(3, 5, day(4))])).toEqual([run(2, 5, day(4))]);
    expect(after([run(1, 5, day(4))])).toEqual([run(1, 5, day(4))]);
  });

  test('stand in the order of their numbers', () => {
    const after = ackRangesAfter([run(8, 9, day(1))], { plain: [3], told: [], at: day(1) });
    expect(after).toEqual([run(3, 3, day(1)), run(8, 9, day(1))]);
  });

  test.each([
    ['nothing', [], [run(3, 6, day(1))]],
    ['what lies in none', [2, 7], [run(3, 6, day(1))]],
    ['the first', [3], [run(4, 6, day(1))]],
    ['the last', [6], [run(3, 5, day(1))]],
    ['one in between', [4], [run(3, 3, day(1)), run(5, 6, day(1))]],
    ['all', [3, 4, 5, 6], []],
  ])('lose what is offered again: %s', (_, offered, left) => {
    expect(ackRangesWithout([run(3, 6, day(1))], offered)).toEqual(left);
  });

  test('stay the very same where nothing of them is offered again', () => {
    const runs = [run(3, 6, day(1)), run(8, 9, day(1))];
    expect(ackRangesWithout(runs, [1, 7])).toBe(runs);
  });
});
