/** What is said of a file while it goes in: the same however often it is asked for, and however rows changed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomes, type RowOutcome } from '../../../central/imports/run/outcomes.ts';

const good: RowOutcome = { outcome: 'created', errors: [] };
const wrong = (code: string): RowOutcome => ({
  outcome: code === 'notHereYet' ? 'waiting' : 'refused',
  errors: [{ address: '', code, text: '', says: code }],
});

test('the problems told are the first two hundred rows that are wrong by now, and how many there are', () => {
  const row = fc.integer({ min: 1, max: 400 });
  const said = fc.constantFrom(good, wrong('notHereYet'), wrong('taken'));
  const step = fc.record({ row, said, isAsked: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 900 }), (steps) => {
      const became = outcomes();
      for (const { row: at, said: came, isAsked } of steps) {
        became.set([at], came);
        if (isAsked) became.problems();
      }
      const all = [...became.byRow]
        .filter(([, { errors }]) => errors.length > 0)
        .sort(([one], [other]) => one - other);
      expect(became.problems()).toEqual({ rows: all.length, first: all.slice(0, 200) });
    }),
    { numRuns: 100 },
  );
});

test('asking for them goes through no row that is in order', () => {
  const became = outcomes();
  for (let row = 1; row <= 1000; row += 1) became.set([row], good);
  became.set([500], wrong('taken'));
  const told = became.problems();
  became.set([1001], good);
  expect(became.problems().first).toBe(told.first);
});
