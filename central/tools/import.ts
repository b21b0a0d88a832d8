/**
 * npm run import -- --look FILE      what a file is: how it is written, its headings, what its columns hold
 *
 * What was found may be said otherwise: --encoding windows-1252 --delimiter ";" --sheet NAME --headings ROW
 * (\t for a tab). CSV, XLSX and JSON (an array, or an object on each line) are read.
 */
import { parseArgs } from 'node:util';
import type { ColumnLook, Look } from '../imports/reading/look.ts';
import type { Said } from '../imports/reading/openTable.ts';
import { lookAt } from '../imports/reading/readFile.ts';
import { sayFileRefusal } from '../imports/table/sayFileRefusal.ts';
import { delimiters } from '../imports/text/delimiter.ts';
import { encodings } from '../imports/text/encoding.ts';
import { runTool } from './askAsAdmin.ts';

const { values: given } = parseArgs({
  options: {
    look: { type: 'string' },
    encoding: { type: 'string' },
    delimiter: { type: 'string' },
    sheet: { type: 'string' },
    headings: { type: 'string' },
  },
});

async function main(): Promise<void> {
  if (given.look === undefined) throw new Error('Say --look FILE');
  const look = await lookAt(given.look, saidOf());
  if (!look.ok) throw new Error(sayFileRefusal(look.refusal));
  showLook(look.value);
}

function saidOf(): Said {
  const { headings, sheet } = given;
  return {
    encoding: oneOf('encoding', encodings, given.encoding),
    delimiter: oneOf('delimiter', delimiters, given.delimiter?.replace('\\t', '\t')),
    sheet,
    headings: headings === undefined ? undefined : Number(headings),
  };
}

function oneOf<T extends string>(
  name: string,
  known: readonly T[],
  said: string | undefined,
): T | undefined {
  const found = known.find((one) => one === said);
  if (said !== undefined && found === undefined)
    throw new Error(`--${name} is one of ${known.map((one) => JSON.stringify(one)).join(' ')}`);
  return found;
}

function showLook({ form, rows, emptyRows, headingsRow, ragged, columns }: Look): void {
  console.log([form.kind.toUpperCase(), ...howWritten(form)].join(', '));
  if (headingsRow !== null) console.log(`Headings in row ${headingsRow}`);
  console.log(`${rows} rows${emptyRows > 0 ? `, ${emptyRows} empty ones between them` : ''}`);
  for (const { row, cells, headings } of ragged.first)
    console.log(`Row ${row}: ${cells} cells below ${headings} headings`);
  if (ragged.count > ragged.first.length) console.log(`… ${ragged.count} such rows in all`);
  for (const column of columns)
    console.log([column.letters, column.heading, ...kindsOf(column), ...column.samples].join('\t'));
}

function howWritten(form: Look['form']): readonly string[] {
  if (form.kind === 'xlsx') return [`sheet “${form.sheet}” of ${form.sheets.length}`];
  const { encoding, by } = form.encoding;
  const isGuess = by === 'fallback' ? ' (not UTF-8: say --encoding where it is another)' : '';
  const delimited =
    form.kind === 'csv' ? [`cut by ${JSON.stringify(form.delimiter.delimiter)}`] : [];
  return [`${encoding}${isGuess}`, ...delimited];
}

function kindsOf({ decimal, date, filled, gtins }: ColumnLook): readonly string[] {
  return [
    `${filled} filled`,
    ...(decimal === 'none' ? [] : [`decimals: ${decimal}`]),
    ...(date === 'none' ? [] : [`dates: ${date}`]),
    ...(gtins > 0 ? [`${gtins} GTINs`] : []),
  ];
}

runTool(main);
