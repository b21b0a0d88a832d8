/** A throw-away PostgreSQL server on a loopback port, where PostgreSQL is installed. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { cache, migrations, schemaHash } from './emptyDatabase.ts';

export type PostgresServer = {
  /** Everything of it lies there. */
  readonly folder: string;
  /** A new database in it, empty or a copy of one nobody is connected to; its address. */
  createDatabase(copyOf?: string, called?: string): Promise<string>;
  /** A new one in which central's tables are made: to migrate each takes as long as a short test. */
  createCentralDatabase(): Promise<string>;
  /** The same database through the server's socket file, from where its port cannot be reached. */
  throughSocket(address: string): string;
  /** Gone without a word, unless it may finish what it has begun to write; and there again. */
  halt(how?: 'immediate' | 'fast'): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
};

type AsPostgres = (command: string, args: readonly string[]) => Promise<unknown>;

const run = promisify(execFile);
/** In every server, for copies. */
const migrated = 'central_migrated';

/** Where `initdb` and `pg_ctl` are, or null with the reason printed: its tests are skipped then. */
export function findPostgres(): string | null {
  // Mutants are judged on one database.
  if (process.env['QUAYSIDE_ONLY_PGLITE'] !== undefined) return null;
  const versions = '/usr/lib/postgresql';
  const found = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(versions, version, 'bin'))
        .find((folder) => existsSync(path.join(folder, 'pg_ctl')))
    : undefined;
  if (!found)
    process.stderr.write(
      'Skipped: PostgreSQL is not installed (Debian: apt-get install postgresql), so only PGlite is tested.\n',
    );
  return found ?? null;
}

export async function startPostgres(bin: string): Promise<PostgresServer> {
  const server = await aServer(bin, (data) => copyCluster(bin, data));
  return { ...server, createCentralDatabase: () => server.createDatabase(migrated) };
}

/** On a cluster that is laid for it. */
async function aServer(
  bin: string,
  lay: (data: string, asPostgres: AsPostgres) => Promise<unknown>,
): Promise<Omit<PostgresServer, 'createCentralDatabase'>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-postgres-'));
  const data = path.join(folder, 'data');
  const port = await freePort();
  const asPostgres = await userFor(folder);
  const pgCtl = (...args: readonly string[]) =>
    asPostgres(path.join(bin, 'pg_ctl'), ['-D', data, '-w', ...args]);
  // A server that is killed keeps what it wrote; only a power cut would take it, and none comes here.
  const settings = ['listen_addresses=127.0.0.1', 'max_connections=60', 'fsync=off'];
  const options = `-k ${folder} -p ${port} ${settings.map((one) => `-c ${one}`).join(' ')}`;
  const begin = () => pgCtl('-o', options, '-l', path.join(folder, 'log'), 'start');
  try {
    await lay(data, asPostgres);
    await begin();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const address = (database: string) => `postgres://quayside@127.0.0.1:${port}/${database}`;
  let made = 0;
  return {
    folder,
    async createDatabase(copyOf = '', called = '') {
      made += 1;
      const name = called || `central_${made}`;
      const client = new Client({ connectionString: address('postgres') });
      await client.connect();
      const template = copyOf === '' ? '' : ` template ${copyOf.split('/').at(-1)}`;
      await client.query(`create database ${name}${template}`);
      await client.end();
      return address(name);
    },
    throughSocket: (at) =>
      `postgres://quayside@/${at.split('/').at(-1)}?host=${encodeURIComponent(folder)}&port=${port}`,
    async halt(how = 'immediate') {
      await pgCtl('-m', how, 'stop');
    },
    async resume() {
      await begin();
    },
    async stop() {
      await pgCtl('-m', 'immediate', 'stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Making one takes longer than most tests on it: it is made once on a machine, and then copied. */
async function copyCluster(bin: string, data: string): Promise<void> {
  const version = path.basename(path.dirname(bin));
  const user = process.getuid?.() ?? 0;
  const kept = path.join(cache, `postgres-${version}-${user}-${await schemaHash()}`);
  if (!existsSync(kept)) await makeCluster(bin, kept);
  await copyWithOwners(kept, data);
}

async function makeCluster(bin: string, kept: string): Promise<void> {
  const server = await aServer(bin, (data, asPostgres) =>
    asPostgres(path.join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'quayside', '-N']),
  );
  const fresh = `${kept}.${process.pid}.${randomUUID()}`;
  try {
    const client = new Client({ connectionString: await server.createDatabase('', migrated) });
    await client.connect();
    await migrate(drizzle(client), { migrationsFolder: migrations });
    await client.end();
    // Copied as it lies on the disk, so it has to be whole there.
    await server.halt('fast');
    await mkdir(cache, { recursive: true });
    await copyWithOwners(path.join(server.folder, 'data'), fresh);
  } finally {
    await rm(server.folder, { recursive: true, force: true });
  }
  // Somebody else may have been quicker with the same.
  await rename(fresh, kept).catch(() => rm(fresh, { recursive: true, force: true }));
}

async function copyWithOwners(from: string, to: string): Promise<void> {
  await run('cp', ['-a', from, to]);
}

/** PostgreSQL refuses to run as root; there it runs as its own user. */
async function userFor(folder: string): Promise<AsPostgres> {
  if (process.getuid?.() !== 0)
    return (command: string, args: readonly string[]) => run(command, [...args], { cwd: folder });
  const { stdout: uid } = await run('id', ['-u', 'postgres']);
  const { stdout: gid } = await run('id', ['-g', 'postgres']);
  await chown(folder, Number(uid), Number(gid));
  return (command: string, args: readonly string[]) =>
    run('runuser', ['-u', 'postgres', '--', command, ...args], { cwd: folder });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}
