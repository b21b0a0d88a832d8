import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { openStorage } from '../../renderer/storage/openStorage.ts';
import { tablesOfV1 } from '../../renderer/storage/upgrades/v1.ts';
import { aClient } from '../builders/cases/aClient.ts';
import { accepted } from '../builders/cases/accepted.ts';

test('a station of version 1 keeps everything and can begin findings afterwards', async () => {
  const before = new Dexie('upgrade-2');
  before.version(1).stores(tablesOfV1);
  await before.open();
  await before.table('clients').put(aClient(), 'client-1');
  await before.table('meta').put({ key: 'station', minimumReader: 1, cursor: '41' });
  before.close();

  const { db, fresh } = accepted(await openStorage('upgrade-2'));
  expect(fresh).toBe(false);
  expect(await db.clients.get('client-1')).toEqual(aClient());
  expect(await db.meta.get('station')).toMatchObject({ cursor: '41' });
  expect(await db.drafts.count()).toBe(0);
  db.close();
});
