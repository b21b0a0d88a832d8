/** A throw-away PostgreSQL server on a loopback port, where PostgreSQL is installed. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

export type PostgresServer = {
  /** Everything of it lies there. */
  readonly folder: string;
  /** A new database in it, empty or a copy of one nobody is connected to; its address. */
  createDatabase(copyOf?: string): Promise<string>;
  /** The same database through the server's socket file, from where its port cannot be reached. */
  throughSocket(address: string): string;
  /** Gone without a word, and there again. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
};

const run = promisify(execFile);

/** Where `initdb` and `pg_ctl` are, or null with the reason printed: its tests are skipped then. */
export function findPostgres(): string | null {
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
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-postgres-'));
  const data = path.join(folder, 'data');
  const port = await freePort();
  const asPostgres = await userFor(folder);
  const pgCtl = (...args: readonly string[]) =>
    asPostgres(path.join(bin, 'pg_ctl'), ['-D', data, '-w', ...args]);
  const options = `-k ${folder} -c listen_addresses=127.0.0.1 -p ${port} -c max_connections=60`;
  const begin = () => pgCtl('-o', options, '-l', path.join(folder, 'log'), 'start');
  try {
    await asPostgres(path.join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'quayside', '-N']);
    await begin();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const address = (database: string) => `postgres://quayside@127.0.0.1:${port}/${database}`;
  let made = 0;
  return {
    folder,
    async createDatabase(copyOf) {
      made += 1;
      const name = `central_${made}`;
      const client = new Client({ connectionString: address('postgres') });
      await client.connect();
      const template = copyOf === undefined ? '' : ` template ${copyOf.split('/').at(-1)}`;
      await client.query(`create database ${name}${template}`);
      await client.end();
      return address(name);
    },
    throughSocket: (at) =>
      `postgres://quayside@/${at.split('/').at(-1)}?host=${encodeURIComponent(folder)}&port=${port}`,
    async halt() {
      await pgCtl('-m', 'immediate', 'stop');
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

/** PostgreSQL refuses to run as root; there it runs as its own user. */
async function userFor(folder: string) {
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
