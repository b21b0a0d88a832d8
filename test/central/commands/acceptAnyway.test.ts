import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { documentOf } from '../../../central/documents/documentRows.ts';
import { retireKey } from '../../../central/people/keyPeriodRows.ts';
import { dutyOf } from '../../../shared/cases/reading/duties.ts';
import type { Fact, FactOf } from '../../../shared/facts/fact.ts';
import type { Command } from '../../../shared/sync/command.ts';
import { factId, personId } from '../../builders/cases/ids.ts';
import { aReturn } from '../aReturn.ts';
import { aStation, type TestStation, verdictsOf } from '../aStation.ts';
import { type Ground, onEachDatabase } from '../onEachDatabase.ts';

const now = Date.parse('2026-11-25T12:00:00Z');
const replacedOn = new Date('2026-11-19T12:00:00Z');
const recordedAfter = '2026-11-20T15:00:00.000Z';

const later = <F extends Fact>(fact: F): F => ({
  ...fact,
  at: { ...fact.at, utc: recordedAfter, offsetMs: 0 },
});

let accepted = 0;
function accepting(
  { fact, hash }: Command,
  changes: Partial<FactOf<'acceptedAnyway'>> = {},
): FactOf<'acceptedAnyway'> {
  accepted += 1;
  return {
    id: factId(`accepting-${accepted}`),
    siteId: fact.siteId,
    stationId: fact.stationId,
    personId: personId('sara'),
    at: { ...fact.at, utc: '2026-11-25T11:00:00.000Z', localDate: '2026-11-25' },
    kind: 'acceptedAnyway',
    caseId: fact.caseId,
    accepts: fact.id,
    hash,
    hands: dutyOf(fact),
    reason: 'She was here and I saw the goods.',
    ...changes,
  };
}

/** What somebody recorded with a key that had been replaced, offline and unknowing. */
async function refusedWork(
  { central, keys }: Ground,
  work: readonly Fact[],
  why: 'replaced' | 'compromised' = 'replaced',
): Promise<{ readonly station: TestStation; readonly commands: readonly Command[] }> {
  const station = await aStation(central, keys);
  const commands = work.map((fact) => station.seal(later(fact)));
  const ids = [...new Set(work.map((fact) => fact.personId))];
  await central.database.write(async (rows) => {
    for (const id of ids) {
      const person = await documentOf(rows, 'people', id);
      if (person) await retireKey(rows, person, why, replacedOn);
    }
  });
  for (const verdict of verdictsOf(await station.push(commands)))
    expect(verdict).toMatch(/^refused (keyRetired|unknown|nothingInspected)/);
  await central.database.rows.execute(
    sql`insert into signing_keys (public_key, person_id, vouched_by)
      select public_key, person_id, '{"kind": "teller"}' from retired_person_keys`,
  );
  await central.database.rows.execute(
    why === 'compromised' ? sql`select 1` : sql`delete from retired_person_keys`,
  );
  return { station, commands };
}

onEachDatabase(
  'A refused record of floor work',
  (ground) => {
    test('counts as it was recorded once a supervisor accepts it, and every station hears of it', async () => {
      const done = aReturn(ground().nextCase());
      const { station, commands } = await refusedWork(ground(), done.inspected);
      const answers = await station.record(...commands.map((command) => accepting(command)));
      expect(verdictsOf(answers)).toEqual(['applied', 'applied', 'applied', 'applied']);
      expect(verdictsOf(await station.push(commands))).toEqual(commands.map(() => 'duplicate'));
      const other = await aStation(ground().central, ground().keys);
      const told = JSON.stringify(await other.pullAll());
      for (const { fact } of commands) expect(told).toContain(`"${fact.id}"`);
      const rows = await ground().central.database.rows.execute(
        sql`select actor, object, detail from audit where verb = 'accept refused record'`,
      );
      expect(JSON.stringify(rows)).toContain('person: sara');
      expect(JSON.stringify(rows)).toContain('keyRetired');
    });

    test('is accepted from another station of the site too, and twice is once', async () => {
      const { arrival } = aReturn(ground().nextCase());
      const { commands } = await refusedWork(ground(), [arrival]);
      const [command] = commands;
      if (!command) throw new Error('nothing sealed');
      const other = await aStation(ground().central, ground().keys);
      expect(verdictsOf(await other.record(accepting(command)))).toEqual(['applied']);
      expect(
        verdictsOf(await other.record(accepting(command, { personId: personId('olga') }))),
      ).toEqual(['applied']);
    });

    test('makes whoever accepts it one of its hands: another supervisor decides about the money', async () => {
      const done = aReturn(ground().nextCase());
      const { station, commands } = await refusedWork(ground(), done.inspected);
      await station.record(...commands.map((command) => accepting(command)));
      expect(verdictsOf(await station.record(done.approval))).toEqual(['refused ownHandsOnCase']);
    });

    test('is accepted by nobody whose own it is, without a reason, under another hash, or without the role', async () => {
      const done = aReturn(ground().nextCase());
      const finding = { ...done.finding, personId: personId('olga') };
      const { station, commands } = await refusedWork(ground(), [
        done.arrival,
        done.count,
        finding,
      ]);
      const [arrival, , ofOlga] = commands;
      if (!arrival || !ofOlga) throw new Error('nothing sealed');
      const tries = [
        accepting(ofOlga, { personId: personId('olga') }),
        accepting(arrival, { reason: '  ' }),
        accepting(arrival, { hash: 'a'.repeat(64) }),
        accepting(arrival, { hands: null }),
        accepting(arrival, { personId: personId('dora') }),
      ];
      expect(verdictsOf(await station.record(...tries))).toEqual([
        'refused ownRecord',
        'refused reasonRequired',
        'refused notRefused',
        'refused notRefused',
        'refused notYourRole',
      ]);
    });

    test('about money is never accepted so, nor what a case cannot hold', async () => {
      const done = aReturn(ground().nextCase());
      const { station, commands } = await refusedWork(ground(), [
        ...done.inspected,
        { ...done.approval, personId: personId('olga') },
      ]);
      const [arrival, count, , , decision] = commands;
      if (!arrival || !count || !decision) throw new Error('nothing sealed');
      expect(verdictsOf(await station.record(accepting(decision)))).toEqual([
        'refused notFloorWork',
      ]);
      // Behind an arrival nobody accepted yet there is nothing to count.
      expect(verdictsOf(await station.record(accepting(count)))).toEqual([
        'refused unknownArrival',
      ]);
      expect(verdictsOf(await station.record(accepting(arrival), accepting(count)))).toEqual([
        'applied',
        'applied',
      ]);
    });

    test('signed with a key in wrong hands is accepted by nobody', async () => {
      const { arrival } = aReturn(ground().nextCase());
      const work = { ...arrival, personId: personId('ivan') };
      const { station, commands } = await refusedWork(ground(), [work], 'compromised');
      await ground().central.database.rows.execute(
        sql`delete from signing_keys where person_id = 'ivan'`,
      );
      const [command] = commands;
      if (!command) throw new Error('nothing sealed');
      expect(verdictsOf(await station.record(accepting(command)))).toEqual([
        'refused badSignature',
      ]);
    });
  },
  { now: () => new Date(now) },
);
