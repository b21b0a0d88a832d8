import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import writeExcel from 'write-excel-file/node';
import { neutralised, neutralisedFirst, unmistaken } from '../table/neutralised.ts';

export type WrittenRow = readonly string[];

/** A workbook is put together in memory. */
export const mostWorkbookRows = 100_000;

/**
 * Writes a table as its file's name ends: .xlsx, .json, or else CSV with the byte order mark Excel wants.
 * Texts that would be formulas are none.
 */
export async function writeTable(
  file: string,
  headings: readonly string[],
  rows: AsyncIterable<WrittenRow>,
  csv: { readonly delimiter: string; readonly hasMark: boolean } = {
    delimiter: ';',
    hasMark: true,
  },
): Promise<void> {
  if (file.endsWith('.xlsx')) return await writeWorkbook(file, headings, rows);
  const text = file.endsWith('.json') ? jsonText(headings, rows) : csvText(headings, rows, csv);
  await pipeline(Readable.from(text), createWriteStream(file));
}

async function writeWorkbook(
  file: string,
  headings: readonly string[],
  rows: AsyncIterable<WrittenRow>,
): Promise<void> {
  const data = [
    headings.map((value) => ({ value: neutralised(value), fontWeight: 'bold' as const })),
  ];
  const cells: (string | number | null)[][] = [];
  for await (const row of rows) {
    if (cells.length >= mostWorkbookRows)
      throw new Error(`A workbook takes ${mostWorkbookRows} rows; name the file .csv`);
    cells.push(headings.map((_, column) => workbookCell(row[column] ?? '')));
  }
  await writeExcel([...data, ...cells]).toFile(file);
}

function workbookCell(text: string): string | number | null {
  if (text === '') return null;
  return String(Number(text)) === text && text.length <= 15 ? Number(text) : neutralised(text);
}

async function* csvText(
  headings: readonly string[],
  rows: AsyncIterable<WrittenRow>,
  { delimiter, hasMark }: { readonly delimiter: string; readonly hasMark: boolean },
): AsyncGenerator<string> {
  const line = (row: WrittenRow) =>
    csvLine(
      headings.map((_, column) => row[column] ?? ''),
      delimiter,
    );
  yield (hasMark ? '\uFEFF' : '') + line(headings);
  for await (const row of rows) yield line(row);
}

/** A line of a CSV file, its end included, in which nothing begins a formula. */
export function csvLine(cells: WrittenRow, delimiter: string): string {
  const [first = '', ...others] = cells;
  const written = [neutralisedFirst(first), ...others.map(neutralised)];
  return `${written.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`;
}

function quoted(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

async function* jsonText(
  headings: readonly string[],
  rows: AsyncIterable<WrittenRow>,
): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    const said = headings.flatMap((name, column) => {
      const text = row[column] ?? '';
      return text === '' ? [] : [[name, unmistaken(text)] as const];
    });
    yield before + JSON.stringify(Object.fromEntries(said));
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
