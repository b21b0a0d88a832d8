import { expect, test } from 'vitest';
import { startCentral } from '../builders/centralInMemory.ts';
import { findPostgres, startPostgres } from '../builders/postgresServer.ts';
import { noteFigures, rounds } from '../faults/figures.ts';
import { playInMemory } from './moneyModel/inMemory.ts';
import { playMany } from './moneyModel/inRounds.ts';
import { moveModelIn } from './moneyModel/onDatabase.ts';

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

test('six writers on PostgreSQL keep the books of five hundred histories true', async () => {
  const bin = findPostgres();
  if (bin === null) return;
  const server = await startPostgres(bin);
  const central = await startCentral({
    place: { kind: 'postgres', url: await server.createDatabase() },
  });
  try {
    const keys = await moveModelIn(central);
    const count = Math.ceil(rounds(10_000) / 20);
    const books = await playMany(central, keys, { from: 5_000, count, atOnce: 3, steps: 40 });
    expect(books).toMatchObject({ wrong: [], quarantined: 0 });
    const { granted, refunds } = books;
    await noteFigures(17, 'money on PostgreSQL', {
      histories: count,
      writers: 6,
      granted,
      refunds,
    });
  } finally {
    await central.close();
    await server.stop();
  }
});
