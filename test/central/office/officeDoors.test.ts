/** Who × kind × what they ask, made from the contract: no route is without a row. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { officeKinds } from '../../../shared/office/kinds.ts';
import { officeRoot, scopeOf } from '../../../shared/office/officeApi.ts';
import { officePagePaths } from '../../../shared/office/officePageApi.ts';
import { AdminScope } from '../../../shared/sync/adminApi.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { moveInWithoutPins } from '../aCompany.ts';
import { aStation } from '../aStation.ts';
import { askOffice } from './askOffice.ts';

let central: CentralInMemory;
const tokens = new Map<string, string>();

const callers = ['nobody', 'stranger', 'a station', ...AdminScope.options, 'bootstrap'] as const;
const OpenApi = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const methods = ['get', 'put', 'post', 'delete'] as const;

beforeAll(async () => {
  let keys: Parameters<typeof aStation>[1] = new Map();
  central = await startCentral({
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database);
    },
  });
  for (const scope of AdminScope.options) {
    const answer = await fetch(`${central.url}/central/admin/administrators`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${central.adminToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ id: `may-${scope}`, name: scope, scopes: [scope] }),
    });
    tokens.set(scope, z.object({ token: z.string() }).parse(await answer.json()).token);
  }
  const station = await aStation(central, keys);
  tokens.set('a station', station.token);
  tokens.set('stranger', `qs_${'x'.repeat(43)}`);
  tokens.set('bootstrap', central.adminToken);
}, 60_000);
afterAll(() => central.close());

test('every route opens to the scope of its kind and to the first token, and to nobody else', async () => {
  const contract = OpenApi.parse(await (await fetch(`${central.url}/office/openapi.json`)).json());
  const routes = Object.entries(contract.paths).flatMap(([path, it]) =>
    methods.flatMap((method) => (method in it ? [{ path, method }] : [])),
  );
  expect(routes.length).toBe(officeKinds.length * 6 + 1 + 3);
  let cells = 0;
  for (const { path, method } of routes) {
    const kind = officeKinds.find(
      (it) => path.slice(officeRoot.length + 1).split(/[/:]/)[0] === it,
    );
    if (kind === undefined) throw new Error(`${path} is of no kind`);
    for (const caller of callers) {
      const { status } = await askOffice(central, {
        method: method.toUpperCase(),
        path: path.slice(officeRoot.length + 1).replace('{ref}', 'erp:1'),
        token: tokens.get(caller) ?? '',
        ...(method === 'put' || method === 'post' ? { body: {} } : {}),
      });
      const scope = path.endsWith('/bank') ? 'refunds' : scopeOf(kind);
      const opens = caller === scope || caller === 'bootstrap';
      const shut = caller === 'nobody' ? [401] : [401, 403];
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
      const { status } = await fetch(`${central.url}${path}${about}`, {
        headers: { authorization: `Bearer ${tokens.get(caller) ?? ''}` },
      });
      const isOne = caller === 'bootstrap' || AdminScope.options.some((scope) => scope === caller);
      expect([path, caller, status]).toEqual([path, caller, isOne ? 200 : shutOf(caller)]);
    }
  },
);

function shutOf(caller: (typeof callers)[number]): number {
  return caller === 'nobody' ? 401 : 403;
}
