/** What goes out in a table begins no formula, and comes in again as what it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCell } from '../../../central/imports/mapping/readCell.ts';
import { tableOf } from '../../../central/imports/mapping/tables.ts';
import { neutralised, unneutralised } from '../../../central/imports/table/neutralised.ts';

test.each([
  '=1+1',
  '+A1',
  '-A1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '－A1',
  '＠x',
  '-40/160',
])('%j is written as a text', (text) => {
  expect(neutralised(text)).toBe(`'${text}`);
});

test.each(['-1', '+49', '-1.234,5', 'KP-40', "O'Hara", "'quoted'", ' =1'])(
  '%j is written as it is',
  (text) => {
    expect(neutralised(text)).toBe(text);
  },
);

const [, , name] = tableOf('articles').fields;
const form = { decimal: null, date: null, codes: new Map<string, string>() };

test('whatever is written comes in again as it was, apostrophes of its own and all', () => {
  const sign = fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '\n', "'", '1', 'x', ',', ' ');
  fc.assert(
    fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 6 }), (text) => {
      const written = neutralised(text);
      expect(unneutralised(written)).toBe(text);
      expect(/^[=@＝\t\r\n]/.test(written)).toBe(false);
      if (name?.type !== 'text' || text.trim() !== text) return;
      const read = readCell(name, { kind: 'text', text: written, address: 'A1' }, form);
      expect(read).toEqual({ ok: true, value: text });
    }),
    { numRuns: 2000 },
  );
});
