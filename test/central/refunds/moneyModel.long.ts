import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { findPostgres, startPostgres } from '../../builders/central/postgresServer.ts';
import { noteFigures, rounds } from '../../faults/figures.ts';
import { playInMemory } from './moneyModel/inMemory.ts';
import type { Books } from './moneyModel/onDatabase.ts';

test('ten thousand histories of two to four returns never grant more than the goods', async () => {
  const histories = rounds(10_000);
  const told = {
    granted: 0,
    refunds: 0,
    byTwo: 0,
    exchanged: 0,
    beyond: 0,
    serialsAgain: 0,
    refused: 0,
  };
  for (let seed = 1_000; seed < 1_000 + histories; seed += 1) {
    const tale = playInMemory(seed, 60);
    expect(tale.wrong, `seed ${seed}`).toEqual([]);
    told.granted += tale.granted;
    told.refunds += tale.refunds;
    told.byTwo += tale.byTwo;
    told.exchanged += tale.exchanged;
    told.beyond += tale.beyond;
    told.serialsAgain += tale.serialsAgain;
    told.refused += tale.refusals.length;
  }
  await noteFigures(17, 'money in memory', { histories, ...told });
});

/** Histories on each of the two databases: an hour here. `QUAYSIDE_ROUNDS` says fewer. */
const onEachDatabase = rounds(10_000);

test('writers at the same moment keep the books true on PGlite', async () => {
  const books = await playInSlices('PGlite', 50_000, async () => 'pglite');
  expect(books).toMatchObject({ wrong: [], quarantined: 0 });
});

test('writers at the same moment keep the books true on PostgreSQL', async () => {
  const bin = findPostgres();
  if (bin === null) return;
  const server = await startPostgres(bin);
  try {
    const books = await playInSlices('PostgreSQL', 5_000, () => server.createDatabase());
    expect(books).toMatchObject({ wrong: [], quarantined: 0 });
  } finally {
    await server.stop();
  }
});

/** A process and a central for each processor, three histories at once in each, two stations in each of those. */
async function playInSlices(
  kind: string,
  firstSeed: number,
  place: () => Promise<string>,
): Promise<Books> {
  const slices = availableParallelism();
  const count = Math.ceil(onEachDatabase / slices);
  const books = await Promise.all(
    Array.from({ length: slices }, async (_, slice) =>
      playSlice(await place(), firstSeed + slice * count, count),
    ),
  );
  const sum = (of: (one: Books) => number) => books.reduce((total, one) => total + of(one), 0);
  const all = {
    wrong: books.flatMap(({ wrong }) => wrong),
    quarantined: sum((one) => one.quarantined),
    granted: sum((one) => one.granted),
    refunds: sum((one) => one.refunds),
  };
  await noteFigures(17, `money on ${kind}`, {
    histories: slices * count,
    writers: slices * 6,
    wrong: all.wrong.length,
    granted: all.granted,
    refunds: all.refunds,
  });
  return all;
}

async function playSlice(place: string, from: number, count: number): Promise<Books> {
  const program = path.join(import.meta.dirname, 'moneyModel/playSlice.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, place, String(from), String(count)],
    { maxBuffer: 64_000_000 },
  );
  return JSON.parse(stdout) as Books;
}
