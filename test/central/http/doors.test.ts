import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { provingFetch } from '../../../electron/main/station/provingFetch.ts';
import { newStationKey } from '../../../electron/main/station/stationKey.ts';
import { AdminScope } from '../../../shared/sync/adminApi.ts';
import { centralApi, photoPath } from '../../../shared/sync/centralApi.ts';
import { siteScopes } from '../../../shared/sync/connectionApi.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { type Keys, moveInWithoutPins } from '../aCompany.ts';
import { type Answer, aStation, callCentral, type TestStation } from '../aStation.ts';
import { type Caller, everyCell } from './everyCell.ts';

const clock = { ms: Date.parse('2026-11-20T12:00:00Z') };
const day = 24 * 60 * 60_000;
const minute = 60_000;
let central: CentralInMemory;
let keys: Keys;
let tokens: Readonly<Partial<Record<Caller, string | null>>>;
const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const sha256 = createHash('sha256').update(picture).digest('hex');

beforeAll(async () => {
  central = await startCentral({
    now: () => new Date(clock.ms),
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database);
      await tools.keepPhoto(picture, ['site-1']);
    },
  });
  const administrators = await namedAdministrators();
  const stale = await aStation(central, keys);
  clock.ms += 25 * 60 * minute;
  const here = await aStation(central, keys);
  const there = await aStation(central, keys, 'site-2');
  const revoked = await aStation(central, keys);
  await asAdmin('POST', `/central/admin/stations/${revoked.id}/revoke`);
  const copied = await aStation(central, keys);
  const proving = provingFetch(fetch, newStationKey(), () => clock.ms);
  const first = await proving(`${central.url}/central/people`, {
    headers: { authorization: `Bearer ${copied.token}` },
  });
  if (!first.ok) throw new Error('its first proof was refused');
  tokens = {
    nobody: null,
    here: here.token,
    there: there.token,
    revoked: revoked.token,
    stale: stale.token,
    copied: copied.token,
    bootstrap: central.adminToken,
    ...administrators,
    stranger: `qs_${'x'.repeat(43)}`,
  };
}, 60_000);
afterAll(() => central.close());

/** One for each scope, one whose token ended and one who was retired. */
async function namedAdministrators() {
  const name = async (id: string, scopes: readonly AdminScope[], days = 90) => {
    const body = { id, name: id, scopes, days };
    const { path, response } = centralApi.nameAdministrator;
    return response.parse((await asAdmin('POST', path, body)).body).token;
  };
  const named: [string, string][] = [];
  for (const scope of AdminScope.options) named.push([scope, await name(`may-${scope}`, [scope])]);
  const expired = await name('expired', AdminScope.options, 1);
  clock.ms += day;
  const retired = await name('retired', AdminScope.options);
  await asAdmin('POST', '/central/admin/administrators/retired/retire', { reason: 'Left' });
  const ofOneSite = centralApi.makeConnection.response.parse(
    (
      await asAdmin('POST', centralApi.makeConnection.path, {
        id: 'wms',
        name: 'WMS',
        scopes: siteScopes,
        siteIds: ['site-1'],
        reason: 'Their warehouse system',
      })
    ).body,
  ).key;
  return {
    ...Object.fromEntries(named),
    'admin expired': expired,
    'admin retired': retired,
    'of one site': ofOneSite,
  };
}

const asAdmin = (method: string, path: string, body?: unknown): Promise<Answer> =>
  callCentral(central.url, central.adminToken, method, path, body);

describe('who may come in', () => {
  test.each(everyCell())(
    '$name as $caller: $status',
    async ({ name, path, body, caller, status }) => {
      const contract = centralApi[name];
      const token = tokens[caller] ?? null;
      const answer = await callCentral(
        central.url,
        token,
        contract.method,
        path ?? contract.path,
        body,
      );
      expect(answer.status).toBe(status);
      if (caller === 'revoked' && status === 401)
        expect(answer.body).toMatchObject({ code: 'revoked' });
    },
  );

  test.each([
    ['nobody', 401],
    ['here', 200],
    ['there', 404],
    ['revoked', 401],
    ['stale', 401],
    ['copied', 401],
    ['bootstrap', 401],
    ['read', 401],
  ] as const)('a photo of site-1 as %s: %i', async (caller, status) => {
    const answer = await callCentral(central.url, tokens[caller] ?? null, 'GET', photoPath(sha256));
    expect(answer.status).toBe(status);
    if (status === 200) {
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toContain('immutable');
    }
  });

  test.each(['/central/register', '/central/metrics'])(
    '%s opens to administrators who may read, and to nobody else, wherever the request comes from',
    async (path) => {
      const at = (authorization: string | null, headers: Record<string, string> = {}) =>
        fetch(`${central.url}${path}`, {
          headers: { ...headers, ...(authorization === null ? {} : { authorization }) },
        });
      const basic = (password: string) =>
        `Basic ${Buffer.from(`anybody:${password}`).toString('base64')}`;
      const unasked = await at(null);
      expect(unasked.status).toBe(401);
      expect(unasked.headers.get('www-authenticate')).toContain('Basic');
      expect((await at(null, { 'x-forwarded-for': '127.0.0.1' })).status).toBe(401);
      expect((await at(`Bearer ${tokens.here}`)).status).toBe(403);
      expect((await at(basic('a guess'))).status).toBe(403);
      for (const caller of ['bootstrap', 'read'] as const) {
        expect((await at(`Bearer ${tokens[caller]}`)).status).toBe(200);
        expect((await at(basic(tokens[caller] ?? ''))).status).toBe(200);
      }
      for (const caller of ['enrol', 'people', 'administrators', 'admin expired'] as const)
        expect((await at(basic(tokens[caller] ?? ''))).status).toBe(403);
    },
  );

  test('what is not there is not found, in the shape every refusal has', async () => {
    expect(await callCentral(central.url, null, 'GET', '/central/nowhere')).toMatchObject({
      status: 404,
      body: { code: 'notFound' },
    });
  });
});

describe('a code', () => {
  const enrol = (code: string) =>
    callCentral(central.url, null, 'POST', '/central/enrol', { code, stationName: 'Bench 2' });

  test('enrols one station, once', async () => {
    const code = await central.enrolmentCode('site-1');
    const first = await enrol(code);
    expect(first.status).toBe(200);
    const { stationId, fingerprint } = centralApi.enrol.response.parse(first.body);
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(stationId).not.toBe('');
    expect(await enrol(code)).toMatchObject({ status: 409, body: { code: 'codeUsed' } });
  });

  test('spent by two at the same moment enrols one of them', async () => {
    const code = await central.enrolmentCode('site-1');
    const answers = await Promise.all(Array.from({ length: 5 }, () => enrol(code)));
    expect(answers.map((a) => String(a.status)).toSorted()).toEqual([
      '200',
      '409',
      '409',
      '409',
      '409',
    ]);
  });

  test('is typed as people type', async () => {
    const code = await central.enrolmentCode('site-1');
    expect((await enrol(` ${code.toLowerCase().replaceAll('-', ' ')}`)).status).toBe(200);
  });

  test('lasts ten minutes', async () => {
    const code = await central.enrolmentCode('site-1');
    clock.ms += 10 * minute;
    expect(await enrol(code)).toMatchObject({ status: 410, body: { code: 'codeExpired' } });
  });

  test('is never stored as it was told', async () => {
    const code = await central.enrolmentCode('site-1');
    const { rows } = (await central.database.rows.execute('select * from enrolment_codes')) as {
      rows: object[];
    };
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
  });
});

describe('a token', () => {
  const works = async (station: TestStation, token: string) =>
    (await callCentral(central.url, token, 'GET', '/central/changes?limit=1')).status;
  const rotate = async (token: string) => {
    const answer = await callCentral(central.url, token, 'POST', '/central/token', {});
    return answer.status === 200 ? centralApi.rotateToken.response.parse(answer.body).token : null;
  };
  const expectToken = (token: string | null): string => {
    if (token === null) throw new Error('not rotated');
    return token;
  };

  test('is exchanged for another, and the old one works five minutes more', async () => {
    const station = await aStation(central, keys);
    const next = expectToken(await rotate(station.token));
    expect(await works(station, next)).toBe(200);
    expect(await works(station, station.token)).toBe(200);
    clock.ms += 5 * minute;
    expect(await works(station, next)).toBe(200);
    expect(await works(station, station.token)).toBe(401);
    expect(await rotate(station.token)).toBeNull();
  });

  test('that is older than a day does nothing but be exchanged', async () => {
    const station = await aStation(central, keys);
    clock.ms += 20 * day;
    expect(await works(station, station.token)).toBe(401);
    expect(await works(station, expectToken(await rotate(station.token)))).toBe(200);
  });

  test('whose successor never arrived can still be exchanged', async () => {
    const station = await aStation(central, keys);
    expectToken(await rotate(station.token));
    clock.ms += 2 * day;
    const next = expectToken(await rotate(station.token));
    expect(await works(station, next)).toBe(200);
  });

  test('unused for thirty days is of no use any more', async () => {
    const station = await aStation(central, keys);
    clock.ms += 31 * day;
    expect(await rotate(station.token)).toBeNull();
  });

  test('of a revoked station is refused by that name, also for exchange', async () => {
    const station = await aStation(central, keys);
    await asAdmin('POST', `/central/admin/stations/${station.id}/revoke`);
    for (const [method, path, body] of [
      ['GET', '/central/people', undefined],
      ['POST', '/central/token', {}],
    ] as const)
      expect(await station.call(method, path, body)).toMatchObject({
        status: 401,
        body: { code: 'revoked' },
      });
  });

  test('is never stored as it was given', async () => {
    const station = await aStation(central, keys);
    const { rows } = (await central.database.rows.execute('select * from station_tokens')) as {
      rows: object[];
    };
    expect(JSON.stringify(rows)).not.toContain(station.token);
  });
});

describe('limits', () => {
  test('codes are tried ten times a minute, and the answer says when to come back', async () => {
    const small = await startCentral({ limits: { requests: 40, enrolments: 10 } });
    try {
      const call = (path: string, body?: unknown) =>
        callCentral(small.url, null, body ? 'POST' : 'GET', path, body);
      const guess = { code: 'GUESS-1', stationName: 'x' };
      const guesses = [];
      for (let n = 0; n < 11; n += 1) guesses.push(await call('/central/enrol', guess));
      expect(guesses.slice(0, 10).map((g) => g.status)).toEqual(
        Array.from({ length: 10 }, () => 404),
      );
      expect(guesses[10]).toMatchObject({ status: 429, body: { code: 'tooMany' } });
      expect(Number(guesses[10]?.headers.get('retry-after'))).toBeGreaterThan(0);
      const asks = [];
      for (let n = 0; n < 41; n += 1) asks.push((await call('/central/changes')).status);
      expect(asks.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401));
      expect(asks.at(-1)).toBe(429);
    } finally {
      await small.close();
    }
  });

  test('a batch of more than 500 commands or a megabyte is refused whole', async () => {
    const station = await aStation(central, keys);
    const push = (commands: readonly unknown[]) =>
      station.call('POST', '/central/commands', { contractVersion: 1, epoch: null, commands });
    expect(await push(Array.from({ length: 501 }, () => null))).toMatchObject({
      status: 400,
      body: { code: 'badRequest', field: 'commands' },
    });
    expect(await push(['x'.repeat(1_200_000)])).toMatchObject({
      status: 413,
      body: { code: 'tooLarge' },
    });
  });
});

test('the contract is published as OpenAPI, with every route in it', async () => {
  const published = await callCentral(central.url, null, 'GET', '/central/openapi.json');
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(published.body);
  const told = Object.values(centralApi).map(({ path }) => path.replace(/:(\w+)/g, '{$1}'));
  const others = Object.keys(paths).filter((path) => !told.includes(path));
  // Opened to stations like the routes of the table: `a photo of site-1 as …`.
  expect(others).toEqual(['/central/photos/by-hash/{sha256}', '/central/photos/shown/{sha256}']);
  for (const { method, path } of Object.values(centralApi))
    expect(paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]).toBeDefined();
});
