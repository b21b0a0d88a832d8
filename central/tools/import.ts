/**
 * npm run import -- --look FILE                       what a file is: how it is written, what its columns hold
 * npm run import -- --kind order-lines --test FILE    what would become of each row; nothing is written
 * npm run import -- --kind order-lines FILE           the good rows go in; --all-or-nothing: all, or none
 * npm run import -- FILE FILE …                       each by its headings, in an order in which each names what is there
 * npm run import -- --template order-lines [--out FILE]   a table to fill in, with two rows
 * npm run import -- --export --kind order-lines --out FILE    what central has, in the same shape
 *
 *   --source erp            whose ids these are     --out FILE   the same file back, with what became of each row
 *   --full [--confirm]      what is missing in the file is withdrawn; more than a tenth only with --confirm
 *   --map "HEADING=field"   --code "their word=our code"    --decimal comma|point   --dates dayFirst|monthFirst|iso
 *   --encoding windows-1252 --delimiter ";" --sheet NAME --headings ROW     as often as needed, where what was found is wrong
 *   --by NAME --why TEXT    for the record; kinds: sites calendars people clients contracts articles order-lines returns
 *
 * Stopped with Ctrl-C it goes on where it was, with the same file (--from-start: anew). Asks a running central
 * (--url, else http://127.0.0.1:7420) with an admin token (askAsAdmin.ts).
 */
import { parseArgs } from 'node:util';
import type { Table } from '../imports/mapping/field.ts';
import { kindOf } from '../imports/mapping/kindOf.ts';
import { type Plan, planOf } from '../imports/mapping/planOf.ts';
import { tableKinds, tableOf } from '../imports/mapping/tables.ts';
import type { Look } from '../imports/reading/look.ts';
import { lookAt } from '../imports/reading/readFile.ts';
import { runImport } from '../imports/run/runImport.ts';
import { writeOutcomes } from '../imports/run/writeOutcomes.ts';
import { sayFileRefusal } from '../imports/table/sayFileRefusal.ts';
import { exampleRows, headingsOf, rowsOfRecord } from '../imports/writing/tableOfRecords.ts';
import { writeTable } from '../imports/writing/writeTable.ts';
import { runTool } from './askAsAdmin.ts';
import { importProgress } from './importProgress.ts';
import { saidOfColumns, saidOfFile } from './importSaid.ts';
import { officeOverHttp } from './officeOverHttp.ts';
import { showImported, showLook, showPlan } from './showImport.ts';

const one = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const yes = { type: 'boolean', default: false } as const;
const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:7420' },
    source: { type: 'string', default: 'erp' },
    look: one,
    template: one,
    kind: one,
    out: one,
    by: one,
    why: one,
    encoding: one,
    delimiter: one,
    sheet: one,
    headings: one,
    decimal: one,
    dates: one,
    map: many,
    code: many,
    test: yes,
    'all-or-nothing': yes,
    full: yes,
    confirm: yes,
    'from-start': yes,
    export: yes,
  },
});

async function main(): Promise<void> {
  if (given.look !== undefined) return showLook(await lookOf(given.look));
  if (given.template !== undefined) return await template(tableNamed(given.template));
  const kind = given.kind === undefined ? null : tableNamed(given.kind);
  if (given.export && kind) return await exportAll(kind);
  if (positionals.length === 0)
    throw new Error('Say --look FILE, --template KIND, --export --kind KIND or which FILE');
  if (given.out !== undefined && positionals.length > 1)
    throw new Error('Say --out with one file at a time');
  const files = await Promise.all(
    positionals.map(async (file) => {
      const look = await lookOf(file);
      return { file, look, table: kind ?? guessed(file, look) };
    }),
  );
  const rank = ({ table }: { readonly table: Table }) => tableKinds.indexOf(table.kind);
  for (const { file, look, table } of files.toSorted((a, b) => rank(a) - rank(b))) {
    const plan = planOf(table, look, saidOfColumns(given));
    if (!plan.ok) throw new Error(plan.refusal.join('\n'));
    if (!kind || files.length > 1) console.log(`${file}: ${table.kind}`);
    showPlan(plan.value, look);
    await bringIn(file, look, plan.value);
  }
}

function guessed(file: string, look: Look): Table {
  const kind = kindOf(look);
  if (!kind.ok) throw new Error(`${file}: ${kind.refusal}`);
  return kind.value;
}

async function bringIn(file: string, look: Look, plan: Plan): Promise<void> {
  const { source, url, by, why: reason } = given;
  const { kind } = plan.table;
  const said = { ...saidOfFile(given), headings: look.headingsRow ?? undefined };
  const mode = given.test ? 'test' : given['all-or-nothing'] ? 'allOrNothing' : 'goodRows';
  const progress = await importProgress(file, {
    key: `${kind} ${source} ${look.sha256}`,
    isKept: mode === 'goodRows',
    isAnew: given['from-start'],
    rows: look.rows,
  });
  const imported = await runImport({
    file,
    said,
    plan,
    source,
    office: officeOverHttp(url, kind, source, { by, reason }),
    mode,
    full: given.full
      ? { confirmed: given.confirm, reason: reason ?? 'No longer in the full file' }
      : null,
    after: progress.after,
    onProgress: progress.note,
  });
  if (!imported.ok) throw new Error(sayFileRefusal(imported.refusal));
  await progress.over(imported.value.isStopped);
  showImported(imported.value);
  if (given.out === undefined || imported.value.isStopped) return;
  const written = await writeOutcomes(file, said, look, imported.value.byRow, given.out);
  console.log(`What became of each row stands in ${written}`);
}

async function template(table: Table): Promise<void> {
  const file = given.out ?? `${table.kind}.csv`;
  await writeTable(file, headingsOf(table), exampleRows(table));
  console.log(`${file} has the headings and two rows to write over`);
}

async function exportAll(table: Table): Promise<void> {
  const { source, url, out, by, why: reason } = given;
  if (out === undefined) throw new Error('Say --out FILE');
  const office = officeOverHttp(url, table.kind, source, { by, reason });
  let count = 0;
  async function* rows() {
    for await (const page of office.records()) {
      count += page.length;
      for (const record of page) yield* rowsOfRecord(table, record);
    }
  }
  await writeTable(out, headingsOf(table), rows());
  console.log(`${count} records in ${out}`);
}

async function lookOf(file: string): Promise<Look> {
  const look = await lookAt(file, saidOfFile(given));
  if (!look.ok) throw new Error(sayFileRefusal(look.refusal));
  return look.value;
}

function tableNamed(kind: string): Table {
  const known = tableKinds.find((name) => name === kind);
  const table = known && tableOf(known);
  if (!table) throw new Error(`There is no table of “${kind}”: ${tableKinds.join(', ')}`);
  return table;
}

runTool(main);
