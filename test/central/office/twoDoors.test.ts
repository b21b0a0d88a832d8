/** People and calendars have two doors, the office's and the administrators', and one truth behind both. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Person } from '../../../shared/facts/documents.ts';
import { History, RecordAnswer } from '../../../shared/office/officeApi.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import type { CentralInMemory } from '../../builders/central/centralInMemory.ts';
import { callCentral } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';
import { askOffice } from './askOffice.ts';

const PersonRecord = RecordAnswer.extend({
  body: z.object({
    name: z.string(),
    badge: z.string(),
    roles: z.array(z.string()),
    sites: z.array(z.unknown()),
  }),
});

onEachDatabase('Two doors', (ground) => {
  const admin = (method: string, path: string, body?: object) => {
    const { url, adminToken } = ground().central;
    return callCentral(url, adminToken, method, `/central/admin/${path}`, body);
  };
  const office = (method: string, path: string, body?: object) =>
    askOffice(ground().central, { method, path, ...(body && { body }) });
  const nina = { name: 'Nina Roth', badge: 'NINA01', roles: ['dock'], siteIds: ['site-1'] };

  test('somebody added by the administrators is on record, changed by the office, and leaves by either', async () => {
    const added = await admin('POST', 'people', { id: 'nina', ...nina, by: 'Ada' });
    expect(added.status).toBe(200);
    const record = await office('GET', 'people/quayside:nina');
    expect(record).toMatchObject({
      status: 200,
      body: {
        version: 1,
        state: 'current',
        changedBy: 'Ada',
        body: { name: 'Nina Roth', badge: 'NINA01', roles: ['dock'], sites: ['site-1'] },
      },
    });

    const body = { name: 'Nina Roth', badge: 'NINA02', roles: ['dock'], sites: ['site-1'] };
    await office('PUT', 'people/quayside:nina?reason=Lost%20it&by=Ben', body);
    expect(await personOf(ground().central, 'nina')).toMatchObject({ badge: 'NINA02' });

    await admin('POST', 'people/nina', { roles: ['inspector'], reason: 'Learned it', by: 'Ada' });
    await admin('POST', 'people/nina/leave', { why: 'left', reason: 'Moved away', by: 'Ada' });
    const { body: said } = await office('GET', 'people/quayside:nina/history');
    expect(
      History.parse(said).changes.map(({ by, reason, outcome }) => [by, reason, outcome]),
    ).toEqual([
      ['Ada', 'Begins to work here', 'created'],
      ['Ben', 'Lost it', 'updated'],
      ['Ada', 'Learned it', 'updated'],
      ['Ada', 'Moved away', 'withdrawn'],
    ]);
    const renamed = await admin('POST', 'people/nina', { name: 'N', reason: 'x', by: 'Ada' });
    expect(renamed).toMatchObject({ status: 400, body: { field: 'active' } });
    const back = { active: true, reason: 'Is here again', by: 'Ada' };
    expect((await admin('POST', 'people/nina', back)).status).toBe(200);
    expect((await office('GET', 'people/quayside:nina')).body).toMatchObject({ state: 'current' });
    expect((await office('DELETE', 'people/quayside:nina?reason=Gone')).status).toBe(200);
    expect(await personOf(ground().central, 'nina')).toMatchObject({ active: false });
  });

  test('somebody told by another system keeps its number when an administrator changes them', async () => {
    const sites = [{ source: 'quayside', id: 'site-1' }];
    const told = await office('PUT', 'people/hr:77', {
      name: 'Omar Vega',
      badge: 'OMAR01',
      roles: ['dock'],
      sites,
    });
    const { ownId } = z.object({ ownId: z.string() }).parse(told.body);
    const moved = { siteIds: ['site-2'], reason: 'Moves', by: 'Ada' };
    expect((await admin('POST', `people/${ownId}`, moved)).status).toBe(200);
    const { body } = await office('GET', 'people/hr:77');
    expect(body).toMatchObject({
      version: 2,
      body: { badge: 'OMAR01', sites: [{ source: 'quayside', id: 'site-2' }] },
    });
    const taken = await admin('POST', 'people', {
      ...nina,
      id: 'olli',
      badge: 'OMAR01',
      by: 'Ada',
    });
    expect(taken).toMatchObject({ status: 400, body: { field: 'badge' } });
  });

  test('who was here before there were records has one', async () => {
    const { body } = await office('GET', 'people/quayside:dora');
    expect(body).toMatchObject({ version: 1, state: 'current', changedBy: 'central' });
    expect((await office('GET', 'sites/quayside:site-1')).status).toBe(200);
    const put = await office('PUT', 'people/quayside:dora', {
      ...PersonRecord.parse(body).body,
      name: 'Dora Neu',
    });
    expect(put).toMatchObject({ status: 200, body: { outcome: 'updated', version: 2 } });
    expect(await personOf(ground().central, 'dora')).toMatchObject({ name: 'Dora Neu' });
  });

  test('a calendar given by the administrators is on record, and what the office names no more goes', async () => {
    const closures = [
      { date: '2027-05-14', name: 'Bridge day' },
      { date: '2027-12-24', name: 'Stocktaking' },
    ];
    const given = await admin('POST', 'calendars/site-1', {
      by: 'Ada',
      why: 'Agreed with the works council',
      country: 'DE',
      region: 'BY',
      closures,
    });
    expect(given.status, JSON.stringify(given.body)).toBe(200);
    const { body } = await office('GET', 'calendars/quayside:site-1');
    const record = RecordAnswer.extend({ body: z.looseObject({ closures: z.unknown() }) }).parse(
      body,
    );
    expect(record.changedBy).toBe('Ada');
    expect(record.body.closures).toEqual(expect.arrayContaining(closures));

    const one = { ...record.body, closures: closures.slice(1) };
    const put = await office('PUT', 'calendars/quayside:site-1?reason=Not%20after%20all', one);
    expect(put).toMatchObject({ status: 200, body: { outcome: 'updated' } });
    expect(await closuresOf(ground().central, 'site-1')).not.toContain('2027-05-14');
    expect(await closuresOf(ground().central, 'site-1')).toContain('2027-12-24');

    const remove = { by: 'Ben', why: 'Open then', remove: ['2027-12-24'] };
    await admin('POST', 'calendars/site-1', remove);
    expect((await office('GET', 'calendars/quayside:site-1')).body).toMatchObject({
      version: record.version + 2,
      body: { closures: [] },
    });
  });

  test('however many say something by either door, both show the same people', async () => {
    const random = numbers(20_261_130);
    const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] ?? (of[0] as T);
    const ids = ['p-1', 'p-2', 'p-3', 'p-4'];
    const badges = ['MODEL1', 'MODEL2', 'MODEL3', 'MODEL4', 'MODEL5'];
    for (let turn = 0; turn < 120; turn += 1) {
      const id = one(ids);
      const roles = [one(['dock', 'inspector', 'supervisor'])];
      const site = one(['site-1', 'site-2', 'nowhere']);
      const person = { name: one(['Ada', 'Ben']), badge: one(badges), roles };
      const said = { by: 'Ada', reason: `turn ${turn}` };
      const answer = await one([
        () => admin('POST', 'people', { id, ...person, siteIds: [site], ...said }),
        () => admin('POST', `people/${id}`, { ...person, siteIds: [site], ...said }),
        () => admin('POST', `people/${id}`, { active: true, ...said }),
        () => admin('POST', `people/${id}/leave`, { why: one(['left', 'compromised']), ...said }),
        () => office('PUT', `people/quayside:${id}`, { ...person, sites: [site] }),
        () => office('DELETE', `people/quayside:${id}?reason=x`),
      ])();
      expect(answer.status).toBeLessThan(500);
    }
    for (const id of ids) {
      const { body, state } = PersonRecord.parse(
        (await office('GET', `people/quayside:${id}`)).body,
      );
      const { name, badge, roles, sites } = body;
      expect(await personOf(ground().central, id)).toEqual({
        id,
        name,
        badge,
        roles,
        siteIds: sites,
        active: state === 'current',
      });
    }
  });
});

async function personOf(central: CentralInMemory, id: string): Promise<Person | undefined> {
  const { path, response } = centralApi.everybody;
  const answer = await callCentral(central.url, central.adminToken, 'GET', path);
  return response.parse(answer.body).people.find(({ person }) => person.id === id)?.person;
}

async function closuresOf(central: CentralInMemory, siteId: string): Promise<readonly string[]> {
  const by = { by: 'Ada', why: 'Only looking', dryRun: true };
  const path = `/central/admin/calendars/${siteId}`;
  const answer = await callCentral(central.url, central.adminToken, 'POST', path, by);
  const { calendar } = centralApi.giveCalendar.response.parse(answer.body);
  return calendar.closures.map(({ date }) => date);
}

/** Numbers below 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
