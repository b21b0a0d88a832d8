import type { Look } from '../reading/look.ts';
import type { Said } from '../reading/openTable.ts';
import { readRows } from '../reading/readFile.ts';
import type { Row } from '../reading/row.ts';
import { mostWorkbookRows, type WrittenRow, writeTable } from '../writing/writeTable.ts';
import { type RowOutcome, sayErrors } from './outcomes.ts';

const added = ['Outcome', 'What is wrong'];

/**
 * The same file again with two columns more: what became of each row, and what is wrong with it. As a
 * workbook where it was one and is not too long; otherwise CSV or JSON as it came. The name it got.
 */
export async function writeOutcomes(
  from: string,
  said: Said,
  look: Look,
  byRow: ReadonlyMap<number, RowOutcome>,
  to: string,
): Promise<string> {
  const names = look.columns.map(({ heading }) => heading).filter((name) => !added.includes(name));
  const isLong = to.endsWith('.xlsx') && look.rows > mostWorkbookRows;
  const file = isLong ? to.replace(/\.xlsx$/, '.csv') : to;
  const delimiter = look.form.kind === 'csv' ? look.form.delimiter.delimiter : ';';
  await writeTable(file, [...names, ...added], outcomeRows(from, said, names, byRow), {
    delimiter,
    hasMark: true,
  });
  return file;
}

async function* outcomeRows(
  from: string,
  said: Said,
  names: readonly string[],
  byRow: ReadonlyMap<number, RowOutcome>,
): AsyncGenerator<WrittenRow> {
  // One part is handed over while the next is read.
  let handOver: (rows: readonly Row[] | null) => void = () => undefined;
  let taken: () => void = () => undefined;
  let next = new Promise<readonly Row[] | null>((resolve) => (handOver = resolve));
  const reading = readRows(from, said, async (rows) => {
    const wait = new Promise<void>((resolve) => (taken = resolve));
    handOver(rows);
    await wait;
    return 'goOn';
  }).then(() => handOver(null));
  for (let rows = await next; rows !== null; rows = await next) {
    next = new Promise((resolve) => (handOver = resolve));
    taken();
    for (const row of rows) {
      const became = byRow.get(row.at.row);
      const texts = names.map((name) => row.cells.get(name)?.text ?? '');
      yield [...texts, became?.outcome ?? '', became ? sayErrors(became.errors) : ''];
    }
  }
  await reading;
}
