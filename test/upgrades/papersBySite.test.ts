import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCentral } from '../builders/central/centralInMemory.ts';
import { aStation } from '../central/aStation.ts';
import { dumpOfPGliteWith, migrationsUpTo, oldStation, rowsOf } from './central/oldDatabases.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-papers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const beforeIt = 10;
const twoSites = `
  insert into documents select 'sites', 'far-site', null, jsonb_set(body, '{id}', '"far-site"')
    from documents where collection = 'sites' limit 1;
  insert into documents select 'clients', 'nobodys', null, jsonb_set(body, '{id}', '"nobodys"')
    from documents where collection = 'clients' limit 1;
  insert into changes (site_id, collection, id) values ('*', 'sites', 'far-site'), ('*', 'clients', 'nobodys');`;

test('papers every site had stay where a case draws on them, and are gone from the others', async () => {
  const before = await migrationsUpTo(path.join(folder, 'before'), beforeIt);
  const after = await migrationsUpTo(path.join(folder, 'after'), beforeIt + 1);
  const rows = `${await rowsOf(beforeIt)}${twoSites}`;
  const from = await dumpOfPGliteWith([before, after], rows);
  const central = await startCentral({ place: { kind: 'memory', from } });
  try {
    const { keys } = await oldStation();
    const told = async (siteId: string) => {
      const changes = await (await aStation(central, keys, siteId)).pullAll();
      const papers = changes.filter(
        (c) => c.collection === 'clients' || c.collection === 'contracts',
      );
      return papers.map(({ id, body }) => `${id} ${body === null ? 'gone' : 'here'}`).toSorted();
    };
    expect(await told('site-1')).toEqual(['client-1 here', 'contract-1.v1 here', 'nobodys gone']);
    expect(await told('far-site')).toEqual(['client-1 gone', 'contract-1.v1 gone', 'nobodys gone']);
  } finally {
    await central.close();
  }
});
