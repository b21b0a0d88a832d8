import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiError, type CentralRoute, centralApi } from '../../../shared/sync/centralApi.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { type Keys, moveInWithoutPins } from '../aCompany.ts';
import { aReturn } from '../aReturn.ts';
import { aStation, callCentral, type TestStation, verdictsOf } from '../aStation.ts';

let central: CentralInMemory;
let keys: Keys;
let station: TestStation;
beforeAll(async () => {
  central = await startCentral({
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database, 3);
    },
  });
  station = await aStation(central, keys);
}, 60_000);
afterAll(() => central.close());

const routes = Object.entries(centralApi) as [CentralRoute, (typeof centralApi)[CentralRoute]][];
const word = fc.oneof(
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.constantFrom('case-1', 'site-1', '../../..', '%00', 'null', '__proto__', '$ne', "' or 1=1--"),
);
const bodyFor: Readonly<Partial<Record<CentralRoute, object>>> = {
  enrol: { code: 'AAA-AAA', stationName: 'x' },
  push: { contractVersion: 1, epoch: null, commands: [{}] },
  photoStates: { sha256: ['a'.repeat(64)] },
  enrolmentCode: { siteId: 'site-1' },
  rotateToken: {},
};
const request = fc.record({
  route: fc.constantFrom(...routes),
  method: fc.option(fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'), { freq: 8 }),
  word,
  query: fc.option(fc.dictionary(fc.constantFrom('cursor', 'limit', 'x'), word)),
  token: fc.constantFrom('station', 'admin', 'none', 'odd'),
  body: fc.oneof(
    fc.constant('usual' as const),
    fc.json({ maxDepth: 4 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '[',
      '{"__proto__":1}',
      '['.repeat(5000),
      `${'['.repeat(5000)}${']'.repeat(5000)}`,
    ),
  ),
  contentType: fc.constantFrom('application/json', 'text/plain', 'application/x-nonsense'),
});

test('no request makes central fail, and every answer keeps to the contract', async () => {
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const [name, contract] = asked.route;
      const path = contract.path.replace(':id', encodeURIComponent(asked.word) || 'x');
      const query = asked.query ? `?${new URLSearchParams(asked.query)}` : '';
      const method = asked.method ?? contract.method;
      const token = { station: station.token, admin: central.adminToken, none: null, odd: 'ö…' };
      const bearer = token[asked.token];
      const answer = await fetch(`${central.url}${path}${query}`, {
        method,
        headers: {
          'content-type': asked.contentType,
          ...(bearer === null ? {} : { authorization: `Bearer ${encodeURIComponent(bearer)}` }),
        },
        ...(method === 'GET'
          ? {}
          : { body: asked.body === 'usual' ? JSON.stringify(bodyFor[name] ?? {}) : asked.body }),
      });
      expect(answer.status).toBeLessThan(500);
      const said: unknown = await answer.json();
      // Asked by another method, it is another route that answers.
      const [, asking] = routes.find(
        ([, one]) => one.method === method && one.path === contract.path,
      ) ?? [name, contract];
      if (answer.status === 200) asking.response.parse(said);
      else ApiError.parse(said);
    }),
    { numRuns: 500, seed: 20261123 },
  );
  expect(await callCentral(central.url, null, 'GET', '/central/health')).toMatchObject({
    status: 200,
  });
}, 60_000);

const path = fc.array(fc.constantFrom('fact', 'basis', 'at', 'id', 'sequence', 'hash', 'x'), {
  minLength: 1,
  maxLength: 3,
});

test('no forged, mangled or mutated command is applied, and none stops the genuine ones', async () => {
  const { arrival, count } = aReturn(1);
  const genuine = [station.seal(arrival), station.seal(count)];
  await fc.assert(
    fc.asyncProperty(fc.nat(1), path, fc.jsonValue({ maxDepth: 3 }), async (which, at, value) => {
      const command = genuine[which];
      const mutated = put(structuredClone(command), at, value);
      fc.pre(JSON.stringify(mutated) !== JSON.stringify(command));
      // From another station, so that the genuine ones keep their place.
      const thief = await aStation(central, keys);
      const answers = verdictsOf(await thief.push([{ ...Object(mutated), stationId: thief.id }]));
      for (const said of answers) expect(said).toMatch(/^(refused|quarantined)/);
    }),
    { numRuns: 100, seed: 20261123 },
  );
  expect(verdictsOf(await station.push(genuine))).toEqual(['applied', 'applied']);
}, 60_000);

function put(target: unknown, [key = 'x', ...rest]: readonly string[], value: unknown): unknown {
  if (target === null || typeof target !== 'object') return value;
  const inside: unknown = new Map<string, unknown>(Object.entries(target)).get(key);
  return { ...target, [key]: rest.length === 0 ? value : put(inside, rest, value) };
}
