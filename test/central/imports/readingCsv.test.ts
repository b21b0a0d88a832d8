import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRows } from '../../../central/imports/reading/readFile.ts';
import { csvCells } from '../../../central/imports/text/csvCells.ts';
import { aFile, looked, rowsOf } from './aFile.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string, mark = '\ufeff') => Buffer.from(mark + text, 'utf16le');
const columnsOf = async (csv: string) => {
  const look = await looked('a.csv', csv);
  if (typeof look === 'string') throw new Error(look);
  return look.columns;
};

const orders = 'Auftrag;Größe\r\nA-1;groß\r\nA-2;klein\r\n';
const orderRows = [
  { at: '2', Auftrag: 'A-1', Größe: 'groß' },
  { at: '3', Auftrag: 'A-2', Größe: 'klein' },
];

describe('a CSV file', () => {
  test.each([
    ['UTF-8', Buffer.from(orders), 'utf-8', 'bytes'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${orders}`), 'utf-8', 'byteOrderMark'],
    ['UTF-16 with a byte order mark', utf16(orders), 'utf-16le', 'byteOrderMark'],
    ['UTF-16, the other way round', utf16(orders).swap16(), 'utf-16be', 'byteOrderMark'],
    ['UTF-16 without a mark', utf16(orders, ''), 'utf-16le', 'bytes'],
    ['UTF-16 the other way round without a mark', utf16(orders, '').swap16(), 'utf-16be', 'bytes'],
    ['windows-1252', latin1(orders), 'windows-1252', 'fallback'],
  ])('in %s is read as that, and it is said', async (_, bytes, encoding, by) => {
    expect(await rowsOf('a.csv', bytes)).toEqual(orderRows);
    expect(await looked('a.csv', bytes)).toMatchObject({ form: { encoding: { encoding, by } } });
  });

  test('has an encoding by all its bytes: one umlaut at the end of a long file counts', async () => {
    const long = `Auftrag;Ort\n${'A-1;Bonn\n'.repeat(300_000)}`;
    expect(await looked('a.csv', latin1(`${long}A-2;Köln\n`))).toMatchObject({
      form: { encoding: { encoding: 'windows-1252' } },
    });
    expect(await looked('a.csv', Buffer.from(`${long}A-2;Köln\n`))).toMatchObject({
      form: { encoding: { encoding: 'utf-8' } },
    });
  });

  test('whose UTF-8 is broken in one place is refused with its line, and read where that is said', async () => {
    const broken = Buffer.concat([
      Buffer.from('Auftrag;Ort\nA-1;Köln\nA-2;Lübeck\nA-3;M'),
      Buffer.of(0xfc),
      Buffer.from('nster\nA-4;Görlitz\n'),
    ]);
    expect(await looked('a.csv', broken)).toMatch(/^Line 4 is not UTF-8/);
    expect(await rowsOf('a.csv', broken)).toMatch(/^Line 4 is not UTF-8/);
    expect(await rowsOf('a.csv', broken, { encoding: 'windows-1252' })).toHaveLength(4);
    expect(await looked('a.csv', Buffer.concat([Buffer.from('\ufeff'), latin1(orders)]))).toMatch(
      /^Line 1 is not UTF-8/,
    );
  });

  test('may be said to be in an encoding nothing can find out', async () => {
    const gb18030 = Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0x3b, 0x61, 0x0a, 0x31, 0x3b, 0x32, 0x0a]);
    expect(await rowsOf('a.csv', gb18030, { encoding: 'gb18030' })).toEqual([
      { at: '2', 订单: '1', a: '2' },
    ]);
  });

  test.each([[';'], [','], ['\t'], ['|']])('cut by %j is cut by it', async (sign) => {
    const text = ['a', 'b', 'c\nx; y', '1,5', '2|3\n'].map((cell) =>
      cell
        .replace(/^x; y$/, '"x; y"')
        .replaceAll(/^.*[|,;].*$/gm, (cellText) =>
          cellText.includes('"') ? cellText : `"${cellText}"`,
        ),
    );
    expect(await looked('a.csv', text.join(sign))).toMatchObject({
      form: { delimiter: { delimiter: sign, by: 'counted' } },
    });
  });

  test('is cut as it was said, and as its own first line says', async () => {
    expect(await rowsOf('a.csv', 'a,b;c\nx,y;z\n', { delimiter: ';' })).toEqual([
      { at: '2', 'a,b': 'x,y', c: 'z' },
    ]);
    expect(await rowsOf('a.csv', 'sep=;\r\na,b;c\r\nx,y;z\r\n')).toEqual([
      { at: '3', 'a,b': 'x,y', c: 'z' },
    ]);
  });

  test('keeps delimiters, quotation marks and line ends in quotation marks, and inches without', async () => {
    expect(
      await rowsOf('a.csv', 'a;b;c\r\n"x;y";"say ""no""";"one\r\ntwo"\r\n12" pipe;;z\r\n'),
    ).toEqual([
      { at: '2', a: 'x;y', b: 'say "no"', c: 'one\r\ntwo' },
      { at: '3', a: '12" pipe', c: 'z' },
    ]);
  });

  test('with a quotation mark that never closes is refused with its row', async () => {
    expect(await rowsOf('a.csv', 'a;b\n1;2\n"3;4\n5;6\n')).toMatch(/^In row 3 the quotation marks/);
  });

  test('is cut as another reader cuts it, whatever pieces it comes in', () => {
    const letter = fc.constantFrom('a', ';', '"', '\n', '\r', '\r\n', 'ü', ' ');
    const cell = fc.array(letter, { maxLength: 6 }).map((letters) => letters.join(''));
    const written = fc
      .tuple(cell, fc.boolean())
      .map(([text, isQuoted]) =>
        isQuoted || /["\n\r;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
      );
    const table = fc.array(fc.array(written, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    const property = fc.property(
      table,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.array(fc.nat(40), { maxLength: 4 }),
      (rows, lineEnd, isEnded, cuts) => {
        const text = rows.map((row) => row.join(';')).join(lineEnd) + (isEnded ? lineEnd : '');
        const { take } = csvCells(';');
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const pieces = places.slice(1).map((to, n) => text.slice(places[n], to));
        const found = [...pieces.flatMap((piece) => take(piece, false)), ...take('', true)];
        const options = {
          delimiter: ';',
          relax_column_count: true,
          record_delimiter: ['\r\n', '\n', '\r'],
        };
        expect(found).toEqual(parse(text, options));
      },
    );
    fc.assert(property, { numRuns: 2000 });
  });

  test('counts rows as a spreadsheet program does, and names those that do not fit', async () => {
    const csv = 'a;b;c\n1;2;3\n\n;;\n4;5\n6;7;8;9\n10;11;12;\n';
    expect(await rowsOf('a.csv', csv)).toEqual([
      { at: '2', a: '1', b: '2', c: '3' },
      { at: '5', a: '4', b: '5', trouble: 'tooFewCells' },
      { at: '6', a: '6', b: '7', c: '8', 'Column D': '9', trouble: 'tooManyCells' },
      { at: '7', a: '10', b: '11', c: '12' },
    ]);
    expect(await looked('a.csv', csv)).toMatchObject({
      rows: 4,
      emptyRows: 2,
      ragged: { count: 2, first: [{ row: 5 }, { row: 6 }] },
    });
  });

  test('gives each cell its address', async () => {
    const file = await aFile(
      'a.csv',
      `a;${Array.from({ length: 26 }, (_, n) => `b${n};`).join('')}z\n1;${';'.repeat(26)}2\n`,
    );
    let seen: readonly (string | undefined)[] = [];
    await readRows(file, {}, ([row]) => {
      seen = ['a', 'z'].map((name) => row?.cells.get(name)?.address);
      return Promise.resolve('stop');
    });
    expect(seen).toEqual(['A2', 'AB2']);
  });

  test('has its headings below a title, two of a name apart, and none named by its letters', async () => {
    const csv =
      'Orders as of 30.11.2026;;;\n;;;\nNumber;Name;Name;\n1;2;3;4\n;;;\n30.11.2026;2026-11-30;5;6\n';
    expect(await rowsOf('a.csv', csv)).toEqual([
      { at: '4', Number: '1', Name: '2', 'Name (2)': '3', 'Column D': '4' },
      { at: '6', Number: '30.11.2026', Name: '2026-11-30', 'Name (2)': '5', 'Column D': '6' },
    ]);
    expect(await looked('a.csv', csv)).toMatchObject({ headingsRow: 3 });
    expect(await rowsOf('a.csv', csv, { headings: 4 })).toEqual([
      { at: '6', '1': '30.11.2026', '2': '2026-11-30', '3': '5', '4': '6' },
    ]);
    expect(await looked('a.csv', '1;2\n3;4\n')).toMatch(/^None of the first 2 rows looks like/);
  });
});

describe('how its cells are written', () => {
  const one = async (...cells: readonly string[]) => {
    const [column] = await columnsOf(`x;y\n${cells.map((cell) => `"${cell}";z\n`).join('')}`);
    return { decimal: column?.decimal, date: column?.date };
  };

  test('decimals: by what can be read one way only, asked where nothing decides', async () => {
    const decimal = async (...cells: readonly string[]) => (await one(...cells)).decimal;
    expect(await decimal('1,5', '1.234', '7')).toBe('comma');
    expect(await decimal('1.234,50')).toBe('comma');
    expect(await decimal('1.5', '1,234')).toBe('point');
    expect(await decimal('0.123')).toBe('point');
    expect(await decimal('12345,678')).toBe('comma');
    expect(await decimal("1'234.50", 'CHF 2.10', '3.00-')).toBe('point');
    expect(await decimal('1.234', '5.678')).toBe('ask');
    expect(await decimal('1,5', '1.5')).toBe('mixed');
    expect(await decimal('1', '22')).toBe('none');
    expect(await decimal('A-1', 'ORD-22', '3')).toBe('none');
  });

  test('dates: a day over twelve decides, points are Europe, and else a person is asked', async () => {
    const date = async (...cells: readonly string[]) => (await one(...cells)).date;
    expect(await date('2026-11-30', '2026-12-01T10:00:00Z')).toBe('iso');
    expect(await date('30.11.2026', '1.12.26')).toBe('dayFirst');
    expect(await date('03/04/2026', '13/04/2026')).toBe('dayFirst');
    expect(await date('03/04/2026', '04/13/2026')).toBe('monthFirst');
    expect(await date('03/04/2026', '04/05/2026')).toBe('ask');
    expect(await date('13/04/2026', '04/13/2026')).toBe('mixed');
    expect(await date('20261130', '20261201')).toBe('compact');
    expect(await date('31.02.2026')).toBe('none');
    expect(await date('n/a', '30.11.2026')).toBe('dayFirst');
  });

  test('few different texts are shown as codes, and GTINs counted', async () => {
    const [article, reason] = await columnsOf(
      'GTIN;Grund\n4006381333931;defekt\n04006381333931;falsch geliefert\n4006381333930;defekt\n',
    );
    expect(article?.gtins).toBe(2);
    expect(reason?.values).toEqual(['defekt', 'falsch geliefert']);
  });
});

describe('what is no table', () => {
  test.each([
    ['nothing', '', 'The file is empty.'],
    ['nothing but blanks', ' \n \n', 'The file is empty.'],
    ['a page', '<html><table></table></html>', 'That is a web page'],
    ['a PDF', '%PDF-1.7 …', 'That is a PDF'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'That is a workbook of Excel 97'],
    ['a compressed file', Buffer.from('1f8b0800', 'hex'), 'That is a compressed file'],
    ['a program', Buffer.from('7f454c4602000000616263', 'hex'), 'That is no text'],
  ])('%s is named as that', async (_, content, words) => {
    expect(await looked('a.csv', content)).toContain(words);
  });
});
