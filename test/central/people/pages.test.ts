/** People and stations come page by page, each once and in order, however few fit on one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminPeopleApi } from '../../../shared/sync/adminPeopleApi.ts';
import { adminStationsApi } from '../../../shared/sync/adminStationsApi.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { moveIn } from '../aCompany.ts';
import { aStation, callCentral } from '../aStation.ts';

let central: CentralInMemory;
beforeAll(async () => {
  central = await startCentral({
    fill: async (tools) => {
      await moveIn(tools, 1);
    },
  });
  for (let made = 0; made < 3; made += 1) await aStation(central, new Map(), 'site-1');
}, 60_000);
afterAll(() => central?.close());

async function ask(path: string): Promise<unknown> {
  const answer = await callCentral(central.url, central.adminToken, 'GET', path);
  expect(answer.status).toBe(200);
  return answer.body;
}

test('everybody, two by two, as all at once', async () => {
  const { path, response } = adminPeopleApi.everybody;
  const all = response.parse(await ask(path));
  expect(all.cursor).toBe(null);
  expect(all.people.length).toBeGreaterThan(4);
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const behind: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page = response.parse(await ask(`${path}?limit=2${behind}`));
    expect(page.people.length).toBeLessThanOrEqual(2);
    found.push(...page.people.map(({ person }) => person.id));
    ({ cursor } = page);
  }
  expect(found).toEqual(all.people.map(({ person }) => person.id));
});

test('every station, one by one, as all at once', async () => {
  const { path, response } = adminStationsApi.everyStation;
  const all = response.parse(await ask(path));
  expect([all.stations.length, all.cursor]).toEqual([3, null]);
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const behind: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page = response.parse(await ask(`${path}?limit=1${behind}`));
    found.push(...page.stations.map(({ id }) => id));
    ({ cursor } = page);
  }
  expect(found).toEqual(all.stations.map(({ id }) => id));
});

test('behind somebody who never was here stands nobody', async () => {
  const { response, path } = adminPeopleApi.everybody;
  expect(response.parse(await ask(`${path}?cursor=nobody`))).toMatchObject({
    people: [],
    cursor: null,
  });
});
