import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { provingFetch } from '../../../electron/main/station/provingFetch.ts';
import { newStationKey } from '../../../electron/main/station/stationKey.ts';
import { type CentralRoute, centralApi, photoPath } from '../../../shared/sync/centralApi.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { type Keys, moveInWithoutPins } from '../aCompany.ts';
import { type Answer, aStation, callCentral, type TestStation } from '../aStation.ts';

const clock = { ms: Date.parse('2026-11-20T12:00:00Z') };
const day = 24 * 60 * 60_000;
const minute = 60_000;
let central: CentralInMemory;
let keys: Keys;
let tokens: Readonly<Record<Caller, string | null>>;
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
    admin: central.adminToken,
    stranger: `qs_${'x'.repeat(43)}`,
  };
}, 60_000);
afterAll(() => central.close());

const asAdmin = (method: string, path: string, body?: unknown): Promise<Answer> =>
  callCentral(central.url, central.adminToken, method, path, body);

type Caller =
  | 'nobody'
  | 'here'
  | 'there'
  | 'revoked'
  | 'stale'
  /** A token whose station proved its key, shown by somebody without it. */
  | 'copied'
  | 'admin'
  | 'stranger';
type Cells = Readonly<Record<Caller, number>>;
const anyone = (status: number): Cells => ({
  nobody: status,
  here: status,
  there: status,
  revoked: status,
  stale: status,
  copied: status,
  admin: status,
  stranger: status,
});
const noStation = {
  nobody: 401,
  revoked: 401,
  stale: 401,
  copied: 401,
  admin: 401,
  stranger: 401,
};
const stationsOnly: Cells = { ...noStation, here: 200, there: 200 };
const adminsOnly = (status: number): Cells => ({ ...anyone(403), nobody: 401, admin: status });

const requests: Readonly<Record<CentralRoute, { path?: string; body?: unknown; cells: Cells }>> = {
  enrol: { body: { code: 'AAA-AAA', stationName: 'x' }, cells: anyone(404) },
  rotateToken: { body: {}, cells: { ...stationsOnly, stale: 200 } },
  people: { cells: stationsOnly },
  push: { body: { contractVersion: 1, epoch: null, commands: [] }, cells: stationsOnly },
  pull: { cells: stationsOnly },
  photoStates: { body: { sha256: [sha256] }, cells: stationsOnly },
  // With whom signed in: test/attacks/replay.test.ts.
  replay: {
    body: { draft: aPolicy(), after: null, limit: 10 },
    cells: { ...stationsOnly, here: 403, there: 403, copied: 401 },
  },
  case: { path: '/central/cases/case-1', cells: { ...stationsOnly, there: 404 } },
  refund: { path: '/central/cases/case-1/refunds', cells: { ...stationsOnly, there: 404 } },
  calendar: { path: '/central/sites/site-1/calendar', cells: stationsOnly },
  join: {
    path: '/central/people/dora/keys',
    body: {
      publicKey: 'A'.repeat(124),
      signature: 'A'.repeat(88),
      vouching: { kind: 'slip', slip: 'AAA-AAA' },
    },
    // Of what another site's person is: 404. With a slip or a key: test/central/people/joining.test.ts.
    cells: { ...stationsOnly, here: 403, there: 404 },
  },
  pinTries: { path: '/central/people/pin-tries', body: { tries: [] }, cells: stationsOnly },
  demoSlip: {
    path: '/central/demo/people/dora/joining-slips',
    body: {},
    cells: { ...stationsOnly, here: 404, there: 404 },
  },
  joiningSlip: {
    path: '/central/admin/people/nobody/joining-slips',
    body: { by: 'Ada' },
    cells: adminsOnly(404),
  },
  personKeys: { path: '/central/admin/people/dora/keys', cells: adminsOnly(200) },
  revokeKey: {
    path: '/central/admin/people/nobody/keys/revoke',
    body: { publicKey: 'A'.repeat(124), why: 'compromised', by: 'Ada', reason: 'Lost' },
    cells: adminsOnly(404),
  },
  unlockPerson: {
    path: '/central/admin/people/nobody/unlock',
    body: { by: 'Ada', reason: 'Forgot' },
    cells: adminsOnly(404),
  },
  enrolmentCode: { body: { siteId: 'site-1' }, cells: adminsOnly(200) },
  revokeStation: { path: '/central/admin/stations/nobody/revoke', cells: adminsOnly(404) },
  personLeaves: {
    path: '/central/admin/people/nobody/leave',
    body: { why: 'left', by: 'Ada', reason: 'Works elsewhere now' },
    cells: adminsOnly(404),
  },
  gaps: { cells: adminsOnly(200) },
  stepOver: {
    path: '/central/admin/stations/nobody/step-over',
    body: { sequence: 1, by: 'Ada', why: 'The disk is gone' },
    cells: adminsOnly(404),
  },
  failedRefunds: { cells: adminsOnly(200) },
  sendRefundAgain: {
    path: '/central/admin/refunds/nothing/send-again',
    body: { by: 'Ada', why: 'Their bank account is mended' },
    cells: adminsOnly(404),
  },
  calendars: { cells: adminsOnly(200) },
  giveCalendar: {
    path: '/central/admin/calendars/nowhere',
    body: { by: 'Ada', why: 'A new site' },
    cells: adminsOnly(404),
  },
  calendarYear: { path: '/central/admin/calendars/nowhere/years/2026', cells: adminsOnly(404) },
  health: { cells: anyone(200) },
};

describe('who may come in', () => {
  const routes = z.record(z.string(), z.custom<(typeof requests)[CentralRoute]>()).parse(requests);
  const table = Object.entries(routes).flatMap(([name, { path, body, cells }]) =>
    Object.entries(cells).map(([caller, status]) => ({ name, path, body, caller, status })),
  );

  test.each(table)('$name as $caller: $status', async ({ name, path, body, caller, status }) => {
    const contract = centralApi[name as CentralRoute];
    const token = tokens[caller as Caller];
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
  });

  test.each([
    ['nobody', 401],
    ['here', 200],
    ['there', 404],
    ['revoked', 401],
    ['stale', 401],
    ['copied', 401],
    ['admin', 401],
  ] as const)('a photo of site-1 as %s: %i', async (caller, status) => {
    const answer = await callCentral(central.url, tokens[caller], 'GET', photoPath(sha256));
    expect(answer.status).toBe(status);
    if (status === 200) {
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toContain('immutable');
    }
  });

  test.each(['/central/register', '/central/metrics'])(
    '%s opens to the admin alone, wherever the request comes from',
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
      expect((await at(`Bearer ${tokens.admin}`)).status).toBe(200);
      expect((await at(basic(tokens.admin ?? ''))).status).toBe(200);
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
  for (const { method, path } of Object.values(centralApi))
    expect(paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]).toBeDefined();
});
