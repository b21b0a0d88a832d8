/** What goes out in a table begins no formula, and comes in again as what it was. */
import { CsvError, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCell } from '../../../central/imports/mapping/readCell.ts';
import { tableOf } from '../../../central/imports/mapping/tables.ts';
import {
  neutralised,
  unmistaken,
  unneutralised,
} from '../../../central/imports/table/neutralised.ts';
import { csvCells } from '../../../central/imports/text/csvCells.ts';
import { csvLine } from '../../../central/imports/writing/writeTable.ts';

test.each(['=1+1', '+A1', '-A1', '@SUM(A1)', '＝1', '－A1', '＠x', '-40/160'])(
  '%j is written as a text',
  (text) => {
    expect(neutralised(text)).toBe(`'${text}`);
  },
);

test.each([
  ['\t=1', "'\t'=1"],
  ['Pumpe,=1+1', "Pumpe,'=1+1"],
  ['Pumpe;"=1+1"', `Pumpe;'"=1+1"`],
  ["Pumpe|'@SUM(A1)", "Pumpe|''@SUM(A1)"],
  ['Pumpe\r\n-A1', "Pumpe\r\n'-A1"],
  ['-1,-2', "'-1,'-2"],
])('%j is written so that no other delimiter makes a formula of it', (text, asWritten) => {
  expect(neutralised(text)).toBe(asWritten);
  expect(unneutralised(asWritten)).toBe(text);
});

test.each([
  '-1',
  '+49',
  '-1.234,5',
  'KP-40',
  "O'Hara",
  "'quoted'",
  ' =1',
  'a, -b',
  '1,5',
  'x\r\ny',
])('%j is written as it is', (text) => {
  expect(neutralised(text)).toBe(text);
});

const [, , name] = tableOf('articles').fields;
const form = { decimal: null, date: null, codes: new Map<string, string>() };

/** Letters like others in plenty, and what means something to a reader of tables more often. */
const letter = fc.oneof(
  fc.constantFrom(...Array.from('=+-@＝＋－＠\t\r\n\'"1x,;| ')),
  fc.integer({ min: 0, max: 0xff_ff }).map((code) => String.fromCharCode(code)),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
);
const aText = fc.string({ unit: letter, minLength: 1, maxLength: 8 });

test('whatever is written comes in again as it was, apostrophes of its own and all', () => {
  fc.assert(
    fc.property(aText, (text) => {
      const written = neutralised(text);
      expect(unneutralised(written)).toBe(text);
      expect(unneutralised(unmistaken(text))).toBe(text);
      expect(/^[=@＝\t\r\n]/.test(written)).toBe(false);
      if (name?.type !== 'text' || text.trim() !== text) return;
      const read = readCell(name, { kind: 'text', text: written, address: 'A1' }, form);
      expect(read).toEqual({ ok: true, value: text });
    }),
    { numRuns: 5000 },
  );
});

describe.each([';', ','] as const)('a file cut at %j', (delimiter) => {
  const rows = fc.array(fc.tuple(aText, aText, aText), { minLength: 1, maxLength: 3 });
  const fileOf = (table: readonly (readonly string[])[]) =>
    table.map((cells) => csvLine(cells, delimiter)).join('');

  test('says the same when it comes in again', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const read = csvCells(delimiter).take(fileOf(table), true);
        expect(read.map((cells) => cells.map(unneutralised))).toEqual(table);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([';', ',', '\t', '|'])('begins no formula where it is opened with %j', (other) => {
    fc.assert(
      fc.property(rows, (table) => {
        const read = readAsCut(fileOf(table), other);
        expect(read.flat().filter(isFormula)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('begins none either for a reader that knows no quotation marks', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const pieces = fileOf(table).split(/[;,|\t\r\n]/);
        expect(pieces.map((piece) => piece.replace(/^"+/, '')).filter(isFormula)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

/** What a spreadsheet program would compute: a number, however it is signed, is none. */
function isFormula(cell: string): boolean {
  return /^[=+\-@＝＋－＠]/.test(cell) && !/^[+-]\d+(?:\.\d+)*"*$/.test(cell);
}

/** As another program reads it that cuts at `delimiter`: nothing where it finds a quotation mark unclosed. */
function readAsCut(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(text, { delimiter, relax_quotes: true, relax_column_count: true });
  } catch (failure) {
    if (failure instanceof CsvError && failure.code === 'CSV_QUOTE_NOT_CLOSED') return [];
    throw failure;
  }
}
