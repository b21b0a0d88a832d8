import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { ask } from '../../../central/database/ask.ts';
import { openDatabase } from '../../../central/database/openDatabase.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { aJoining, aKeyPair } from '../../builders/central/joining.ts';
import { layPGliteWith, migrationsUpTo, rowsOf } from '../../upgrades/central/oldDatabases.ts';
import { moveIn } from '../aCompany.ts';
import { aStation, callCentral } from '../aStation.ts';

const ended: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).toReversed()) await end();
});

type Rows = CentralInMemory['database']['rows'];

/** Everything in every table, as text. */
async function everythingIn(rows: Rows): Promise<string> {
  const tables = await ask(
    rows,
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
    z.object({ name: z.string() }),
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const all = sql`select row_to_json(one)::text as body from ${sql.identifier(name)} as one`;
    const bodies = await ask(rows, all, z.object({ body: z.string() }));
    found.push(...bodies.map(({ body }) => `${name} ${body}`));
  }
  expect(found.length).toBeGreaterThan(20);
  return found.join('\n');
}

/** What every route that only reads says, to a station and to whoever runs central. */
async function everythingSaid(central: CentralInMemory, token: string): Promise<string> {
  const said: string[] = [];
  for (const route of Object.values(centralApi)) {
    if (route.method !== 'GET' || route.auth === 'none') continue;
    const to = route.path.replace('/people/:id', '/people/dora').replace(':id', 'site-1');
    const as = route.auth === 'admin' ? central.adminToken : token;
    const { body } = await callCentral(central.url, as, 'GET', to.replace(':key', 'site-1'));
    said.push(`${route.path} ${JSON.stringify(body)}`);
  }
  return said.join('\n');
}

/** A private key as PKCS#8 begins so, whatever it is; and what once wrapped one had these names. */
const privateHeads = ['MIGHAgEAMBMGByqGSM49', '308187020100301306072a8648ce3d', 'PRIVATE KEY'];
const wrapping = ['wrapped', 'salt'];

test('neither a table nor an answer of central holds anything of a private key', async () => {
  let keys: Awaited<ReturnType<typeof moveIn>> = new Map();
  const central = await startCentral({
    fill: async (tools) => {
      keys = await moveIn(tools, 2);
    },
  });
  ended.push(() => central.close());
  const station = await aStation(central, keys);
  const slip = await callCentral(
    central.url,
    central.adminToken,
    'POST',
    '/central/admin/people/dora/joining-slips',
    { by: 'Ada' },
  );
  const born = aKeyPair();
  const { slip: code } = centralApi.joiningSlip.response.parse(slip.body);
  const joining = aJoining({ personId: 'dora', stationId: station.id }, born, code);
  const joined = await station.call('POST', '/central/people/dora/keys', joining);
  expect(joined.status).toBe(200);

  const all = `${await everythingIn(central.database.rows)}\n${await everythingSaid(central, station.token)}`;
  expect(all).toContain(born.publicKey);
  const privates = [born.privateKey, ...keys.values()].flatMap((key) => {
    const { d = '' } = key.export({ format: 'jwk' });
    const raw = Buffer.from(d, 'base64url');
    return [d, raw.toString('hex'), raw.toString('base64')];
  });
  for (const secret of [...privates, ...privateHeads]) expect(all).not.toContain(secret);
  for (const name of wrapping) expect(all.toLowerCase()).not.toContain(name);
  // A slip is a secret too, as it is typed and as it is read.
  expect(all).not.toContain(code);
  expect(all).not.toContain(code.replaceAll('-', ''));
});

test('a central of before gives up the keys it kept wrapped, and verifies with their public halves still', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-keys-'));
  ended.push(() => rm(folder, { recursive: true, force: true }));
  const data = path.join(folder, 'data');
  await mkdir(data);
  const before = 22;
  const old = await rowsOf(before);
  expect(old).toContain('never opened in these tests');
  await layPGliteWith(
    path.join(data, 'database'),
    [await migrationsUpTo(path.join(folder, 'old'), before)],
    old,
  );
  const database = await openDatabase({ kind: 'folder', folder: data });
  ended.push(() => database.close());
  const all = await everythingIn(database.rows);
  expect(all).not.toContain('never opened in these tests');
  expect(all).toMatch(/signing_keys .*"person_id":"dora".*"kind": ?"before"/);
}, 180_000);
