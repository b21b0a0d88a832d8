/** What an import found and did, as lines on a terminal. */
import type { Plan } from '../imports/mapping/planOf.ts';
import { type ColumnLook, isMostly } from '../imports/reading/columnLook.ts';
import type { Look } from '../imports/reading/look.ts';
import { sayRow } from '../imports/run/outcomes.ts';
import type { Imported } from '../imports/run/runImport.ts';

const mostShown = 20;

export function showLook({ form, rows, emptyRows, headingsRow, ragged, columns }: Look): void {
  console.log([form.kind.toUpperCase(), ...howWritten(form)].join(', '));
  if (headingsRow !== null) console.log(`Headings in row ${headingsRow}`);
  console.log(`${rows} rows${emptyRows > 0 ? `, ${emptyRows} empty ones between them` : ''}`);
  for (const { row, cells, headings } of ragged.first)
    console.log(`Row ${row}: ${cells} cells below ${headings} headings`);
  if (ragged.count > ragged.first.length) console.log(`… ${ragged.count} such rows in all`);
  for (const column of columns)
    console.log([column.letters, column.heading, ...kindsOf(column), ...column.samples].join('\t'));
}

export function showPlan({ columns, unused }: Plan, { form, columns: looks }: Look): void {
  console.log([form.kind.toUpperCase(), ...howWritten(form)].join(', '));
  for (const { heading, field } of columns) {
    const look = looks.find((one) => one.heading === heading);
    console.log([`${heading} → ${field.path}`, ...(look ? kindsOf(look) : [])].join('\t'));
  }
  if (unused.length > 0) console.log(`Not used: ${unused.join(', ')}`);
}

export function showImported(imported: Imported): void {
  const { counts, byRow, isWritten, isStopped, withdrawing } = imported;
  const wrong = [...byRow]
    .filter(([, { errors }]) => errors.length > 0)
    .sort(([one], [other]) => one - other);
  for (const [row, said] of wrong.slice(0, mostShown))
    console.log(`Row ${row}\t${said.outcome}\t${sayRow(said)}`);
  if (wrong.length > mostShown)
    console.log(`… ${wrong.length} such rows in all; --out FILE has them`);
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

function howWritten(form: Look['form']): readonly string[] {
  if (form.kind === 'xlsx') return [`sheet “${form.sheet}” of ${form.sheets.length}`];
  const { encoding, by } = form.encoding;
  const isGuess = by === 'fallback' ? ' (not UTF-8: say --encoding where it is another)' : '';
  const delimited =
    form.kind === 'csv' ? [`cut by ${JSON.stringify(form.delimiter.delimiter)}`] : [];
  return [`${encoding}${isGuess}`, ...delimited];
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
