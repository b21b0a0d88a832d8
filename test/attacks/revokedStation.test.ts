import { expect, test } from 'vitest';
import type { Fact } from '../../shared/facts/fact.ts';
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
