import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from '../../builders/central/postgresServer.ts';
import { mostAccepted, sendPhotos } from './photosOverTrouble.ts';

const bin = findPostgres();

describe.skipIf(bin === null)('Photos on a bad line', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
  });
  afterAll(() => server.stop());

  test('arrive whole though pieces are cut, central is killed and the station restarts, and what central has is not sent again', async () => {
    const sent = await sendPhotos(await server.createCentralDatabase(), 4, 2);
    expect(sent).toMatchObject({ whole: 4, kills: 1, restarts: 1 });
    expect(sent.cuts).toBeGreaterThan(0);
    expect(sent.bytesAccepted).toBeLessThanOrEqual(mostAccepted(sent));
  }, 180_000);
});
