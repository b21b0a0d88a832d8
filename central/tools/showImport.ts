/** What an import found and did, as lines on a terminal. */
import type { ImportState, Looked } from '../../shared/sync/importsApi.ts';
import { formOf } from '../imports/kept/looked.ts';
import { type ColumnLook, isMostly } from '../imports/reading/columnLook.ts';
import type { Look } from '../imports/reading/look.ts';
import { sayErrors } from '../imports/run/outcomes.ts';

type LookedAt = Extract<Looked, { kind: 'looked' }>;

const mostShown = 20;

export function showLook({ form, rows, emptyRows, headingsRow, ragged, columns }: Look): void {
  console.log([form.kind.toUpperCase(), ...howFormed(formOf(form))].join(', '));
  if (headingsRow !== null) console.log(`Headings in row ${headingsRow}`);
  console.log(`${rows} rows${emptyRows > 0 ? `, ${emptyRows} empty ones between them` : ''}`);
  for (const { row, cells, headings } of ragged.first)
    console.log(`Row ${row}: ${cells} cells below ${headings} headings`);
  if (ragged.count > ragged.first.length) console.log(`… ${ragged.count} such rows in all`);
  for (const column of columns)
    console.log([column.letters, column.heading, ...kindsOf(column), ...column.samples].join('\t'));
}

export function showLooked({ form, columns, codes }: LookedAt): void {
  console.log([form.kind.toUpperCase(), ...howFormed(form)].join(', '));
  for (const { heading, field, decimal, date } of columns)
    if (field !== null)
      console.log(
        [
          `${heading} → ${field}`,
          ...(decimal === null ? [] : [`decimals: ${decimal}`]),
          ...(date === null ? [] : [`dates: ${date}`]),
        ].join('\t'),
      );
  const unused = columns.flatMap(({ heading, field }) => (field === null ? [heading] : []));
  if (unused.length > 0) console.log(`Not used: ${unused.join(', ')}`);
  for (const { field, word, code } of codes)
    if (code === null) console.log(`${field}: “${word}” is none of ours: say --code "${word}=…"`);
}

export function showImported({
  counts,
  problems,
  problemRows,
  isWritten,
  isStopped,
  withdrawing,
}: ImportState): void {
  for (const { row, outcome, errors } of problems.slice(0, mostShown))
    console.log(`Row ${row}\t${outcome}\t${sayErrors(errors)}`);
  if (problemRows > mostShown)
    console.log(`… ${problemRows} such rows in all; --out FILE has them`);
  const { created, updated, unchanged, withdrawn, refused, waiting } = counts;
  console.log(
    `${created} new, ${updated} changed, ${unchanged} the same, ${withdrawn} withdrawn, ${refused} refused, ${waiting} waiting`,
  );
  if (waiting > 0)
    console.log('Those that wait go in with the same command once what they name is here.');
  if (withdrawing?.kind === 'tooMany')
    console.log(
      `${withdrawing.missing} of ${withdrawing.current} are missing in the file, more than a tenth: none was withdrawn. Say --confirm if that is meant.`,
    );
  if (withdrawing?.kind === 'namelessRows')
    console.log('Rows without an id may be any of those that are missing: none was withdrawn.');
  if (isStopped) console.log('Stopped; the same command goes on.');
  else if (!isWritten) console.log('Nothing was written.');
}

function howFormed(form: LookedAt['form']): readonly string[] {
  if (form.kind === 'xlsx') return [`sheet “${form.sheet}” of ${form.sheets.length}`];
  const isGuess = form.by === 'fallback' ? ' (not UTF-8: say --encoding where it is another)' : '';
  const delimited = form.kind === 'csv' ? [`cut by ${JSON.stringify(form.delimiter)}`] : [];
  return [`${form.encoding}${isGuess}`, ...delimited];
}

function kindsOf(column: ColumnLook): readonly string[] {
  const { decimal, date, filled, gtins } = column;
  return [
    `${filled} filled`,
    ...(decimal !== 'none' && isMostly(column, 'numbers') ? [`decimals: ${decimal}`] : []),
    ...(date !== 'none' && isMostly(column, 'dates') ? [`dates: ${date}`] : []),
    ...(gtins > 0 ? [`${gtins} GTINs`] : []),
  ];
}
