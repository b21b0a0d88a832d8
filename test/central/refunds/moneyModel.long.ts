import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { findPostgres, startPostgres } from '../../builders/central/postgresServer.ts';
import { noteFigures, rounds } from '../../faults/figures.ts';
import { playInMemory } from './moneyModel/inMemory.ts';
import type { Books } from './moneyModel/readBooks.ts';

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

/** On each of the two databases, in slices. `QUAYSIDE_ROUNDS` says fewer. */
const onEachDatabase = rounds(10_000);
const slice = 500;

test('writers at the same moment keep the books true on PGlite', async () => {
  const books = await playInSlices('PGlite', 50_000, async () => 'pglite');
  expect(books).toMatchObject({ wrong: [], quarantined: 0, histories: onEachDatabase });
});

test('writers at the same moment keep the books true on PostgreSQL', async () => {
  const bin = findPostgres();
  if (bin === null) return;
  const server = await startPostgres(bin);
  try {
    const books = await playInSlices('PostgreSQL', 5_000, () => server.createDatabase());
    expect(books).toMatchObject({ wrong: [], quarantined: 0, histories: onEachDatabase });
  } finally {
    await server.stop();
  }
});

/**
 * A process for each processor, each slice a central of its own there: what is in memory stays small.
 * In each, three pairs of stations at once. Stops at the first slice that goes wrong.
 */
async function playInSlices(kind: string, firstSeed: number, place: () => Promise<string>) {
  const processes = availableParallelism();
  const all = { histories: 0, wrong: [] as string[], quarantined: 0, granted: 0, refunds: 0 };
  const left = slicesFrom(firstSeed);
  await Promise.all(
    Array.from({ length: processes }, async () => {
      for (let next = left.shift(); next && all.wrong.length === 0; next = left.shift()) {
        const books = await playSlice(await place(), next.from, next.count);
        all.histories += next.count;
        all.wrong.push(...books.wrong);
        all.quarantined += books.quarantined;
        all.granted += books.granted;
        all.refunds += books.refunds;
        const figures = { ...all, writers: processes * 6, wrong: all.wrong.length };
        await noteFigures(17, `money on ${kind}`, figures);
        process.stdout.write(`${new Date().toISOString()} ${kind} ${JSON.stringify(all)}\n`);
      }
    }),
  );
  return all;
}

function slicesFrom(firstSeed: number): { readonly from: number; readonly count: number }[] {
  return Array.from({ length: Math.ceil(onEachDatabase / slice) }, (_, index) => ({
    from: firstSeed + index * slice,
    count: Math.min(slice, onEachDatabase - index * slice),
  }));
}

async function playSlice(place: string, from: number, count: number): Promise<Books> {
  const program = path.join(import.meta.dirname, 'moneyModel/playSlice.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--max-semi-space-size=64', program, place, String(from), String(count)],
    { maxBuffer: 64_000_000 },
  );
  return JSON.parse(stdout) as Books;
}
