import { expect, test } from 'vitest';
import { provingFetch } from '../../electron/main/station/provingFetch.ts';
import { newStationKey } from '../../electron/main/station/stationKey.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { centralApi } from '../../shared/sync/centralApi.ts';
import { factId } from '../builders/cases/ids.ts';
import { aReturn } from '../central/aReturn.ts';
import { aStation, callCentral, type TestStation, verdictsOf } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';

const clock = { ms: Date.parse('2026-11-20T12:00:00Z') };
const minute = 60_000;

onEachDatabase(
  'The work of a revoked station',
  (ground) => {
    const iso = () => new Date(clock.ms).toISOString();
    const now = <F extends Fact>(fact: F, knownAfter = iso()): F => ({
      ...fact,
      at: { ...fact.at, utc: iso(), localDate: iso().slice(0, 10), knownAfter },
    });
    const enrol = () => aStation(ground().central, ground().keys);
    const revoke = async ({ id }: TestStation) => {
      const { central } = ground();
      const path = `/central/admin/stations/${id}/revoke`;
      expect((await callCentral(central.url, central.adminToken, 'POST', path)).status).toBe(200);
    };

    test('counts through another one as far as it was recorded before, whenever it is revoked again', async () => {
      const [stolen, sibling] = [await enrol(), await enrol()];
      const { arrival, count, inspected, approval } = aReturn(ground().nextCase());
      const heard = iso();
      const before = [arrival, count].map((fact) => stolen.seal(now(fact, heard)));
      clock.ms += 10 * minute;
      await revoke(stolen);
      clock.ms += 60 * minute;
      await revoke(stolen);
      const late = now({ ...count, id: factId(`late-${count.id}`) }, heard);
      const after = [late, ...inspected.slice(2), approval].map((fact) =>
        stolen.seal(fact === approval ? now(approval, heard) : now(fact, heard)),
      );
      expect((await stolen.call('GET', '/central/people')).status).toBe(401);
      expect(verdictsOf(await sibling.push([...before, ...after]))).toEqual([
        'applied',
        'applied',
        ...after.map(() => 'refused stationRevoked'),
      ]);
    });

    test('comes in through its own door by its key alone, and nothing else does', async () => {
      const [revoked, unproved] = [await enrol(), await enrol()];
      const key = newStationKey();
      const ask = (asked: typeof fetch, path: string, body?: unknown, token = revoked.token) =>
        asked(`${ground().central.url}${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
      const proving = provingFetch(fetch, key, () => clock.ms) as typeof fetch;
      const states = { sha256: ['a'.repeat(64)] };
      expect((await ask(proving, '/central/photo-states', states)).status).toBe(200);
      const { arrival, count, approval } = aReturn(ground().nextCase());
      const heard = iso();
      const before = revoked.seal(now(arrival, heard));
      clock.ms += 10 * minute;
      await revoke(revoked);
      await revoke(unproved);
      clock.ms += 60 * minute;
      const after = [count, approval].map((fact) => revoked.seal(now(fact)));
      const push = { contractVersion: 1, epoch: null, commands: [before, ...after] };
      const copied = await ask(fetch, '/central/commands', push);
      expect([copied.status, await copied.json()]).toMatchObject([401, { code: 'unauthorised' }]);
      const handedIn = await ask(proving, '/central/commands', push);
      expect(verdictsOf(centralApi.push.response.parse(await handedIn.json()))).toEqual([
        'applied',
        'refused stationRevoked',
        'refused stationRevoked',
      ]);
      expect((await ask(proving, '/central/photo-states', states)).status).toBe(200);
      const elsewhere = ['/central/people', '/central/changes', '/central/cases/case-1'];
      for (const path of elsewhere) {
        const answer = await ask(proving, path);
        expect([path, answer.status, await answer.json()]).toMatchObject([
          path,
          401,
          { code: 'revoked' },
        ]);
      }
      const late = provingFetch(fetch, newStationKey(), () => clock.ms) as typeof fetch;
      expect((await ask(late, '/central/photo-states', states, unproved.token)).status).toBe(401);
      clock.ms += 31 * 24 * 60 * minute;
      expect((await ask(proving, '/central/commands', push)).status).toBe(401);
    });

    test('counts not where its clock was set back, nor where it decides about money', async () => {
      const [stolen, sibling] = [await enrol(), await enrol()];
      const { arrival, inspected, approval } = aReturn(ground().nextCase());
      await sibling.record(...inspected.map((fact) => now(fact)));
      const heard = iso();
      const decided = stolen.seal(now(approval, heard));
      clock.ms += 10 * minute;
      const heardLater = iso();
      clock.ms -= 9 * minute;
      const setBack = stolen.seal(
        now(
          { ...arrival, id: factId(`back-${arrival.id}`), arrivalId: 'back' as never },
          heardLater,
        ),
      );
      clock.ms += 5 * minute;
      await revoke(stolen);
      clock.ms += 60 * minute;
      expect(verdictsOf(await sibling.push([decided, setBack]))).toEqual([
        'refused stationRevoked',
        'refused stationRevoked',
      ]);
    });
  },
  { now: () => new Date(clock.ms) },
);
