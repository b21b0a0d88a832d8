/** Who × kind × what they ask, made from the contract: no route is without a row. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readBase32, totpCode, totpStep } from '../../../shared/node/totp.ts';
import { type OfficeKind, officeKinds } from '../../../shared/office/kinds.ts';
import { officeRoot, scopeOf } from '../../../shared/office/officeApi.ts';
import { officePagePaths } from '../../../shared/office/officePageApi.ts';
import { AdminScope } from '../../../shared/sync/adminApi.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { siteScopes } from '../../../shared/sync/connectionApi.ts';
import { signInPaths } from '../../../shared/sync/signInApi.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { cheapSecrets } from '../../cheapSecrets.ts';
import { moveInWithoutPins } from '../aCompany.ts';
import { aStation, callCentral } from '../aStation.ts';
import { askOffice } from './askOffice.ts';

cheapSecrets();

let central: CentralInMemory;
const tokens = new Map<string, string>();
/** What a browser shows of who signed in, by scope. */
const cookies = new Map<string, string>();

const plain = ['nobody', 'stranger', 'a station', 'of one site', 'bootstrap'] as const;
/** Signed in on central's page, on it or where another page asks in its name; or not any more. */
const sittings = ['page', 'elsewhere', 'signed out'] as const;
const callers = [
  ...plain,
  ...AdminScope.options,
  ...AdminScope.options.flatMap((scope) => sittings.map((way) => `${way}: ${scope}` as const)),
] as const;
type Caller = (typeof callers)[number];
const OpenApi = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const placed: readonly OfficeKind[] = ['sites', 'calendars', 'people', 'returns'];
const methods = ['get', 'put', 'post', 'delete'] as const;
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const clock = { ms: Date.parse('2026-11-20T12:00:00Z') };

beforeAll(async () => {
  let keys: Parameters<typeof aStation>[1] = new Map();
  central = await startCentral({
    now: () => new Date(clock.ms),
    // Each caller has its own budget, but whoever proves nothing shares one.
    limits: { requests: 10_000, enrolments: 100 },
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database);
    },
  });
  const admin = async (path: string, body: object) =>
    (await callCentral(central.url, central.adminToken, 'POST', path, body)).body;
  for (const scope of AdminScope.options) {
    const named = { id: `may-${scope}`, name: scope, scopes: [scope] };
    const { token } = z
      .object({ token: z.string() })
      .parse(await admin('/central/admin/administrators', named));
    tokens.set(scope, token);
    const link = `/central/admin/administrators/${named.id}/sign-in-link`;
    const linked = async () => z.object({ link: z.string() }).parse(await admin(link, {})).link;
    const gone = await sit(await linked());
    await fromPage(signInPaths.session, { method: 'DELETE', headers: { cookie: gone } });
    const here = await sit(await linked());
    cookies.set(`signed out: ${scope}`, gone).set(`page: ${scope}`, here);
    cookies.set(`elsewhere: ${scope}`, here);
  }
  const station = await aStation(central, keys);
  tokens.set('a station', station.token);
  tokens.set('stranger', `qs_${'x'.repeat(43)}`);
  tokens.set('bootstrap', central.adminToken);
  const connection = { id: 'wms', name: 'WMS', scopes: siteScopes, siteIds: ['site-1'] };
  const made = await admin('/central/admin/connections', { ...connection, reason: 'Theirs' });
  tokens.set('of one site', z.object({ key: z.string() }).parse(made).key);
}, 60_000);
afterAll(() => central.close());

/** Whoever has this link chooses how to sign in, and is signed in. */
async function sit(link: string): Promise<string> {
  clock.ms += 60_000;
  const code = totpCode(readBase32(secret) ?? Buffer.alloc(0), totpStep(clock.ms));
  const body = { link, passphrase: 'seven working days of harbour fog', secret, code };
  const answer = await fromPage(signInPaths.setUp, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const [cookie] = (answer.headers.get('set-cookie') ?? '').split(';');
  if (!cookie) throw new Error(`not signed in: ${await answer.text()}`);
  return cookie;
}

function fromPage(
  path: string,
  asked: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  },
): Promise<Response> {
  return fetch(`${central.url}${path}`, {
    ...asked,
    headers: { origin: central.url, 'sec-fetch-site': 'same-origin', ...asked.headers },
  });
}

/** How this caller shows who it is. */
function shownBy(caller: Caller): Readonly<Record<string, string>> {
  const cookie = cookies.get(caller);
  if (cookie === undefined) return { authorization: `Bearer ${tokens.get(caller) ?? ''}` };
  return caller.startsWith('elsewhere')
    ? { cookie, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    : { cookie, origin: central.url, 'sec-fetch-site': 'same-origin' };
}

/** The scope a caller has here; null: it has none. */
function scopesOf(caller: Caller): readonly string[] {
  if (caller === 'bootstrap') return AdminScope.options;
  if (caller === 'of one site') return siteScopes;
  const scope = caller.startsWith('page: ') ? caller.slice('page: '.length) : caller;
  return AdminScope.options.filter((one) => one === scope);
}

test('every route opens to the scope of its kind, by key or signed in on the page, and to nobody else', async () => {
  const contract = OpenApi.parse(await (await fetch(`${central.url}/office/openapi.json`)).json());
  const routes = Object.entries(contract.paths).flatMap(([path, it]) =>
    methods.flatMap((method) => (method in it ? [{ path, method }] : [])),
  );
  expect(routes.length).toBe(officeKinds.length * 6 + 1 + 3 + 1);
  let cells = 0;
  for (const { path, method } of routes) {
    const kind = officeKinds.find(
      (it) => path.slice(officeRoot.length + 1).split(/[/:]/)[0] === it,
    );
    const isPicture = path === `${officeRoot}/pictures/{sha256}`;
    if (kind === undefined && !isPicture) throw new Error(`${path} is of no kind`);
    const scope = path.endsWith('/bank') ? 'refunds' : scopeOf(kind ?? 'articles');
    const isWrite = method !== 'get' && !path.endsWith(':batch');
    for (const caller of callers) {
      const { status } = await askOffice(central, {
        method: method.toUpperCase(),
        path: `${path
          .slice(officeRoot.length + 1)
          .replace('{ref}', 'erp:1')
          .replace('{sha256}', '0'.repeat(64))}${method === 'delete' ? '?reason=x' : ''}`,
        headers: { authorization: '', ...shownBy(caller) },
        ...(method === 'put' || method === 'post' ? { body: {} } : {}),
      });
      // What is the whole company's is not written by whoever speaks for one site.
      const isForeign =
        caller === 'of one site' && isWrite && kind !== undefined && !placed.includes(kind);
      const opens = scopesOf(caller).includes(scope) && !isForeign;
      const shut = caller === 'nobody' || caller.startsWith('signed out') ? [401] : [401, 403];
      const seen = `${method} ${path} as ${caller}: ${status}`;
      expect(shut.includes(status) ? 'shut' : 'open', seen).toBe(opens ? 'open' : 'shut');
      expect(status, seen).toBeLessThan(500);
      cells += 1;
    }
  }
  expect(cells).toBe(routes.length * callers.length);
});

test.each(Object.values(officePagePaths))(
  '%s opens to every administrator, and to nobody else',
  async (path) => {
    for (const caller of callers) {
      const about = path === officePagePaths.uses ? '?kind=sites&source=erp&id=1' : '';
      const { status } = await fetch(`${central.url}${path}${about}`, { headers: shownBy(caller) });
      // How far the company has come is nothing of one site's.
      const opens =
        scopesOf(caller).length > 0 &&
        !(caller === 'of one site' && path === officePagePaths.setUp);
      expect([path, caller, status]).toEqual([path, caller, opens ? 200 : shutOf(caller)]);
    }
  },
);

test('of the administrators’ routes each opens to who is signed in on the page as to their key', async () => {
  const routes = Object.values(centralApi).filter(
    ({ auth, method, path }) => auth === 'admin' && method === 'GET' && !path.includes(':'),
  );
  expect(routes.length).toBeGreaterThan(5);
  for (const { path } of routes)
    for (const scope of AdminScope.options) {
      const statusAs = async (caller: Caller) =>
        (await fetch(`${central.url}${path}`, { headers: shownBy(caller) })).status;
      const byKey = await statusAs(scope);
      expect([path, scope, await statusAs(`page: ${scope}`)]).toEqual([path, scope, byKey]);
      expect([path, await statusAs(`elsewhere: ${scope}`)]).toEqual([path, 403]);
      expect([path, await statusAs(`signed out: ${scope}`)]).toEqual([path, 401]);
    }
});

function shutOf(caller: Caller): number {
  return caller === 'nobody' || caller.startsWith('signed out') ? 401 : 403;
}
