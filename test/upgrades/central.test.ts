import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../central/database/openDatabase.ts';
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from '../builders/central/postgresServer.ts';
import {
  layPGliteWith,
  migratePostgresWith,
  migrationsUpTo,
  rowsOf,
  shippedMigrations,
} from './central/oldDatabases.ts';
import { allWell, servesAfter } from './central/servesAfter.ts';

const bin = findPostgres();
const tags = await shippedMigrations();
const last = tags.length;
const from = tags.map((tag, index) => [tag, index + 1] as const);
const ofTheFirstRelease = 6;
/** The first, that of 0.1.0, the latest three and every eighth between. From every schema: `central.long.ts`. */
const eachTime = from.filter(
  ([, count]) => count % 8 === 1 || count === ofTheFirstRelease || count > last - 3,
);

/** What a disk does with it is no matter here. */
const memoryOrTemp = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(memoryOrTemp, 'quayside-upgrade-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const upTo = (count: number) => migrationsUpTo(path.join(folder, `up-to-${count}`), count);
/** One folder per step from the schema of `count` migrations to this one. */
const stepsFrom = (count: number) =>
  Promise.all(Array.from({ length: last - count + 1 }, (_, step) => upTo(count + step)));

describe.skipIf(bin === null)('A PostgreSQL with a company in it', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
  });
  afterAll(() => server.stop());

  test.each(eachTime)('of %s goes on in one jump', async (_tag, count) => {
    const url = await server.createDatabase();
    await migratePostgresWith(url, [await upTo(count)], await rowsOf(count));
    expect(await servesAfter({ kind: 'postgres', url })).toEqual(allWell);
  });

  test.each(from.slice(0, 1))('of %s goes on step by step', async (_tag, count) => {
    const url = await server.createDatabase();
    await migratePostgresWith(url, await stepsFrom(count), await rowsOf(count));
    expect(await servesAfter({ kind: 'postgres', url })).toEqual(allWell);
  });

  test('is not changed before somebody says that a back-up was made', async () => {
    const url = await server.createDatabase();
    await migratePostgresWith(url, [await upTo(1)], await rowsOf(1));
    const asked = openDatabase({ kind: 'postgres', url, mayMigrate: false });
    await expect(asked).rejects.toThrow(
      new RegExp(`${tags.slice(1).join(', ')}[^]*pg_dump .*before-${tags[1]}[^]*--migrate`),
    );
    expect(await servesAfter({ kind: 'postgres', url, mayMigrate: true })).toEqual(allWell);
    await (await openDatabase({ kind: 'postgres', url, mayMigrate: false })).close();
  });

  test('that a newer central has changed is refused politely and left as it is', async () => {
    const url = await server.createDatabase();
    await migratePostgresWith(url, [await upTo(last + 1)], await rowsOf(last));
    await expect(openDatabase({ kind: 'postgres', url })).rejects.toThrow(
      /newer central.*Nothing was changed/,
    );
  });
});

describe('An embedded database with a company in it', () => {
  test('of the first schema is copied first and goes on in one jump', async () => {
    const data = path.join(folder, 'data');
    const place = path.join(data, 'database');
    await mkdir(data);
    await layPGliteWith(place, [await upTo(1)], await rowsOf(1));
    expect(await servesAfter({ kind: 'folder', folder: data })).toEqual(allWell);
    const copies = path.join(data, 'before-migrations');
    const [copy = '', ...more] = await readdir(copies);
    expect([copy, more]).toEqual([expect.stringContaining(tags[1] ?? ''), []]);
  }, 180_000);
});
