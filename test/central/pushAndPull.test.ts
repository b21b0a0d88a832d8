import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CentralInMemory, startCentral } from '../builders/centralInMemory.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../builders/postgresServer.ts';
import { type Keys, moveIn } from './aCompany.ts';
import { aReturn } from './aReturn.ts';
import { aStation, verdictsOf } from './aStation.ts';

const bin = findPostgres();
const databases = bin === null ? (['PGlite'] as const) : (['PGlite', 'PostgreSQL'] as const);

describe.each(databases)('a return on %s', (kind) => {
  let server: PostgresServer | undefined;
  let central: CentralInMemory;
  let keys: Keys;

  beforeAll(async () => {
    server = kind === 'PostgreSQL' && bin !== null ? await startPostgres(bin) : undefined;
    central = await startCentral({
      ...(server ? { place: { kind: 'postgres', url: await server.createDatabase() } } : {}),
      fill: async (tools) => {
        keys = await moveIn(tools, 20);
      },
    });
  });
  afterAll(async () => {
    await central.close();
    await server?.stop();
  });

  test('goes from the door to one refund, and every station of the site hears of it', async () => {
    const station = await aStation(central, keys);
    const { inspected, approval } = aReturn(1);
    expect(verdictsOf(await station.record(...inspected, approval))).toEqual([
      'applied',
      'applied',
      'applied',
      'applied',
      'applied',
    ]);
    await central.refunds.idle();
    const changes = await (await aStation(central, keys)).pullAll();
    const refunds = changes.filter((change) => change.collection === 'refunds');
    expect(refunds).toMatchObject([
      {
        body: {
          id: 'verdict-1',
          amount: 125_000,
          currency: 'USD',
          state: 'instructed',
          dueOn: '2026-11-27',
          creditNote: 'CN-RMA-1001-1',
        },
      },
    ]);
  });
});
