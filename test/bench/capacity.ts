/**
 * What one central costs, for the arithmetic of central/CAPACITY.md: `npm run bench:capacity`.
 * Processor time is read from the processes themselves (central, and PostgreSQL's), so that a busy
 * machine makes it slower but not dearer. `--feed ROWS` measures a change feed of that many rows
 * instead, in one table and in one divided by site.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { z } from 'zod';
import { startCentral } from '../builders/central/centralInMemory.ts';
import { findPostgres, startPostgres } from '../builders/central/postgresServer.ts';
import { type Keys, moveInWithoutPins } from '../central/aCompany.ts';
import { aReturn } from '../central/aReturn.ts';
import { aStation, connectStation, type TestStation } from '../central/aStation.ts';

const { values: given } = parseArgs({
  options: { returns: { type: 'string', default: '1500' }, feed: { type: 'string' } },
});
const returns = Number(given.returns);
const stations = 20;
const Ready = z.object({ url: z.string() });

const bin = findPostgres();
if (bin === null) throw new Error('PostgreSQL is needed to measure what central costs on it');
const server = await startPostgres(bin);
try {
  await (given.feed === undefined ? measureCentral() : measureFeed(Number(given.feed)));
} finally {
  await server.stop();
}

async function measureCentral(): Promise<void> {
  const url = await server.createDatabase();
  const enrolled = await prepare(url);
  const central = await startProcess(url);
  const database = new Client({ connectionString: url });
  await database.connect();
  try {
    const at = enrolled.stations.map(({ id, token }) =>
      connectStation(central.url, id, token, enrolled.keys),
    );
    const half = returns / 2;
    const sealed = (from: number, to: number) =>
      at.map((station, s) =>
        range(from, to)
          .filter((n) => n % stations === s)
          .flatMap((n) => aReturn(n).inspected.map((fact) => station.seal(fact))),
      );
    // The first numbers of a process that has just started say little.
    await pushAll(at, sealed(1, 101), 40);
    const large = sealed(101, half);
    await costs('a command, 100 to a push', large.flat().length, central.pid, () =>
      pushAll(at, large, 100),
    );
    const small = sealed(half, returns);
    await costs('a command, 4 to a push', small.flat().length, central.pid, () =>
      pushAll(at, small, 4),
    );
    const [first] = at;
    if (!first) throw new Error('no station');
    const end = await endOfFeed(first);
    await costs('a question with nothing new', 4000, central.pid, () =>
      inParallel(at, 4000 / stations, (station) => station.pull(end)),
    );
    let changes = 0;
    const pages = async () => {
      for (const station of at.slice(0, 5)) changes += (await station.pullAll()).length;
    };
    const before = await cpuOf(central.pid);
    await pages();
    const after = await cpuOf(central.pid);
    say('a change in a catch-up', changes, before, after);
    await sizes(database);
  } finally {
    await database.end();
    await central.stop();
  }
}

/** Fills the database through central itself, then leaves it to the process under test. */
async function prepare(
  url: string,
): Promise<{ readonly keys: Keys; readonly stations: readonly TestStation[] }> {
  let keys: Keys = new Map();
  const central = await startCentral({
    place: { kind: 'postgres', url },
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database, returns + 1);
    },
  });
  const enrolled: TestStation[] = [];
  for (let n = 0; n < stations; n += 1) enrolled.push(await aStation(central, keys));
  await central.close();
  return { keys, stations: enrolled };
}

async function startProcess(databaseUrl: string) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-capacity-'));
  const ready = path.join(folder, 'ready.json');
  const start = path.join(import.meta.dirname, '../../central/start.ts');
  const child: ChildProcess = spawn(
    process.execPath,
    [start, '--port', '0', '--data', folder, '--ready-file', ready],
    { env: { ...process.env, DATABASE_URL: databaseUrl, QUAYSIDE_LOG_LEVEL: 'error' } },
  );
  const { url } = await readyFrom(child);
  const { pid } = child;
  if (pid === undefined) throw new Error('central did not start');
  return {
    url,
    pid,
    async stop() {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function readyFrom(child: ChildProcess): Promise<{ readonly url: string }> {
  let said = '';
  for await (const part of child.stdout ?? []) {
    said += String(part);
    if (said.includes('\n')) return Ready.parse(JSON.parse(said));
  }
  throw new Error('central ended before it was ready');
}

async function pushAll(
  at: readonly TestStation[],
  commands: readonly (readonly unknown[])[],
  together: number,
): Promise<void> {
  await Promise.all(
    at.map(async (station, s) => {
      const own = commands[s] ?? [];
      for (let from = 0; from < own.length; from += together) {
        const { results } = await station.push(own.slice(from, from + together));
        const other = results.find(({ kind }) => kind !== 'applied');
        if (other) throw new Error(`not applied: ${JSON.stringify(other)}`);
      }
    }),
  );
}

async function inParallel(
  at: readonly TestStation[],
  times: number,
  work: (station: TestStation) => Promise<unknown>,
): Promise<void> {
  await Promise.all(
    at.map(async (station) => {
      for (let n = 0; n < times; n += 1) await work(station);
    }),
  );
}

async function endOfFeed(station: TestStation): Promise<string> {
  let page = await station.pull();
  while (page.more) page = await station.pull(page.cursor);
  return page.cursor;
}

async function costs(
  what: string,
  times: number,
  pid: number,
  work: () => Promise<unknown>,
): Promise<void> {
  const before = await cpuOf(pid);
  await work();
  say(what, times, before, await cpuOf(pid));
}

type Cpu = { readonly central: number; readonly postgres: number; readonly at: number };

function say(what: string, times: number, before: Cpu, after: Cpu): void {
  const each = (name: 'central' | 'postgres') =>
    ((after[name] - before[name]) / times).toFixed(3).padStart(8);
  const perSecond = Math.round((times / (after.at - before.at)) * 1000);
  console.log(
    `${what.padEnd(30)} central ${each('central')} ms, PostgreSQL ${each('postgres')} ms of processor; ${perSecond} a second here`,
  );
}

/** Milliseconds of processor time: central's own, and that of PostgreSQL's processes together. */
async function cpuOf(central: number): Promise<Cpu> {
  const own = await statOf(central);
  let postgres = 0;
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await statOf(Number(entry)).catch(() => null);
    if (stat?.name === 'postgres') postgres += stat.ms;
  }
  return { central: own.ms, postgres, at: performance.now() };
}

/** A tick of /proc is 10 ms. */
async function statOf(pid: number): Promise<{ readonly name: string; readonly ms: number }> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8');
  const name = line.slice(line.indexOf('(') + 1, line.lastIndexOf(')'));
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return { name, ms: (Number(fields[11]) + Number(fields[12])) * 10 };
}

async function sizes(database: Client): Promise<void> {
  for (const table of ['facts', 'commands', 'changes']) {
    const { rows } = await database.query(
      `select count(*)::int as n, pg_total_relation_size('${table}')::bigint as bytes from ${table}`,
    );
    const { n, bytes } = z.object({ n: z.number(), bytes: z.coerce.number() }).parse(rows[0]);
    console.log(`${table.padEnd(30)} ${Math.round(bytes / n)} bytes a row with its indexes`);
  }
}

/** The feed's own statements at size, in one table and in 64 parts by site. */
async function measureFeed(rows: number): Promise<void> {
  const sites = 10_000;
  const client = new Client({ connectionString: await server.createDatabase() });
  await client.connect();
  await client.query('create sequence change_sequence');
  const columns = `site_id text not null, collection text not null, id text not null,
    gone boolean not null default false, xid xid8 not null default pg_current_xact_id(),
    sequence bigint not null default nextval('change_sequence'),
    primary key (site_id, collection, id)`;
  await client.query(`create table whole (${columns})`);
  await client.query(`create table divided (${columns}) partition by hash (site_id)`);
  for (let n = 0; n < 64; n += 1)
    await client.query(
      `create table divided_${n} partition of divided for values with (modulus 64, remainder ${n})`,
    );
  for (const table of ['whole', 'divided']) {
    await client.query(`create index on ${table} (site_id, xid, sequence)`);
    const began = performance.now();
    await client.query(
      `insert into ${table} (site_id, collection, id)
       select 'site-' || (n % ${sites}), 'facts', 'fact-' || n from generate_series(1, ${rows}) as n`,
    );
    const filled = performance.now() - began;
    await client.query(`vacuum analyze ${table}`);
    const pull = await median(400, (n) =>
      client.query(
        `select xid::text, sequence, collection, id, gone from ${table}
         where site_id = $1 and (xid, sequence) > ('0'::xid8, 0::bigint)
           and xid < pg_snapshot_xmin(pg_current_snapshot())
         order by xid, sequence limit 1000`,
        [`site-${(n * 7919) % sites}`],
      ),
    );
    const append = await median(400, (n) =>
      client.query(
        `insert into ${table} (site_id, collection, id) values ($1, 'cases', $2)
         on conflict (site_id, collection, id) do update
         set xid = pg_current_xact_id(), sequence = nextval('change_sequence')`,
        [`site-${(n * 104_729) % sites}`, `case-${n % 40}`],
      ),
    );
    console.log(
      `feed of ${rows} rows, ${table.padEnd(8)} filled in ${(filled / 1000).toFixed(0)} s, pull ${pull.toFixed(2)} ms, append ${append.toFixed(2)} ms (medians)`,
    );
  }
  await client.end();
}

async function median(times: number, work: (n: number) => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await work(n);
    took.push(performance.now() - began);
  }
  return took.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

function range(from: number, to: number): readonly number[] {
  return Array.from(
    { length: Math.max(0, Math.floor(to) - Math.floor(from)) },
    (_, n) => Math.floor(from) + n,
  );
}
