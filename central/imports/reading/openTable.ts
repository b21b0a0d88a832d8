import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { bounds } from '../table/bounds.ts';
import { bytePieces } from '../table/bytePieces.ts';
import { FileRefused } from '../table/fileRefusal.ts';
import type { RawRow } from '../table/rawRow.ts';
import { csvRows } from '../text/csvRows.ts';
import { type Delimiter, type DelimiterFound, findDelimiter } from '../text/delimiter.ts';
import { type Encoding, type EncodingFound, encodingFinder } from '../text/encoding.ts';
import { jsonRows } from '../text/jsonRows.ts';
import { textOf } from '../text/textOf.ts';
import { sheetRows } from '../xlsx/sheetRows.ts';
import { openWorkbook } from '../xlsx/workbook.ts';
import { beginsAs } from './beginsAs.ts';

/** What a person says of a file instead of having it found. */
export type Said = {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly sheet?: string | undefined;
  /** Row of the headings. */
  readonly headings?: number | undefined;
};

export type TableForm =
  | { readonly kind: 'csv'; readonly encoding: EncodingFound; readonly delimiter: DelimiterFound }
  | { readonly kind: 'json'; readonly encoding: EncodingFound }
  | {
      readonly kind: 'xlsx';
      readonly sheet: string;
      readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
    };

export type OpenTable = {
  readonly form: TableForm;
  readonly sha256: string;
  readonly bytes: number;
  /** Names of the columns, where the file has no row of them: as they are met. */
  readonly names: readonly string[] | null;
  readonly rows: AsyncIterable<readonly RawRow[]>;
  close(): Promise<void>;
};

const beginningBytes = 64 * 1024;

/** Finds out what a file is and opens its rows; everything that is no table is refused by its own name. */
export async function openTable(path: string, said: Said, tick: () => void): Promise<OpenTable> {
  const file = await open(path, 'r');
  const close = () => file.close();
  try {
    const { size } = await file.stat();
    if (size === 0) throw new FileRefused({ code: 'empty' });
    if (size > bounds.fileBytes)
      throw new FileRefused({ code: 'tooLarge', bytes: size, most: bounds.fileBytes });
    const start = Buffer.alloc(Math.min(size, 8));
    await file.read(start, 0, start.length, 0);
    const begins = beginsAs(start);
    if (begins !== 'zip' && begins !== 'text')
      throw new FileRefused({ code: 'noTable', looksLike: begins });
    const { sha256, encoding } = await readThrough(path, begins === 'text' ? said : null, tick);
    const opened = encoding === null ? await sheetOf() : await textTable(path, encoding, said);
    return { ...opened, sha256, bytes: size, close };

    async function sheetOf(): Promise<Pick<OpenTable, 'form' | 'names' | 'rows'>> {
      const workbook = await openWorkbook(file, size);
      const { sheets } = workbook;
      const names = sheets.map(({ name }) => name);
      const sheet =
        said.sheet === undefined
          ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
          : sheets.find(({ name }) => name === said.sheet);
      if (!sheet)
        throw new FileRefused({ code: 'noSuchSheet', sheet: said.sheet ?? '', sheets: names });
      const form = {
        kind: 'xlsx' as const,
        sheet: sheet.name,
        sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
      };
      return { form, names: null, rows: sheetRows(workbook, sheet) };
    }
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** Once over all bytes: which file it is, and which encoding a text has. */
async function readThrough(path: string, text: Said | null, tick: () => void) {
  const hash = createHash('sha256');
  const finder = text === null ? null : encodingFinder();
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024 });
  for await (const bytes of bytePieces(stream)) {
    hash.update(bytes);
    finder?.add(bytes);
    tick();
  }
  return { sha256: hash.digest('hex'), encoding: finder?.found(text?.encoding) ?? null };
}

async function textTable(
  path: string,
  encoding: EncodingFound,
  said: Said,
): Promise<Pick<OpenTable, 'form' | 'names' | 'rows'>> {
  let beginning = '';
  for await (const piece of textOf(path, encoding, beginningBytes)) beginning += piece;
  const [first = ''] = /\S/.exec(beginning) ?? [];
  if (first === '') throw new FileRefused({ code: 'empty' });
  if (first === '<') throw new FileRefused({ code: 'noTable', looksLike: 'page' });
  if ((first === '[' || first === '{') && !/\.(csv|txt)$/i.test(path)) {
    const names: string[] = [];
    return {
      form: { kind: 'json', encoding },
      names,
      rows: jsonRows(textOf(path, encoding), names),
    };
  }
  const found = findDelimiter(beginning);
  const delimiter: DelimiterFound =
    said.delimiter === undefined || found.by === 'firstLine'
      ? found
      : { delimiter: said.delimiter, by: 'said' };
  const rows = csvRows(textOf(path, encoding), delimiter.delimiter);
  return {
    form: { kind: 'csv', encoding, delimiter },
    names: null,
    rows: found.by === 'firstLine' ? withoutFirst(rows) : rows,
  };
}

/** `sep=;` is a row for a spreadsheet program's numbers, and none of the table. */
async function* withoutFirst(
  rows: AsyncIterable<readonly RawRow[]>,
): AsyncGenerator<readonly RawRow[]> {
  for await (const some of rows) yield some.filter(({ row }) => row > 1);
}
