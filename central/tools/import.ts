/**
 * npm run import -- --look FILE                       what a file is: how it is written, what its columns hold
 * npm run import -- --kind order-lines --test FILE    what would become of each row; nothing is written
 * npm run import -- --kind order-lines FILE           the good rows go in; --all-or-nothing: all, or none
 * npm run import -- FILE FILE …                       each by its headings, in an order in which each names what is there
 * npm run import -- --template order-lines [--out FILE]   a table to fill in, with two rows
 * npm run import -- --pictures FOLDER                 of articles, each file named after its article: KP-40%2F160.jpg
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
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type ImportState, type StartImport, TableKind } from '../../shared/sync/importsApi.ts';
import { tableKinds } from '../../shared/sync/tableForms.ts';
import { certainKind } from '../imports/mapping/guessedKind.ts';
import { sayPlanProblem } from '../imports/mapping/sayPlanProblem.ts';
import { tableOf } from '../imports/mapping/tables.ts';
import { lookAt } from '../imports/reading/readFile.ts';
import { sayFileRefusal } from '../imports/table/sayFileRefusal.ts';
import { exampleRows, headingsOf } from '../imports/writing/tableOfRecords.ts';
import { writeTable } from '../imports/writing/writeTable.ts';
import { runTool } from './askAsAdmin.ts';
import { importPictures } from './importPictures.ts';
import { forgetStopped, keepStopped, stoppedBefore } from './importProgress.ts';
import { saidOfColumns, saidOfFile } from './importSaid.ts';
import { importsOverHttp } from './importsOverHttp.ts';
import { showImported, showLook, showLooked } from './showImport.ts';

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
    pictures: one,
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

const imports = importsOverHttp(given.url);
const askedEveryMs = 250;

async function main(): Promise<void> {
  if (given.look !== undefined) return await look(given.look);
  if (given.pictures !== undefined) return await pictures(given.pictures);
  if (given.template !== undefined) return await template(kindNamed(given.template));
  const kind = given.kind === undefined ? null : kindNamed(given.kind);
  if (given.export && kind !== null) return await exportAll(kind);
  if (positionals.length === 0)
    throw new Error('Say --look FILE, --template KIND, --export --kind KIND, or which FILE');
  if (given.out !== undefined && positionals.length > 1)
    throw new Error('Say --out with one file at a time');
  const files = await Promise.all(
    positionals.map(async (file) => ({ file, kind: kind ?? (await kindOf(file)) })),
  );
  const rank = (file: { readonly kind: TableKind }) => tableKinds.indexOf(file.kind);
  for (const each of files.toSorted((a, b) => rank(a) - rank(b))) {
    if (kind === null || files.length > 1) console.log(`${each.file}: ${each.kind}`);
    await bringIn(each.file, each.kind);
  }
}

async function kindOf(file: string): Promise<TableKind> {
  const found = await lookAt(file, saidOfFile(given));
  if (!found.ok) throw new Error(`${file}: ${sayFileRefusal(found.refusal)}`);
  const kind = certainKind(found.value);
  if (!kind.ok) throw new Error(`${file}: ${kind.refusal}`);
  return kind.value;
}

async function bringIn(file: string, kind: TableKind): Promise<void> {
  const { source, by, why: reason } = given;
  const mode = given.test ? 'test' : given['all-or-nothing'] ? 'allOrNothing' : 'goodRows';
  const about = `${kind} ${source} ${mode}`;
  const before = given['from-start'] ? null : await stoppedBefore(imports, file, about);
  const id = before?.id ?? (await imports.bring(file));
  const said = { source, file: saidOfFile(given), ...saidOfColumns(given) };
  const looked = await imports.look(id, { kind, ...said });
  if (looked.kind === 'refused') throw new Error(looked.says);
  if (looked.problems.length > 0) throw new Error(looked.problems.map(sayPlanProblem).join('\n'));
  showLooked(looked);
  if (before) console.log(`Goes on behind row ${before.row}`);
  const state = await run(id, {
    ...said,
    kind,
    mode,
    full: given.full ? { confirmed: given.confirm } : null,
    goOn: before !== null,
    ...(by !== undefined && { by }),
    ...(reason !== undefined && { reason }),
  });
  if (state.refused) throw new Error(state.refused.says);
  if (state.hasFailed) throw new Error('Central failed; its log says why');
  showImported(state);
  if (state.isStopped && mode === 'goodRows') return await keepStopped(file, about, id);
  await forgetStopped(file);
  if (given.out !== undefined && !state.isStopped)
    console.log(`What became of each row stands in ${await imports.saveOutcomes(id, given.out)}`);
  await imports.forget(id);
}

/** Asks how far it is until it is over; Ctrl-C has central stop. */
async function run(id: string, wish: StartImport): Promise<ImportState> {
  const stop = () => void imports.stop(id);
  process.once('SIGINT', stop);
  let state = await imports.start(id, wish);
  while (state.phase !== 'done') {
    if (process.stderr.isTTY)
      process.stderr.write(
        `\r${state.phase === 'testing' ? 'Testing' : 'Row'} ${state.row} of about ${state.rows} `,
      );
    await wait(askedEveryMs);
    state = await imports.state(id);
  }
  process.off('SIGINT', stop);
  return state;
}

async function look(file: string): Promise<void> {
  const found = await lookAt(file, saidOfFile(given));
  if (!found.ok) throw new Error(sayFileRefusal(found.refusal));
  showLook(found.value);
}

async function pictures(folder: string): Promise<void> {
  const failed = await importPictures(given.url, folder, given.source, console.log);
  if (failed > 0) throw new Error(`${failed} could not be brought in`);
}

async function template(kind: TableKind): Promise<void> {
  const file = given.out ?? `${kind}.csv`;
  await writeTable(file, headingsOf(tableOf(kind)), exampleRows(tableOf(kind)));
  console.log(`${file} has the headings and two rows to write over`);
}

async function exportAll(kind: TableKind): Promise<void> {
  if (given.out === undefined) throw new Error('Say --out FILE');
  console.log(`Written to ${await imports.saveExport(kind, given.source, given.out)}`);
}

function kindNamed(name: string): TableKind {
  const kind = TableKind.safeParse(name);
  if (!kind.success) throw new Error(`There is no table of “${name}”: ${tableKinds.join(', ')}`);
  return kind.data;
}

runTool(main);
