import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { looked, rowsOf } from './aFile.ts';
import { aWorkbook, textRow } from './aWorkbook.ts';

const cell = (at: string, value: string, more = '') => `<c r="${at}" ${more}><v>${value}</v></c>`;
const headings = textRow(1, ['a', 'b', 'c', 'd']);
const read = (...given: Parameters<typeof aWorkbook>) => rowsOf('a.xlsx', aWorkbook(...given));

describe('a workbook', () => {
  test('has texts of its own and shared ones, in runs, with what XML cannot hold, and not as spoken', async () => {
    const rows = `${headings}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>`;
    const sharedTexts = [
      '<t>004711</t>',
      '<r><t xml:space="preserve">two </t></r><r><rPr><b/></rPr><t>lines_x000A_&amp; &lt;more&gt;</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh>',
    ];
    expect(await read({ rows, sharedTexts })).toEqual([
      { at: '2', a: '004711', b: 'two lines\n& <more>', d: 'inline' },
    ]);
  });

  test('has exact numbers as its author saw them, and keeps zeros in front where they are shown', async () => {
    const rows = `${headings}<row r="2">${cell('A2', '12.339999999999999')}${cell('B2', '1.2E-3')}${cell('C2', '4.0063813339310003E+12')}${cell('D2', '4711', 's="1"')}</row><row r="3">${cell('A3', '-0.5')}${cell('B3', '1234567.8912')}${cell('C3', '999999999999999.9')}${cell('D3', '0')}</row>`;
    expect(await read({ rows, formats: ['000000'] })).toEqual([
      { at: '2', a: '12.34', b: '0.0012', c: '4006381333931', d: '004711' },
      { at: '3', a: '-0.5', b: '1234567.8912', c: '1000000000000000', d: '0' },
    ]);
  });

  test('has days by their formats, from 1900 or 1904, and no 29 February 1900', async () => {
    const formats = [
      'dd/mm/yyyy',
      '#,##0.00 &quot;days&quot;',
      '[$-407]d. mmmm yy;@',
      '[Red]0.0\\d',
    ];
    const rows = `${headings}<row r="2">${cell('A2', '46356', 's="1"')}${cell('B2', '46356', 's="2"')}${cell('C2', '46356.75', 's="3"')}${cell('D2', '46356', 's="4"')}</row><row r="3">${cell('A3', '60', 's="1"')}${cell('B3', '59', 's="5"')}${cell('C3', '0.5', 's="1"')}<c r="D3" t="d"><v>2026-11-30T00:00:00</v></c></row>`;
    expect(await read({ rows, formats })).toEqual([
      { at: '2', a: '2026-11-30', b: '46356', c: '2026-11-30T18:00:00', d: '46356' },
      { at: '3', a: '60', b: '1900-02-28', c: '12:00:00', d: '2026-11-30' },
    ]);
    const mac = `${headings}<row r="2">${cell('A2', '44894', 's="1"')}</row>`;
    expect(await read({ rows: mac, formats, from1904: true })).toEqual([
      { at: '2', a: '2026-11-30' },
    ]);
  });

  test('has what formulas came to; what failed, and what nobody computed, is no empty cell', async () => {
    const rows = `${headings}<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>"x"</f><v>x</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D2" t="b"><v>1</v></c></row>`;
    expect(await read({ rows })).toEqual([{ at: '2', a: '2', b: 'x', c: '#DIV/0!', d: 'true' }]);
    const uncomputed = `${headings}<row r="2"><c r="A2"><f>1+1</f></c></row>`;
    expect(await read({ rows: uncomputed })).toEqual([]);
    const beside = `${headings}<row r="2"><c r="A2"><f>1+1</f></c>${cell('B2', '7')}</row>`;
    expect(await read({ rows: beside })).toEqual([{ at: '2', a: '', b: '7' }]);
  });

  test('counts rows and columns as it says, whatever lies between', async () => {
    const rows = `<row r="3"><c r="B3" t="inlineStr"><is><t>x</t></is></c><c r="D3" t="inlineStr"><is><t>y</t></is></c></row><row r="1000000">${cell('B1000000', '1')}${cell('C1000000', '2')}${cell('D1000000', '3')}</row>`;
    expect(await read({ rows })).toEqual([{ at: '1000000', x: '1', 'Column C': '2', y: '3' }]);
  });

  test('is read by its first sheet that is not hidden, or the one that was said', async () => {
    const sheet = (name: string, state?: string) => ({
      name,
      rows: `${headings}${textRow(2, [name])}`,
      ...(state === undefined ? {} : { state }),
    });
    const bytes = aWorkbook({ sheets: [sheet('Lists', 'hidden'), sheet('Orders'), sheet('More')] });
    expect(await rowsOf('a.xlsx', bytes)).toEqual([{ at: '2', a: 'Orders' }]);
    expect(await rowsOf('a.xlsx', bytes, { sheet: 'More' })).toEqual([{ at: '2', a: 'More' }]);
    expect(await rowsOf('a.xlsx', bytes, { sheet: 'Less' })).toBe(
      'There is no sheet “Less”; there is “Lists”, “Orders”, “More”.',
    );
    expect(await looked('a.xlsx', bytes)).toMatchObject({
      form: { kind: 'xlsx', sheet: 'Orders', sheets: [{ isHidden: true }, {}, {}] },
    });
  });

  test('of strict and prefixed kind is read too', async () => {
    const content = `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const parts = [{ name: 'xl/worksheets/sheet1.xml', content }];
    expect(await read({ parts })).toEqual([{ at: '2', a: '1' }]);
  });

  test('reads as another reader reads it', async () => {
    const table = [
      ['Order', 'Price', 'Day', 'Open', 'Note'],
      ...Array.from({ length: 300 }, (_, n) => [
        `00${n}`,
        Math.round(n * 1_234.5678 * 100) / 100,
        new Date(Date.UTC(2026, 0, n)),
        n % 2 === 0,
        n % 3 === 0 ? null : `Zeile ${n}\n"größer" <als> 😀`,
      ]),
    ];
    const cells = table.map((row) =>
      row.map((value) =>
        value instanceof Date ? { value, type: Date, format: 'dd.mm.yyyy' } : value,
      ),
    );
    const bytes = await writeExcel(cells).toBuffer();
    const [first] = await readExcel(bytes);
    const [names = [], ...others] = first?.data ?? [];
    const second = others.map((row, n) => {
      const said = row.flatMap((value, column) => {
        const text = value instanceof Date ? value.toISOString().slice(0, 10) : value;
        return text === null ? [] : [[String(names[column]), String(text)] as const];
      });
      return { at: String(n + 2), ...Object.fromEntries(said) };
    });
    expect(await rowsOf('a.xlsx', bytes)).toEqual(second);
  });
});
