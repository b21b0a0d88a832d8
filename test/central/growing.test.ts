import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readEpoch } from '../../central/database/metaRows.ts';
import { openDatabase } from '../../central/database/openDatabase.ts';
import { changes } from '../../central/database/schema.ts';
import { takeFolder } from '../../central/database/takeFolder.ts';
import { readChanges } from '../../central/feed/changeRows.ts';
import { refundsOfCases } from '../../central/refunds/refundRows.ts';
import { personId } from '../builders/cases/ids.ts';
import { type CentralInMemory, startCentral } from '../builders/central/centralInMemory.ts';
import { layEmptyDatabase } from '../builders/central/emptyDatabase.ts';
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from '../builders/central/postgresServer.ts';
import { type Keys, moveInWithoutPins } from './aCompany.ts';
import { aReturn } from './aReturn.ts';
import { aStation, verdictsOf } from './aStation.ts';

const bin = findPostgres();

describe.skipIf(bin === null)('two centrals on one PostgreSQL', () => {
  let server: PostgresServer;
  let one: CentralInMemory;
  let two: CentralInMemory;
  let keys: Keys;
  const cases = 12;

  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
    const place = { kind: 'postgres', url: await server.createDatabase() } as const;
    // Both at once: one migrates, the other waits.
    [one, two] = await Promise.all([startCentral({ place }), startCentral({ place })]);
    keys = await moveInWithoutPins(one.seed, one.database, cases);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([one.close(), two.close()]);
    await server.stop();
  });

  test('start together and serve the same stations', async () => {
    const enrolledAtOne = await aStation(one, keys);
    const answer = await fetch(`${two.url}/central/changes`, {
      headers: { authorization: `Bearer ${enrolledAtOne.token}` },
    });
    expect(answer.status).toBe(200);
  });

  test('approve a return at the same moment and still refund it once', async () => {
    const bench = await aStation(one, keys);
    const numbers = Array.from({ length: cases }, (_, index) => index + 1);
    for (const number of numbers) await bench.record(...aReturn(number).inspected);
    const [left, right] = await Promise.all([aStation(one, keys), aStation(two, keys)]);
    const by = (person: string, number: number) => {
      const { approval } = aReturn(number);
      return { ...approval, id: `${approval.id}-${person}` as never, personId: personId(person) };
    };
    const [saras, olgas] = await Promise.all([
      left.record(...numbers.map((number) => by('sara', number))),
      // In the other order, which would deadlock if cases were not locked in one order.
      right.record(...numbers.toReversed().map((number) => by('olga', number))),
    ]);
    expect([...verdictsOf(saras), ...verdictsOf(olgas)].toSorted()).toEqual([
      ...numbers.map(() => 'applied'),
      ...numbers.map(() => 'refused alreadyDecided'),
    ]);
    await Promise.all([one.refunds.idle(), two.refunds.idle()]);
    const refunds = await refundsOfCases(
      one.database.rows,
      numbers.map((number) => `case-${number}`),
    );
    expect([...refunds.values()].map((list) => list.map((r) => r.state))).toEqual(
      numbers.map(() => ['instructed']),
    );
  });

  test('a feed that was moved into another server begins a new epoch and leaves nothing out', async () => {
    const before = await readEpoch(one.database.rows);
    const start = { xid: '0', sequence: 0 };
    const all = await readChanges(one.database.rows, 'site-1', start, 1000);
    // What a dump leaves behind in a fresh server: transaction ids it has not reached yet.
    await one.database.write((rows) =>
      rows.execute(sql`update ${changes} set xid = (xid::text::bigint + 1000000)::text::xid8`),
    );
    expect(await readChanges(one.database.rows, 'site-1', start, 1000)).toEqual([]);
    const place = { kind: 'postgres', url: await addressOf(one) } as const;
    const moved = await openDatabase(place);
    expect(await readEpoch(moved.rows)).not.toBe(before);
    const again = await readChanges(moved.rows, 'site-1', start, 1000);
    expect(again.map((c) => c.id)).toEqual(all.map((c) => c.id));
    await moved.close();
  });
});

async function addressOf({ database }: CentralInMemory): Promise<string> {
  const answer = (await database.rows.execute(
    sql`select current_database() as name, inet_server_port() as port`,
  )) as { rows: { name: string; port: number }[] };
  const [{ name, port } = { name: '', port: 0 }] = answer.rows;
  return `postgres://quayside@127.0.0.1:${port}/${name}`;
}

describe('a data folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-growing-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const place = () => ({ kind: 'folder', folder }) as const;

  test('belongs to one central at a time, and keeps what was acknowledged', async () => {
    await layEmptyDatabase(folder);
    const first = await startCentral({ place: place() });
    const keys = await moveInWithoutPins(first.seed, first.database);
    await (await aStation(first, keys)).record(...aReturn(1).inspected);
    await expect(openDatabase(place())).rejects.toThrow(
      /in use by another process .* Two centrals/,
    );
    const other = await startInProcess(folder);
    expect(other.code).toBe(1);
    expect(other.said).toMatch(/in use by another process \(\d+\)/);
    await first.close();

    const second = await startCentral({ place: place() });
    const facts = (await (await aStation(second, keys)).pullAll()).filter(
      (c) => c.collection === 'facts',
    );
    expect(facts).toHaveLength(4);
    await second.close();
  }, 120_000);

  test('whose central died is taken over, from this boot and from an earlier one', async () => {
    const abandoned = path.join(folder, 'abandoned');
    const living = await takeFolder(abandoned);
    await expect(takeFolder(abandoned)).rejects.toThrow(
      /in use by another process .* Two centrals/,
    );
    const lock = path.join(abandoned, 'central.lock');
    const me = z.object({ bootId: z.string() }).parse(JSON.parse(await readFile(lock, 'utf8')));
    await living.release();
    const stat = await readFile('/proc/self/stat', 'utf8');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const ofTheVersionBefore = { pid: process.pid, boot: me.bootId, started };
    await writeFile(lock, JSON.stringify(ofTheVersionBefore));
    await expect(takeFolder(abandoned)).rejects.toThrow(/in use/);
    for (const holder of [
      { pid: process.pid, boot: 'an earlier boot', started: '1' },
      { pid: process.pid, boot: me.bootId, started: 'long before this process' },
      { pid: 2 ** 22 - 1, boot: me.bootId, started: '1' },
      'half a lo',
    ]) {
      await writeFile(lock, JSON.stringify(holder));
      await (await takeFolder(abandoned)).release();
      expect(await readdir(abandoned)).toEqual([]);
    }
  });
});

function startInProcess(folder: string): Promise<{ code: number | null; said: string }> {
  const start = path.join(import.meta.dirname, '../../central/start.ts');
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [start, '--data', folder, '--port', '0'],
      { timeout: 60_000 },
      (_error, _out, said) => resolve({ code: child.exitCode, said }),
    );
  });
}
