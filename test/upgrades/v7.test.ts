import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { openStorage } from '../../renderer/storage/openStorage.ts';
import { tablesOfV1 } from '../../renderer/storage/upgrades/v1.ts';
import { tablesAddedInV2 } from '../../renderer/storage/upgrades/v2.ts';
import { packOrderLines, tablesChangedInV3 } from '../../renderer/storage/upgrades/v3.ts';
import { keepOlderReadersAway, tablesAddedInV4 } from '../../renderer/storage/upgrades/v4.ts';
import { tablesAddedInV5 } from '../../renderer/storage/upgrades/v5.ts';
import { tablesAddedInV6 } from '../../renderer/storage/upgrades/v6.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { anArrival, aPhoto } from '../builders/cases/recordedFacts.ts';

test('a station of version 6 keeps its facts, and finds a photo by its picture', async () => {
  const name = 'upgrade-7-from-6';
  const before = new Dexie(name);
  before.version(1).stores(tablesOfV1);
  before.version(2).stores(tablesAddedInV2);
  before.version(3).stores(tablesChangedInV3).upgrade(packOrderLines);
  before.version(4).stores(tablesAddedInV4).upgrade(keepOlderReadersAway);
  before.version(5).stores(tablesAddedInV5);
  before.version(6).stores(tablesAddedInV6);
  await before.open();
  const [photo, arrival] = [aPhoto(), anArrival()];
  const rows = [photo, arrival].map((fact) => ({ id: fact.id, caseId: fact.caseId, fact }));
  await before.table('facts').bulkPut(rows);
  before.close();

  const { db } = accepted(await openStorage(name));
  expect(await db.facts.count()).toBe(2);
  const found = await db.facts.where('fact.sha256').equals(photo.sha256).toArray();
  expect(found.map(({ fact }) => fact)).toEqual([photo]);
  db.close();
});
