// npm run bench:sync [ROW …] [--engine chromium|electron|node] [--repeats N] [--profile]: ours against raw
// IndexedDB, bare HTTP, Dexie plainly used, RxDB and PouchDB; tables in out/bench.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../../../build/compile.mjs';
import { projectRoot } from '../../../build/system/dependencies.mjs';
import { installMissingSystemPackages } from '../../../build/system/systemPackages.mjs';
import type { Engine } from './engines.ts';
import { installRivals } from './installRivals.ts';
import { measureRow } from './measure.ts';
import { buildPages, contenders, servePages } from './pages.ts';
import { stopPostgres } from './places/postgresCentral.ts';
import { openPlaces } from './places.ts';
import { rows } from './rows.ts';
import { linesOf, tableHead } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', multiple: true, default: ['chromium', 'electron', 'node'] },
    repeats: { type: 'string', default: '5' },
    profile: { type: 'boolean', default: false },
  },
});
const wanted = rows.filter((row) => positionals.length === 0 || positionals.includes(row.id));
if (wanted.length === 0) {
  console.error(`No such row. There are: ${rows.map((row) => row.id).join(', ')}`);
  process.exit(1);
}
const folder = path.join(projectRoot, 'out/bench');
const repeats = Number(values.repeats);
const profiles = values.profile ? folder : null;

mkdirSync(folder, { recursive: true });
installMissingSystemPackages(['electron', 'display', 'chromium', 'postgresql']);
installRivals();
if (!compile()) process.exit(1);
await buildPages(contenders);
const server = await servePages();
const { origin } = server;
const places = openPlaces();
try {
  for (const engine of values.engine as (Engine | 'node')[]) await measureIn(engine);
} finally {
  await places.clear();
  await stopPostgres();
  server.close();
}
process.exit();

async function measureIn(engine: Engine | 'node'): Promise<void> {
  const lines: string[] = [];
  for (const row of wanted.filter((one) => one.engines.includes(engine))) {
    const started = performance.now();
    try {
      const taken = await measureRow({ engine, origin, places, repeats, profiles }, row);
      const measured = JSON.stringify(Object.fromEntries(taken));
      writeFileSync(path.join(folder, `${engine}-${row.id}.json`), measured);
      lines.push(...linesOf(row, taken));
    } catch (failure) {
      // The other rows are worth having all the same.
      console.error(failure);
      lines.push(`| ${row.what} | failed | | | | |`);
      process.exitCode = 1;
    }
    const seconds = (performance.now() - started) / 1000;
    console.log(`${engine} ${row.id}: ${seconds.toFixed(0)} s`);
    const text = [`## ${engine}`, '', conditions(), '', ...tableHead, ...lines, ''].join('\n');
    writeFileSync(path.join(folder, `${engine}.md`), text);
  }
  if (lines.length > 0) console.log(`\n${readFileSync(path.join(folder, `${engine}.md`), 'utf8')}`);
}

function conditions(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot });
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${date}, commit ${commit.toString().trim()}, ${machine}; medians of ${repeats}, in turns, a fresh profile each, everything read back.`;
}
