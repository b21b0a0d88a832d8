/** Files somebody might hand in as a table: none of them is one, or all of them are dear. */
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { deflateRawSync } from 'node:zlib';
import {
  aWorkbook,
  textRow,
  type WorkbookParts,
  workbookParts,
} from '../../central/imports/aWorkbook.ts';
import { aZip } from '../../central/imports/aZip.ts';

export type HostileTable = { readonly kind: string; readonly file: string };
type Content = string | Uint8Array | AsyncIterable<string> | Iterable<string>;
type Make = (n: number, isLong: boolean) => readonly [extension: string, content: Content];

const MB = 1024 * 1024;
const headings = textRow(1, ['a', 'b', 'c']);
const sheetName = 'xl/worksheets/sheet1.xml';

/** Repeats itself for a given seed. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return (state >>> 0) % below;
  };
}

/** Packs to some fiftieth, so that nothing but its size is remarkable. */
function wordy(length: number, seed: number): string {
  const roll = dice(seed);
  const words = Array.from({ length: 2000 }, () => roll(2 ** 31).toString(36));
  let text = '';
  while (text.length < length) text += `${words[roll(words.length)]} `.repeat(8);
  return text.slice(0, length);
}

function* times(count: number, piece: string): Generator<string> {
  const together = Math.ceil(MB / piece.length);
  for (let left = count; left > 0; left -= together) yield piece.repeat(Math.min(left, together));
}

const book = (parts: WorkbookParts): readonly [string, Content] => ['xlsx', aWorkbook(parts)];
const sheet = (content: string) => book({ parts: [{ name: sheetName, content }] });
const rows = (content: string) => book({ rows: headings + content });

/** A part that is nothing but the same letter, as large as it says (or says it is not). */
function bomb(bytes: number, claims: number): readonly [string, Content] {
  const content = Buffer.alloc(bytes, 'a');
  const parts = workbookParts({ rows: headings }).map((part) =>
    part.name === sheetName
      ? { ...part, content: '', packed: deflateRawSync(content), claims: { bytes: claims } }
      : part,
  );
  return ['xlsx', aZip(parts)];
}

function laughs(part: string, n: number): readonly [string, Content] {
  const entities = Array.from(
    { length: 10 + (n % 10) },
    (_, k) => `<!ENTITY l${k + 1} "${`&l${k};`.repeat(10)}">`,
  ).join('');
  const content = `<!DOCTYPE x [<!ENTITY l0 "ha">${entities}]><worksheet><sheetData><row><c t="str"><v>&l10;</v></c></row></sheetData></worksheet>`;
  return book({ rows: headings, parts: [{ name: part, content }] });
}

const kinds: Readonly<Record<string, Make>> = {
  'a bomb that says how large it is': (n) => bomb((20 + (n % 5)) * MB, (20 + (n % 5)) * MB),
  'a bomb that says it is small': (n) => bomb((20 + (n % 5)) * MB, 1000 + n),
  'a bomb that says it is no bomb': (n) => bomb((20 + (n % 5)) * MB, 3 * MB),
  'a cell of many megabytes in a workbook': (n, isLong) =>
    rows(
      `<row r="2"><c t="inlineStr"><is><t>${wordy((isLong ? 64 : 8) * MB, n)}</t></is></c></row>`,
    ),
  'a cell of many megabytes in pieces': (n) =>
    rows(`<row r="2"><c t="str"><v>${`${wordy(1000, n)}<!-- -->`.repeat(4000)}</v></c></row>`),
  'a cell of a gigabyte': (_, isLong) => [
    'csv',
    ['a;b\n', ...times((isLong ? 1000 : 16) * 1024, 'x'.repeat(1024))],
  ],
  'a cell of a gigabyte in quotation marks': (_, isLong) => [
    'csv',
    ['a;b\n"', ...times((isLong ? 1000 : 16) * 1024, 'x\ny;'.repeat(256))],
  ],
  'laughs in the sheet': (n) => laughs(sheetName, n),
  'laughs in the shared texts': (n) => laughs('xl/sharedStrings.xml', n),
  'laughs in the workbook': (n) => laughs('xl/workbook.xml', n),
  'an entity from elsewhere': () =>
    sheet('<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet><sheetData/></worksheet>'),
  'an endless document type': (n) => sheet(`<!DOCTYPE x [${wordy(3 * MB, n)}`),
  'deep markup': (n) => sheet('<a>'.repeat(100_000 + n)),
  'a tag with a million attributes': (n) =>
    sheet(`<worksheet ${Array.from({ length: 200_000 + n }, (_, k) => `a${k}=""`).join(' ')}>`),
  'ten million columns': (_, isLong) => ['csv', [...times(isLong ? 10_000_000 : 200_000, 'c;')]],
  'a hundred thousand headings': (n) => [
    'csv',
    `${Array.from({ length: 100_000 + n }, (_, k) => `c${k}`).join(';')}\n1\n`,
  ],
  'a row of a million cells': (n) =>
    rows(`<row r="2">${'<c><v>1</v></c>'.repeat(300_000 + n)}</row>`),
  'a cell far to the right': (n) =>
    rows(`<row r="2"><c r="ZZ${n % 5}"><v>1</v></c><c r="XFD2"><v>1</v></c></row>`),
  'rows without end': (n) => rows(`<row r="${10 ** (7 + (n % 9))}"><c><v>1</v></c></row>`),
  'rows backwards': (n) => rows(`<row r="${9 + n}"/><row r="${8 + n}"><c><v>1</v></c></row>`),
  'cells backwards': () => rows('<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>'),
  'texts that are not there': (n) =>
    rows(`<row r="2"><c t="s"><v>${[n, -1, 'x', '1e9', 'toString'][n % 5]}</v></c></row>`),
  'one long text in every cell': (n, isLong) =>
    book({
      sharedTexts: [`<t>${wordy(900_000, n)}</t>`],
      rows: headings + '<row><c t="s"><v>0</v></c></row>'.repeat(isLong ? 50_000 : 2500),
    }),
  'numbers that are none': (n) =>
    rows(
      `<row r="2"><c><v>${['1e999', 'NaN', '1E-999', `1${'0'.repeat(9999)}`, '--1', '0x1F'][n % 6]}</v></c><c><v>1</v></c></row>`,
    ),
  'many formats': (n) =>
    book({ rows: headings, formats: Array.from({ length: 50_000 + n }, () => '0') }),
  'texts nobody can hold': (n, isLong) =>
    book({
      rows: headings,
      sharedTexts: Array.from(
        { length: isLong ? 200 : 60 },
        (_, k) => `<t>${wordy(900_000, n + k)}</t>`,
      ),
    }),
  'two entries of a name': () => [
    'xlsx',
    aZip([...workbookParts({ rows: headings }), { name: sheetName, content: '' }]),
  ],
  'entries over each other': () => [
    'xlsx',
    aZip(workbookParts({ rows: headings }).map((part) => ({ ...part, claims: { headerAt: 0 } }))),
  ],
  'an entry outside': (n) => [
    'xlsx',
    aZip([
      ...workbookParts({ rows: headings }),
      { name: 'x', content: '', claims: { headerAt: 2 ** 31 + n } },
    ]),
  ],
  'a password': () => [
    'xlsx',
    aZip(workbookParts({ rows: headings }).map((part) => ({ ...part, claims: { flags: 1 } }))),
  ],
  'a way of packing nobody knows': (n) => [
    'xlsx',
    aZip(
      workbookParts({ rows: headings }).map((part) => ({
        ...part,
        claims: { method: 9 + (n % 90) },
      })),
    ),
  ],
  'many entries': (n) => [
    'xlsx',
    aZip([
      ...workbookParts({ rows: headings }),
      ...Array.from({ length: 6000 + n }, (_, k) => ({ name: `m${k}`, content: '' })),
    ]),
  ],
  'a wrong checksum': (n) => [
    'xlsx',
    aZip(workbookParts({ rows: headings }).map((part) => ({ ...part, claims: { crc: n } }))),
  ],
  'relations to elsewhere': (n) =>
    book({
      rows: headings,
      parts: [
        {
          name: 'xl/_rels/workbook.xml.rels',
          content: `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${['../../../etc/passwd', 'http://x.example/', '/', 'workbook.xml', '//x'][n % 5]}"/></Relationships>`,
        },
      ],
    }),
  'a workbook cut off': (n) => ['xlsx', aWorkbook({ rows: headings }).subarray(0, 50 + n * 7)],
  'a workbook with bytes changed': (n) => {
    const bytes = Buffer.from(aWorkbook({ rows: headings + textRow(2, ['x', 'y', 'z']) }));
    const roll = dice(n);
    for (let k = 0; k < 5; k += 1) bytes[4 + roll(bytes.length - 4)] = roll(256);
    return ['xlsx', bytes];
  },
  'broken UTF-8': (n) => [
    'csv',
    Buffer.concat([
      Buffer.from(`a;b\nä;${n}\n`),
      Buffer.from(
        [[0xc3], [0xff, 0xfe], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]][n % 4] ?? [],
      ),
      Buffer.from('\nü;2'),
    ]),
  ],
  'half a character of UTF-16': (n) => [
    'csv',
    Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('a;b\n1;2\n\ud800x', 'utf16le'),
      Buffer.alloc(n % 2),
    ]),
  ],
  zeros: (n) => ['csv', Buffer.alloc(100_000 + n)],
  'a million empty rows': (_, isLong) => [
    'csv',
    ['a;b\n', ...times(isLong ? 20_000_000 : 1_000_000, '\n'), '1;2\n'],
  ],
  'JSON without end': (n, isLong) => [
    'json',
    ['[{"a":', ...times(isLong ? 50_000_000 : 5_000_000 + n, '[')],
  ],
  'JSON with a million names': (n) => [
    'json',
    `[${JSON.stringify(Object.fromEntries(Array.from({ length: 60_000 + n }, (_, k) => [`n${k}`, k])))}]`,
  ],
  'JSON that would be a prototype': (n) => [
    'json',
    `[{"__proto__":{"admin":${n}},"constructor":{"prototype":{"x":1}},"a":1}]`,
  ],
  'words that would be slow to look at': (n) => [
    'csv',
    `a;b\n${`${'1'.repeat(200_000 + n)}x;${' '.repeat(200_000)}y\n`.repeat(3)}`,
  ],
};

/** So many of them, of every kind in turn, written below `folder` one by one. */
export async function* hostileTables(
  count: number,
  folder: string,
  isLong: boolean,
): AsyncGenerator<HostileTable> {
  const all = Object.entries(kinds);
  for (let n = 0; n < count; n += 1) {
    const [kind, make] = all[n % all.length] ?? [];
    if (kind === undefined || make === undefined) continue;
    const round = Math.floor(n / all.length);
    const [extension, content] = make(round, isLong && round === 0);
    const file = path.join(folder, `${n}.${extension}`);
    if (typeof content === 'string' || content instanceof Uint8Array)
      await writeFile(file, content);
    else await pipeline(Readable.from(content), createWriteStream(file));
    yield { kind, file };
  }
}

export const hostileKinds = Object.keys(kinds).length;
