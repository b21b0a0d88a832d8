/** A back-up put in service as central/OPERATING.md says, with PostgreSQL's own tools. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startEpoch } from '../../../central/database/metaRows.ts';
import { refundRegister } from '../../../central/refunds/refundRows.ts';
import { webhookPort } from '../../../central/refunds/webhookPort.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { startCentral } from '../../builders/central/centralInMemory.ts';
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from '../../builders/central/postgresServer.ts';
import { until } from '../../builders/station/until.ts';
import { moveIn } from '../../central/aCompany.ts';
import { aPaymentSystem } from '../../central/aPaymentSystem.ts';
import { aStation, now } from '../../journeys/aCentral.ts';
import { approve, inspect } from '../../journeys/aReturnAtWork.ts';
import { faultProxy } from '../line/faultProxy.ts';

const bin = findPostgres();
const run = promisify(execFile);

describe.skipIf(bin === null)('A back-up from before the last hours', () => {
  let server: PostgresServer;
  let folder: string;
  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
    folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-restore-'));
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('gets back what came after it, photos it has lost, and pays nobody a second time', async () => {
    const payments = await aPaymentSystem();
    const refundPort = webhookPort(payments.url, payments.secret);
    const url = await server.createCentralDatabase();
    const at = () => new Date(now());
    const lost = await startCentral({
      place: { kind: 'postgres', url },
      refundPort,
      now: at,
      fill: async (tools) => {
        await moveIn(tools, 3);
      },
    });
    const proxy = await faultProxy(lost.url);
    const station = await aStation({ ...lost, url: proxy.url });
    const early = await inspect(station, caseId('case-1'));
    await station.quiet();

    const dump = path.join(folder, 'central.dump');
    await run(path.join(bin ?? '', 'pg_dump'), ['--format=custom', `--file=${dump}`, url]);
    accepted(await approve(await station.signIn('SARA01'), early));
    const late = await inspect(station, caseId('case-2'));
    accepted(await approve(await station.signIn('SARA01'), late));
    await station.quiet();
    await lost.refunds.idle();
    const paid = [early, late].map(({ inspection }) => inspection.verdictId).toSorted();
    expect(payments.instructed.toSorted()).toEqual(paid);
    await lost.close();

    const backup = await server.createDatabase();
    await run(path.join(bin ?? '', 'pg_restore'), ['--no-owner', `--dbname=${backup}`, dump]);
    // Its photo folder is empty: the copy of the photos failed.
    const restored = await startCentral({
      place: { kind: 'postgres', url: backup },
      refundPort,
      now: at,
      fill: async (_tools, database) => {
        await database.write((rows) => startEpoch(rows, at()));
      },
    });
    onTestFinished(async () => {
      await restored.close();
      await proxy.close();
      await payments.close();
    });
    proxy.target = restored.url;
    station.sync.nudge();
    await until('both refunds are known again', async () => {
      const register = await refundRegister(restored.database.rows, 9);
      return register.filter(({ state }) => state === 'acknowledged').length === 2;
    });
    await station.quiet();
    expect(payments.instructed.toSorted()).toEqual(paid);
    expect(payments.lookUps).toBe(2);
    for (const { photo } of [early, late]) {
      const found = await restored.photos.read(photo.sha256);
      found?.stream.destroy();
      expect(found?.bytes).toBe(600_000);
    }
    expect(await station.db.refused.count()).toBe(0);
  }, 180_000);
});
