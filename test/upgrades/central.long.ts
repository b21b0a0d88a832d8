import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findPostgres, startPostgres } from '../builders/central/postgresServer.ts';
import { noteFigures } from '../faults/figures.ts';
import {
  dumpOfPGliteWith,
  migratePostgresWith,
  migrationsUpTo,
  rowsOf,
  shippedMigrations,
} from './central/oldDatabases.ts';
import { allWell, servesAfter } from './central/servesAfter.ts';

test('an embedded database of every schema ever shipped goes on, in one jump and step by step', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-upgrade-'));
  const upTo = (count: number) => migrationsUpTo(path.join(folder, `up-to-${count}`), count);
  const shipped = await shippedMigrations();
  let ways = 0;
  try {
    for (let count = 1; count <= shipped.length; count += 1) {
      const later = Array.from({ length: shipped.length - count }, (_, step) => count + 1 + step);
      for (const steps of [[count], [count, ...later]]) {
        const folders = await Promise.all(steps.map(upTo));
        const from = await dumpOfPGliteWith(folders, await rowsOf(count));
        expect(await servesAfter({ kind: 'memory', from })).toEqual(allWell);
        ways += 1;
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await noteFigures(12, 'SQL migrations on PGlite', {
    'schemas shipped': shipped.length,
    'ways up': ways,
    'went on': ways,
  });
});

const bin = findPostgres();

test.skipIf(bin === null)(
  'a PostgreSQL of every schema ever shipped goes on, in one jump and step by step',
  async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-upgrade-'));
    const upTo = (count: number) => migrationsUpTo(path.join(folder, `up-to-${count}`), count);
    const last = (await shippedMigrations()).length;
    const server = await startPostgres(bin ?? '');
    try {
      for (let count = 1; count <= last; count += 1) {
        const later = Array.from({ length: last - count }, (_, step) => count + 1 + step);
        for (const steps of [[count], [count, ...later]]) {
          const url = await server.createDatabase();
          await migratePostgresWith(url, await Promise.all(steps.map(upTo)), await rowsOf(count));
          expect(await servesAfter({ kind: 'postgres', url })).toEqual(allWell);
        }
      }
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
    await noteFigures(12, 'SQL migrations on PostgreSQL', { 'schemas shipped': last });
  },
);
