import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEpoch } from '../../../central/database/metaRows.ts';
import { openDatabase } from '../../../central/database/openDatabase.ts';
import { refundsOfCases } from '../../../central/refunds/refundRows.ts';
import { webhookPort } from '../../../central/refunds/webhookPort.ts';
import { startCentral } from '../../builders/central/centralInMemory.ts';
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from '../../builders/central/postgresServer.ts';
import { type Keys, moveInWithoutPins } from '../aCompany.ts';
import { aPaymentSystem } from '../aPaymentSystem.ts';
import { aReturn } from '../aReturn.ts';
import { aStation, connectStation, verdictsOf } from '../aStation.ts';

const bin = findPostgres();

describe.skipIf(bin === null)('when the database is in trouble', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
  }, 60_000);
  afterAll(() => server.stop());

  test('central says it is unavailable and when to come back, and goes on by itself', async () => {
    let keys: Keys = new Map();
    const central = await startCentral({
      place: { kind: 'postgres', url: await server.createCentralDatabase() },
      fill: async (tools, database) => {
        keys = await moveInWithoutPins(tools, database);
      },
    });
    const station = await aStation(central, keys);
    const commands = aReturn(1).inspected.map((fact) => station.seal(fact));
    const push = () =>
      station.call('POST', '/central/commands', { contractVersion: 1, epoch: null, commands });
    await server.halt();
    const refused = await push();
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await station.call('GET', '/central/health')).toMatchObject({
      status: 503,
      body: { status: 'degraded' },
    });
    await server.resume();
    await expect.poll(async () => (await push()).status, { timeout: 15_000 }).toBe(200);
    expect(verdictsOf(await station.push(commands))).toEqual(commands.map(() => 'duplicate'));
    await central.close();
  }, 60_000);

  test('a database that goes in the middle of a transaction ends that and not central', async () => {
    const opened = await openDatabase({
      kind: 'postgres',
      url: await server.createCentralDatabase(),
    });
    const uncaught: unknown[] = [];
    const note = (error: unknown) => void uncaught.push(error);
    process.on('uncaughtException', note);
    try {
      const halted = opened.write(async (rows) => {
        await rows.execute(sql`select 1`);
        await server.halt();
        // Nothing is asked while the line breaks: the loss has no query it could belong to.
        await new Promise((resolve) => setImmediate(resolve));
        await rows.execute(sql`select 2`);
      });
      await expect(halted).rejects.toThrow(/Failed query|terminated|not queryable|Connection/);
      expect(uncaught).toEqual([]);
      await server.resume();
      await opened.write((rows) => rows.execute(sql`select 3`));
    } finally {
      process.off('uncaughtException', note);
      await opened.close();
    }
  }, 60_000);

  test('a restored back-up asks for what came after it, and pays nobody a second time', async () => {
    const payments = await aPaymentSystem();
    const refundPort = webhookPort(payments.url, payments.secret);
    const at = (time: string) => new Date(`2026-11-20T${time}:00Z`);
    const url = await server.createCentralDatabase();
    const live = await startCentral({ place: { kind: 'postgres', url }, now: () => at('16:00') });
    const keys = await moveInWithoutPins(live.seed, live.database, 2);
    const station = await aStation(live, keys);
    const { inspected, approval } = aReturn(1);
    const sealed = [...inspected, approval].map((fact) => station.seal(fact));
    await station.push(sealed.slice(0, 3));
    const { cursor, epoch } = await station.pull();
    await live.close();
    const backup = await server.createDatabase(url);

    const again = await startCentral({
      place: { kind: 'postgres', url },
      refundPort,
      now: () => at('17:00'),
    });
    const later = connectStation(again.url, station.id, station.token, keys);
    expect(verdictsOf(await later.push(sealed.slice(3)))).toEqual(['applied', 'applied']);
    await again.refunds.idle();
    expect(payments.instructed).toEqual([approval.verdictId]);
    await again.close();

    const opened = await openDatabase({ kind: 'postgres', url: backup });
    await opened.write((rows) => startEpoch(rows, at('18:00')));
    await opened.close();
    const restored = await startCentral({
      place: { kind: 'postgres', url: backup },
      refundPort,
      now: () => at('18:01'),
    });
    const offering = connectStation(restored.url, station.id, station.token, keys);
    expect((await offering.pull(cursor)).epoch).not.toBe(epoch);
    const gap = await offering.push([sealed.at(-1)]);
    expect(gap).toMatchObject({ results: [], expectedSequence: 4 });
    expect(verdictsOf(await offering.push(sealed.slice(3)))).toEqual(['applied', 'applied']);
    await restored.refunds.idle();
    const refunds = await refundsOfCases(restored.database.rows, ['case-1']);
    expect(refunds.get('case-1')).toMatchObject([
      { state: 'acknowledged', startedAt: expect.any(String) as string },
    ]);
    expect(payments.lookUps).toBe(1);
    expect(payments.instructed).toEqual([approval.verdictId]);
    await restored.close();
    await payments.close();
  }, 60_000);
});
