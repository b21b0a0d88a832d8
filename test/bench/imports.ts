/**
 * What bringing tables in costs: `npm run bench:imports -- [--rows 100000] [--nightly 500000] [--alone] [--pglite]`.
 * Order lines new to central, then the file of the next night with one percent changed, each through the
 * door that central's page and the command line share, while a station hands its work in without a
 * pause (`--alone`: nobody else asks anything); in ratios
 * against PostgreSQL's own COPY of the same rows, and against plain inserts of five hundred. Processor
 * seconds beside seconds: a busy machine makes it slower, not dearer.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { changes } from '../../central/database/schema.ts';
import { applyOffice } from '../../central/office/applyOffice.ts';
import { importsOverHttp } from '../../central/tools/importsOverHttp.ts';
import { type CentralInMemory, startCentral } from '../builders/central/centralInMemory.ts';
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from '../builders/central/postgresServer.ts';
import { type Keys, moveInWithoutPins } from '../central/aCompany.ts';
import { aReturn } from '../central/aReturn.ts';
import { aStation } from '../central/aStation.ts';
import { client } from '../central/office/aManufacturer.ts';

const { values: given } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    nightly: { type: 'string', default: '0' },
    alone: { type: 'boolean', default: false },
    pglite: { type: 'boolean', default: false },
  },
});
const rows = Number(given.rows);
const nightly = Number(given.nightly);
const articles = 500;

const folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-bench-'));
const bin = given.pglite ? null : findPostgres();
const server = bin === null ? null : await startPostgres(bin);
try {
  await measure(server);
} finally {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(postgres: PostgresServer | null): Promise<void> {
  const url = (await postgres?.createDatabase()) ?? null;
  let keys: Keys = new Map();
  const central = await startCentral({
    ...(url === null ? {} : { place: { kind: 'postgres', url } as const }),
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database, 4000);
    },
  });
  process.env['QUAYSIDE_ADMIN_TOKEN'] = central.adminToken;
  try {
    await put(central, 'clients', [['K-1', client]]);
    await put(
      central,
      'articles',
      Array.from({ length: articles }, (_, n) => [
        `A-${n}`,
        { number: `A-${n}`, name: `part ${n}` },
      ]),
    );
    const pushing = given.alone ? null : await pushes(central, keys);
    const idle = (await pushing?.during(wait(8000))) ?? 0;
    if (pushing) console.log(`push p95 idle\t${idle.toFixed(0)} ms`);
    const first = path.join(folder, 'first.csv');
    await writeLines(first, rows, () => false);
    const plain = url === null ? null : await plainly(url, first);
    await bring(`${rows} new`, central, first, pushing, idle, plain);
    if (nightly === 0) return;
    if (nightly > rows) {
      const rest = path.join(folder, 'rest.csv');
      await writeLines(rest, nightly, () => false);
      await bring(`${nightly}, ${rows} of them in`, central, rest, pushing, idle, null);
    }
    const night = path.join(folder, 'night.csv');
    await writeLines(night, nightly, (n) => n % 100 === 7);
    await bring(`${nightly}, 1 % changed`, central, night, pushing, idle, null);
    await bring(`${nightly}, none changed`, central, night, pushing, idle, null);
  } finally {
    await central.close();
  }
}

async function bring(
  what: string,
  central: CentralInMemory,
  file: string,
  pushing: Awaited<ReturnType<typeof pushes>> | null,
  idle: number,
  plain: { readonly copy: number; readonly inserts: number } | null,
): Promise<void> {
  const before = process.cpuUsage();
  const feedBefore = await feedRows(central);
  const begun = performance.now();
  let looked = 0;
  const imports = importsOverHttp(central.url);
  const work = async () => {
    const id = await imports.bring(file);
    const said = { source: 'erp', file: {}, columns: {}, codes: [] };
    await imports.look(id, said);
    looked = performance.now() - begun;
    const wish = { ...said, kind: 'order-lines', mode: 'goodRows', full: null } as const;
    let state = await imports.start(id, wish);
    while (state.phase !== 'done') {
      await wait(100);
      state = await imports.state(id);
    }
    await imports.forget(id);
    return state;
  };
  const doing = work();
  const p95 = await pushing?.during(doing);
  const done = await doing;
  const seconds = (performance.now() - begun) / 1000;
  if (done.refused || done.hasFailed) throw new Error(done.refused?.says ?? 'Central failed');
  const { user, system } = process.cpuUsage(before);
  const { created, updated, unchanged, refused, waiting } = done.counts;
  console.log(
    [
      what,
      `${seconds.toFixed(1)} s (looked at: ${(looked / 1000).toFixed(1)})`,
      `${((user + system) / 1e6).toFixed(1)} s of a processor here`,
      `${created} new, ${updated} changed, ${unchanged} same, ${refused + waiting} not in`,
      `${(await feedRows(central)) - feedBefore} feed rows`,
      ...(p95 === undefined
        ? []
        : [`push p95 ${p95.toFixed(0)} ms, ${(p95 / idle).toFixed(1)}x idle`]),
      ...(plain
        ? [
            `${(seconds / plain.copy).toFixed(0)}x COPY`,
            `${(seconds / plain.inserts).toFixed(1)}x inserts`,
          ]
        : []),
      `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`,
    ].join('\t'),
  );
}

/** Sends a return's work in, one push after the other, until something is over: the 95th percentile. */
async function pushes(central: CentralInMemory, keys: Keys) {
  const station = await aStation(central, keys);
  let next = 1;
  return {
    async during(work: Promise<unknown>): Promise<number> {
      const over = work.then(() => 'over' as const);
      const took: number[] = [];
      while ((await Promise.race([over, wait(50)])) !== 'over') {
        const facts = aReturn(next).inspected;
        next += 1;
        const begun = performance.now();
        await station.record(...facts.slice(0, 4));
        took.push(performance.now() - begun);
      }
      return took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? 0;
    },
  };
}

/** The same rows into a table of two columns: as PostgreSQL takes them, and as an application sends them. */
async function plainly(url: string, file: string) {
  const database = new Client({ connectionString: url });
  await database.connect();
  const psql = path.join(bin ?? '', 'psql');
  const columns =
    'client text, order_number text, line_number text, article text, ordered text, shipped text, unit text, currency text, price text, delivered text';
  await database.query(`create table plain (${columns})`);
  const began = performance.now();
  execFileSync(psql, [
    url,
    '-qc',
    `\\copy plain from '${file}' with (format csv, header, delimiter ';')`,
  ]);
  const copy = (performance.now() - began) / 1000;
  const { rows: all } = await database.query('select * from plain');
  await database.query('create table inserted (id text primary key, body jsonb not null)');
  const begun = performance.now();
  for (let from = 0; from < all.length; from += 500) {
    const some = all.slice(from, from + 500);
    await database.query('insert into inserted select * from unnest($1::text[], $2::jsonb[])', [
      some.map((_, n) => `${from + n}`),
      some.map((row: unknown) => JSON.stringify(row)),
    ]);
  }
  const inserts = (performance.now() - begun) / 1000;
  await database.query('drop table plain');
  await database.query('drop table inserted');
  await database.end();
  console.log(`COPY ${copy.toFixed(1)} s, inserts of 500 ${inserts.toFixed(1)} s`);
  return { copy, inserts };
}

async function put(
  central: CentralInMemory,
  kind: 'clients' | 'articles',
  records: readonly (readonly [id: string, body: object])[],
): Promise<void> {
  const commands = records.map(([id, body]) => ({
    kind,
    externalId: { source: 'erp', id },
    actor: 'Ada',
    reason: 'Set up',
    expectedVersion: null,
    action: 'put' as const,
    body,
  }));
  await applyOffice(central.database, commands, { mode: 'write', allOrNothing: true }, new Date());
}

async function writeLines(
  file: string,
  count: number,
  isChanged: (n: number) => boolean,
): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(
    'Kundennummer;Auftrag;Pos;Artikel;Bestellmenge;Liefermenge;Einheit;Währung;Einzelpreis;Lieferdatum\n',
  );
  for (let n = 0; n < count; n += 1) {
    const quantity = 1 + (n % 40) + (isChanged(n) ? 1000 : 0);
    const line = `K-1;A-2026-${Math.floor(n / 8)};${(n % 8) + 1};A-${n % articles};${quantity};${quantity};Stk;EUR;${n % 900},${String(n % 10_000).padStart(4, '0')};0${1 + (n % 9)}.11.2026\n`;
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

async function feedRows({ database }: CentralInMemory): Promise<number> {
  return await database.rows.$count(changes);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
