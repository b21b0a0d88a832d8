import { expect, test } from 'vitest';
import { openDatabase } from '../../../central/database/openDatabase.ts';
import { findPostgres, startPostgres } from '../../builders/central/postgresServer.ts';
import {
  readNaively,
  readOn,
  readOurs,
  writeChanges,
} from '../../central/feed/feedUnderWriters.ts';
import { noteFigures, rounds } from '../figures.ts';

const bin = findPostgres();
const writers = 8;
const rowsEach = 5;
const transactions = Math.ceil(rounds(100_000) / (writers * rowsEach));
const all = writers * rowsEach * transactions;

test.skipIf(bin === null)(
  `eight writers and ${all} rows: the feed misses none, a cursor on the sequence misses some`,
  async () => {
    const server = await startPostgres(bin ?? '');
    const database = await openDatabase({ kind: 'postgres', url: await server.createDatabase() });
    try {
      const began = performance.now();
      const state = { done: false };
      const settled = Promise.all(
        Array.from({ length: writers }, (_, n) =>
          writeChanges(database, n, transactions, rowsEach),
        ),
      ).finally(() => {
        state.done = true;
      });
      const [ours, naive] = await Promise.all([
        readOn(state, (seen) => readOurs(database, seen)),
        readOn(state, (seen) => readNaively(database, seen)),
        settled,
      ]);
      await noteFigures(11, 'commit order, 8 writers', {
        rows: all,
        missed: all - ours.size,
        'missed by a cursor on the sequence': all - naive.size,
        seconds: Math.round((performance.now() - began) / 1000),
      });
      expect(ours.size).toBe(all);
      expect(naive.size).toBeLessThan(all);
    } finally {
      await database.close();
      await server.stop();
    }
  },
);
