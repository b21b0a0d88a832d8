import { describe, expect, test } from 'vitest';
import { mayCountStill } from '../../../central/commands/mayCountStill.ts';
import { documentOf, putDocument } from '../../../central/documents/documentRows.ts';
import { retireKey } from '../../../central/people/keyPeriodRows.ts';
import type { Person } from '../../../shared/facts/documents.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import type { RecordedTime } from '../../../shared/facts/time.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { siteId } from '../../builders/cases/ids.ts';
import { people } from '../aCompany.ts';
import { aReturn } from '../aReturn.ts';
import { aStation, callCentral, type TestStation, verdictsOf } from '../aStation.ts';
import { type Ground, onEachDatabase } from '../onEachDatabase.ts';

const clock = { ms: Date.parse('2026-11-20T12:00:00Z') };
const retiredAt = '2026-11-20T12:00:00.000Z';

const at = <F extends Fact>(fact: F, change: Partial<RecordedTime>): F => ({
  ...fact,
  at: { ...fact.at, offsetMs: 0, ...change },
});

async function leave({ central }: Ground, id: string, why: 'left' | 'compromised') {
  const body = { why, by: 'Ada', reason: 'Works elsewhere now' };
  const path = `/central/admin/people/${id}/leave`;
  expect((await callCentral(central.url, central.adminToken, 'POST', path, body)).status).toBe(200);
}

/** Days pass, and the station is heard for the first time since. */
async function daysLater(station: TestStation, days: number) {
  clock.ms += days * 24 * 60 * 60_000;
  const answer = await station.call('POST', '/central/token', {});
  station.token = centralApi.rotateToken.response.parse(answer.body).token;
}

/** Puts a person back as they were, with the same key, for the next test. */
async function comeBack({ central, keys }: Ground, id: string) {
  const person = people.find((one) => one.id === id);
  if (!person || !keys.has(id)) throw new Error(`nobody is ${id}`);
  await central.database.rows.execute(
    `insert into signing_keys (public_key, person_id, vouched_by) select public_key, person_id, '{"kind": "teller"}' from retired_person_keys where person_id = '${id}'`,
  );
  await central.database.rows.execute('delete from retired_person_keys');
  await central.database.write((rows) => putDocument(rows, { collection: 'people', body: person }));
}

onEachDatabase(
  'Somebody who left',
  (ground) => {
    test('has their honest work of before accepted, days later, and nothing of after', async () => {
      const station = await aStation(ground().central, ground().keys);
      const done = aReturn(ground().nextCase());
      const early = [done.arrival, done.count].map((fact) =>
        station.seal(at(fact, { utc: '2026-11-18T15:00:00.000Z' })),
      );
      const { personId } = done.arrival;
      await leave(ground(), personId, 'left');
      await daysLater(station, 5);
      expect(verdictsOf(await station.push(early))).toEqual(['applied', 'applied']);
      const late = aReturn(ground().nextCase());
      const after = at(late.arrival, { utc: '2026-11-21T15:00:00.000Z', localDate: '2026-11-21' });
      expect(verdictsOf(await station.record(after))).toEqual(['refused keyRetired']);
      const backdated = aReturn(ground().nextCase());
      const told = at(backdated.arrival, { knownAfter: '2026-11-21T15:00:00.000Z' });
      expect(verdictsOf(await station.record(told))).toEqual(['refused keyRetired']);
      clock.ms = Date.parse(retiredAt);
      await comeBack(ground(), personId);
    });

    test('may not backdate behind what others recorded since at the same station', async () => {
      const station = await aStation(ground().central, ground().keys);
      const done = aReturn(ground().nextCase());
      const { personId } = done.finding;
      const ofOthers = [done.arrival, done.count].filter((fact) => fact.personId !== personId);
      await leave(ground(), personId, 'left');
      await daysLater(station, 1);
      const since = { utc: '2026-11-21T11:00:00.000Z', localDate: '2026-11-21' };
      const moved = ofOthers.map((fact) => station.seal(at(fact, since)));
      expect(moved.length).toBeGreaterThan(0);
      const backdated = station.seal(at(done.finding, { utc: '2026-11-19T15:00:00.000Z' }));
      expect(verdictsOf(await station.push([...moved, backdated])).at(-1)).toBe(
        'refused keyRetired',
      );
      clock.ms = Date.parse(retiredAt);
      await comeBack(ground(), personId);
    });

    test('whose key is in wrong hands has nothing unsent accepted', async () => {
      const station = await aStation(ground().central, ground().keys);
      const { arrival } = aReturn(ground().nextCase());
      const sealed = station.seal(at(arrival, { utc: '2026-11-18T15:00:00.000Z' }));
      await leave(ground(), arrival.personId, 'compromised');
      expect(verdictsOf(await station.push([sealed]))).toEqual(['refused keyRetired']);
      await comeBack(ground(), arrival.personId);
    });

    test('is named no more to stations', async () => {
      const station = await aStation(ground().central, ground().keys);
      const { personId } = aReturn(1).arrival;
      const named = async () => JSON.stringify((await station.call('GET', '/central/people')).body);
      expect(await named()).toContain(`"${personId}"`);
      await leave(ground(), personId, 'left');
      expect(await named()).not.toContain(`"${personId}"`);
      await comeBack(ground(), personId);
    });
  },
  { now: () => new Date(clock.ms) },
);

onEachDatabase(
  'Somebody changed by a plain document',
  (ground) => {
    const change = (id: string, changes: Partial<Person>) =>
      ground().central.database.write(async (rows) => {
        const body = await documentOf(rows, 'people', id);
        if (!body) throw new Error('nobody');
        await putDocument(
          rows,
          { collection: 'people', body: { ...body, ...changes } },
          new Date(clock.ms),
        );
        return body;
      });

    const changes: readonly (readonly [string, Partial<Person>])[] = [
      ['works here no more', { active: false }],
      ['does other work', { roles: [] }],
      ['works at another site', { siteIds: [siteId('site-2')] }],
    ];
    test.each(changes)(
      '%s: what they recorded before counts, what after does not',
      async (_what, to) => {
        clock.ms = Date.parse(retiredAt);
        const station = await aStation(ground().central, ground().keys);
        const done = aReturn(ground().nextCase());
        const { personId } = done.arrival;
        const early = station.seal(at(done.arrival, { utc: '2026-11-18T15:00:00.000Z' }));
        const before = await change(personId, to);
        await daysLater(station, 5);
        expect(verdictsOf(await station.push([early]))).toEqual(['applied']);
        const since = { utc: '2026-11-21T15:00:00.000Z', localDate: '2026-11-21' };
        const late = at(aReturn(ground().nextCase()).arrival, since);
        expect(verdictsOf(await station.record(late))[0]).toMatch(
          /^refused (inactivePerson|notYourRole|otherSite)$/,
        );
        await change(personId, before);
      },
    );

    test('decided nothing after all: a decision is made anew', async () => {
      clock.ms = Date.parse(retiredAt);
      const station = await aStation(ground().central, ground().keys);
      const done = aReturn(ground().nextCase());
      await station.record(...done.inspected);
      const decided = station.seal(at(done.approval, { utc: '2026-11-20T11:00:00.000Z' }));
      const before = await change('sara', { active: false });
      expect(verdictsOf(await station.push([decided]))).toEqual(['refused inactivePerson']);
      await change('sara', before);
    });
  },
  { now: () => new Date(clock.ms) },
);

onEachDatabase(
  'A new key',
  (ground) => {
    test('leaves what was signed with the one before counting for when it was recorded', async () => {
      const station = await aStation(ground().central, ground().keys);
      const { arrival } = aReturn(ground().nextCase());
      const sealed = station.seal(at(arrival, { utc: '2026-11-18T15:00:00.000Z' }));
      await ground().central.database.write(async (rows) => {
        const person = await documentOf(rows, 'people', arrival.personId);
        if (!person) throw new Error('nobody');
        await retireKey(rows, person, 'replaced', new Date(clock.ms));
      });
      expect(verdictsOf(await station.push([sealed]))).toEqual(['applied']);
    });
  },
  { now: () => new Date(clock.ms) },
);

describe('Of what a retired key signed', () => {
  const key = { retiredAt, why: 'left' } as const;
  const known = { acceptedAt: '2026-11-25T12:00:00.000Z', recordedThrough: null };
  const { arrival, approval } = aReturn(1);
  const early = at(arrival, { utc: '2026-11-18T15:00:00.000Z' });
  const counts = (fact: Fact, more: Partial<Parameters<typeof mayCountStill>[2]> = {}) =>
    mayCountStill(fact, key, { ...known, ...more }).ok;

  test('a decision about money never counts: it is made anew', () => {
    expect(counts(early)).toBe(true);
    expect(counts(at(approval, { utc: '2026-11-18T15:00:00.000Z' }))).toBe(false);
  });

  test('nothing counts a month later, or with a clock whose measured offset puts it after', () => {
    expect(counts(early, { acceptedAt: '2026-12-21T12:00:00.000Z' })).toBe(false);
    expect(counts(at(arrival, { utc: '2026-11-18T15:00:00.000Z', offsetMs: 3 * 86_400_000 }))).toBe(
      false,
    );
    expect(counts(early, { recordedThrough: new Date('2026-11-21T12:00:00.000Z') })).toBe(false);
  });
});
