import type { KeyObject } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { audit } from '../../central/database/schema.ts';
import { provingFetch } from '../../electron/main/station/provingFetch.ts';
import { newStationKey, proveRequest } from '../../electron/main/station/stationKey.ts';
import { centralApi } from '../../shared/sync/centralApi.ts';
import { proofHeader } from '../../shared/sync/proof.ts';
import { type CentralOptions, startCentral } from '../builders/central/centralInMemory.ts';
import { type Keys, moveInWithoutPins } from '../central/aCompany.ts';
import { aStation, asAdminOf } from '../central/aStation.ts';
import { memoryKeyring, aStation as openStation } from '../electron/station/aStation.ts';
import { temporaryFolder } from '../electron/temporaryFolder.ts';

const states: string = centralApi.photoStates.path;
const body = JSON.stringify({ sha256: [] });

async function here(options: CentralOptions = {}) {
  let keys: Keys = new Map();
  const central = await startCentral({
    ...options,
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database, 1);
    },
  });
  onTestFinished(() => central.close());
  const { token, id } = await aStation(central, keys);
  const ask = (headers: Record<string, string>, path = states, sent = body, method = 'POST') =>
    fetch(`${central.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(method !== 'GET' && { body: sent }),
    });
  const statusOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).status;
  const proof = (key: KeyObject, time = Date.now(), path = states, sent = body) => ({
    [proofHeader]: proveRequest(key, { method: 'POST', path, body: sent, token, time }),
  });
  const misuse = async () => {
    const rows = await central.database.rows
      .select()
      .from(audit)
      .where(eq(audit.verb, 'misuse token'))
      .orderBy(desc(audit.sequence));
    return rows.map(({ object, detail }) => ({ object, detail }));
  };
  return { central, keys, token, id, ask, statusOf, proof, misuse };
}

test('a token alone is taken until its station proved a key, and by nobody afterwards', async () => {
  const { central, id, ask, statusOf, proof, misuse } = await here();
  expect(await statusOf({})).toBe(200);
  const key = newStationKey();
  expect(await statusOf(proof(key))).toBe(200);
  const copied = await ask({});
  expect([copied.status, await copied.json()]).toMatchObject([401, { code: 'unauthorised' }]);
  expect(await statusOf({}, '/central/people', '', 'GET')).toBe(401);
  expect(await statusOf({}, '/central/token', '{}')).toBe(401);
  expect(await statusOf({}, `/central/photos/by-hash/${'a'.repeat(64)}`, '', 'GET')).toBe(401);
  expect(await statusOf(proof(newStationKey()))).toBe(401);
  expect(await statusOf(proof(key))).toBe(200);
  expect(await misuse()).toEqual([
    { object: id, detail: { kind: 'otherKey' } },
    { object: id, detail: { kind: 'withoutKey' } },
  ]);
  const metrics = await (await fetch(`${central.url}/central/metrics`, asAdminOf(central))).text();
  expect(metrics).toContain('quayside_token_misuse_total{kind="withoutKey"} 4');
  expect(metrics).toContain('quayside_token_misuse_total{kind="otherKey"} 1');
});

test('a proof opens the request it was made for, once', async () => {
  const { statusOf, proof, misuse } = await here();
  const key = newStationKey();
  const once = proof(key);
  expect([await statusOf(once), await statusOf(once)]).toEqual([200, 401]);
  const other = JSON.stringify({ sha256: ['a'.repeat(64)] });
  expect(await statusOf(proof(key), states, other)).toBe(401);
  expect(await statusOf(proof(key), '/central/commands')).toBe(401);
  expect(await statusOf(proof(key), `${states}?x=1`)).toBe(401);
  expect(await statusOf(proof(key), '/central/people', '', 'GET')).toBe(401);
  const [ours = ''] = Object.values(proof(key));
  for (const forged of [
    '',
    '1.x',
    ours.replace(/^1/, '2'),
    ours.slice(0, -4),
    `${ours.slice(0, -4)}AAAA`,
  ])
    expect(await statusOf({ [proofHeader]: forged })).toBe(401);
  expect(new Set((await misuse()).map(({ detail }) => detail))).toEqual(
    new Set([{ kind: 'wrongProof' }, { kind: 'replayed' }]),
  );
});

test('a station whose clock is days wrong hears the time and goes on; an old proof of it does not', async () => {
  const { central, token, statusOf, proof } = await here();
  const key = newStationKey();
  let requests = 0;
  const counted: typeof fetch = (...asked) => {
    requests += 1;
    return fetch(...asked);
  };
  const behind = provingFetch(counted, key, () => Date.now() - 3 * 24 * 60 * 60_000);
  for (let turn = 0; turn < 3; turn += 1) {
    const answer = await behind(`${central.url}${states}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(200);
  }
  expect(requests).toBe(4);
  expect(await statusOf(proof(key, Date.now() - 61_000))).toBe(401);
});

test('a token whose successor is in use is a copy, and noticed', async () => {
  const clock = { ms: Date.now() };
  const { id, token, central, statusOf, misuse } = await here({ now: () => new Date(clock.ms) });
  const rotate = centralApi.rotateToken;
  const as = (bearer: string) => ({ authorization: `Bearer ${bearer}` });
  const answer = await fetch(`${central.url}${rotate.path}`, {
    method: 'POST',
    headers: { ...as(token), 'content-type': 'application/json' },
    body: '{}',
  });
  const next = rotate.response.parse(await answer.json());
  expect(await statusOf(as(next.token))).toBe(200);
  clock.ms += 6 * 60_000;
  expect(await statusOf(as(token))).toBe(401);
  expect(await misuse()).toEqual([{ object: id, detail: { kind: 'replaced' } }]);
});

test('a station proves its key from its first request on, and with the same key after it was closed', async () => {
  const { central } = await here();
  const [folder, keyring, tokens] = [await temporaryFolder(), memoryKeyring(), new Set<string>()];
  const open = () =>
    openStation({
      folder,
      keyring,
      fetch: async (address, init) => {
        tokens.add(new Headers(init.headers).get('authorization') ?? '');
        return await fetch(address, init);
      },
    });
  const station = await open();
  const enrolled = await station.desktop.enrolStation({
    centralUrl: central.url,
    code: await central.enrolmentCode('site-1'),
    stationName: 'Dock 2',
  });
  expect(enrolled.ok).toBe(true);
  const changes = new Request('app://quayside/central/changes?limit=1');
  expect((await station.forward(changes)).status).toBe(200);
  await station.close();
  expect((await (await open()).forward(changes)).status).toBe(200);
  const copied = [...tokens].filter((token) => token !== '');
  expect(copied.length).toBeGreaterThan(0);
  for (const authorization of copied) {
    const answer = await fetch(`${central.url}/central/changes`, { headers: { authorization } });
    expect(answer.status).toBe(401);
  }
});

test('told so, central serves nobody with a token alone', async () => {
  const { statusOf, proof, misuse } = await here({ acceptBareTokens: false });
  expect(await statusOf({})).toBe(401);
  expect(await statusOf(proof(newStationKey()))).toBe(200);
  expect(await misuse()).toEqual([]);
});
