import { afterAll, beforeAll, expect, test } from 'vitest';
import { provingFetch } from '../../electron/main/station/provingFetch.ts';
import { newStationKey } from '../../electron/main/station/stationKey.ts';
import type { Role } from '../../shared/facts/codes.ts';
import { type CentralRoute, centralApi } from '../../shared/sync/centralApi.ts';
import { personId } from '../builders/cases/ids.ts';
import { type CentralInMemory, startCentral } from '../builders/central/centralInMemory.ts';
import { type Keys, moveInWithoutPins, people } from '../central/aCompany.ts';
import { aStation } from '../central/aStation.ts';
import { requestOf } from '../central/http/everyCell.ts';

const clock = { ms: Date.parse('2026-11-20T12:00:00Z') };
const day = 24 * 60 * 60_000;
/** How a request comes, whoever is signed in where it is made. */
const ways = ['own', 'otherStation', 'otherSite', 'revoked', 'expired', 'copied', 'none'] as const;
type Way = (typeof ways)[number];
type Asked = { readonly method?: string; readonly body?: string };
type Proving = (path: string, asked: Asked, signer: string | null) => Promise<Response>;

const signers = [null, ...people.map(({ id }) => id)] as const;
const routes = (Object.keys(centralApi) as CentralRoute[]).filter(
  (name) => centralApi[name].auth === 'station',
);
const cells = routes.flatMap((name) =>
  ways.flatMap((way) => signers.map((signer) => ({ name, way, signer }))),
);

let central: CentralInMemory;
let keys: Keys;
let asking: Readonly<Record<Way, Proving>>;

beforeAll(async () => {
  central = await startCentral({
    now: () => new Date(clock.ms),
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database);
    },
  });
  const comes = async (site = 'site-1') => {
    const { id, token } = await aStation(central, keys, site);
    const own = provingWith(token, newStationKey());
    if (!(await own('/central/people', {}, null)).ok)
      throw new Error('its first proof was refused');
    return { id, token, own };
  };
  const expired = await comes();
  clock.ms += day;
  const [own, otherStation, otherSite] = [await comes(), await comes(), await comes('site-2')];
  const [revoked, copied] = [await comes(), await comes()];
  await fetch(`${central.url}/central/admin/stations/${revoked.id}/revoke`, {
    method: 'POST',
    headers: { authorization: `Bearer ${central.adminToken}` },
  });
  asking = {
    own: own.own,
    otherStation: otherStation.own,
    otherSite: otherSite.own,
    revoked: revoked.own,
    expired: expired.own,
    copied: provingWith(copied.token, newStationKey()),
    none: provingWith(null, newStationKey()),
  };
}, 60_000);
afterAll(() => central.close());

function provingWith(token: string | null, key: ReturnType<typeof newStationKey>): Proving {
  let signer: string | null = null;
  const proving = provingFetch(
    fetch,
    key,
    () => clock.ms,
    () => {
      const signs = signer === null ? undefined : keys.get(signer);
      if (signer === null || !signs) return null;
      return {
        person: { personId: personId(signer), name: signer, badge: '', roles: [] },
        key: signs,
      };
    },
  );
  return (path, asked, who) => {
    signer = who;
    const headers = {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    return proving(`${central.url}${path}`, { ...asked, headers });
  };
}

function expected(name: CentralRoute, way: Way, signer: string | null): number {
  const { may, there } = requestOf(name);
  if (way === 'copied' || way === 'none') return 401;
  if (way === 'expired') return name === 'rotateToken' ? 200 : 401;
  // It hands in what it recorded before, and nothing else.
  if (way === 'revoked') return name === 'push' || name === 'photoStates' ? 200 : 401;
  const site = way === 'otherSite' ? 'site-2' : 'site-1';
  const needs = roleFor(name);
  if (needs === null) return way === 'otherSite' ? there : may;
  const person = people.find(({ id }) => id === signer);
  const isAtSite = person?.siteIds.some((id) => id === site) === true;
  const has = isAtSite && (needs === 'anybody' || person.roles.includes(needs));
  return has ? 200 : 403;
}

function roleFor(name: CentralRoute): Role | 'anybody' | null {
  const route: { readonly auth: string; readonly role?: Role | 'anybody' } = centralApi[name];
  return route.role ?? null;
}

test.each(cells)('$name, $way, $signer signed in', async ({ name, way, signer }) => {
  const { method, path, body } = requestOf(name);
  const asked = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await asking[way](path, asked, signer);
  await answer.body?.cancel();
  expect(answer.status).toBe(expected(name, way, signer));
});
