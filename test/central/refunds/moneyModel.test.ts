import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from '../../builders/central/postgresServer.ts';
import type { Keys } from '../aCompany.ts';
import { databasesAsked } from '../onEachDatabase.ts';
import { playInMemory, type Tale } from './moneyModel/inMemory.ts';
import { playMany } from './moneyModel/inRounds.ts';
import { moveModelIn } from './moneyModel/onDatabase.ts';

/** A share of the ten thousand of `moneyModel.long.ts`. */
const histories = 50;

test('no history of counts, disputes and decisions grants more than the goods, pays anything twice or lacks a signature', () => {
  const tales: Tale[] = [];
  for (let seed = 1; seed <= histories; seed += 1) {
    const tale = playInMemory(seed, 60);
    expect(tale.wrong, `seed ${seed}`).toEqual([]);
    tales.push(tale);
  }
  const sum = (of: (tale: Tale) => number) => tales.reduce((total, tale) => total + of(tale), 0);
  // A model that never gets anywhere proves nothing.
  expect(sum((t) => t.granted)).toBeGreaterThan(histories);
  expect(sum((t) => t.refunds)).toBeGreaterThan(histories / 2);
  expect(sum((t) => t.byTwo)).toBeGreaterThan(histories / 10);
  expect(sum((t) => t.exchanged)).toBeGreaterThan(histories / 20);
  expect(sum((t) => t.beyond)).toBeGreaterThan(0);
  expect(sum((t) => t.serialsAgain)).toBeGreaterThan(histories / 10);
});

test.each([7621, 9975])(
  'of goods counted again as none nothing granted still stands (history %i)',
  (seed) => {
    expect(playInMemory(seed, 60).wrong).toEqual([]);
  },
);

const bin = findPostgres();
describe.each(databasesAsked)('on %s', (kind) => {
  let server: PostgresServer | null = null;
  let central: CentralInMemory;
  let keys: Keys;
  beforeAll(async () => {
    server = kind === 'PostgreSQL' && bin !== null ? await startPostgres(bin) : null;
    central = await startCentral(
      server ? { place: { kind: 'postgres', url: await server.createCentralDatabase() } } : {},
    );
    keys = await moveModelIn(central);
  });
  afterAll(async () => {
    await central.close();
    await server?.stop();
  });

  test('writers at the same moment keep the books true, and nothing is put aside', async () => {
    const books = await playMany(central, keys, {
      from: 1,
      count: 8,
      atOnce: 4,
      together: 4,
      steps: 40,
    });
    expect(books).toMatchObject({ wrong: [], quarantined: 0 });
    expect(books.granted).toBeGreaterThan(5);
    expect(books.refunds).toBeGreaterThan(2);
  });
});
