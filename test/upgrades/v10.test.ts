import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { begunDecisionsOf } from '../../renderer/queries/station/begunDecisions.ts';
import { openStorage } from '../../renderer/storage/openStorage.ts';
import { tablesOfV1 } from '../../renderer/storage/upgrades/v1.ts';
import { tablesAddedInV2 } from '../../renderer/storage/upgrades/v2.ts';
import { packOrderLines, tablesChangedInV3 } from '../../renderer/storage/upgrades/v3.ts';
import { keepOlderReadersAway, tablesAddedInV4 } from '../../renderer/storage/upgrades/v4.ts';
import { tablesAddedInV5 } from '../../renderer/storage/upgrades/v5.ts';
import { tablesAddedInV6 } from '../../renderer/storage/upgrades/v6.ts';
import { tablesChangedInV7 } from '../../renderer/storage/upgrades/v7.ts';
import { nameCasesBehind, tablesAddedInV8 } from '../../renderer/storage/upgrades/v8.ts';
import { tablesAddedInV9 } from '../../renderer/storage/upgrades/v9.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { personId } from '../builders/cases/ids.ts';

test('a station of version 9 keeps what lay there, and has room for decisions begun', async () => {
  const name = 'upgrade-10-from-9';
  const before = new Dexie(name);
  before.version(1).stores(tablesOfV1);
  before.version(2).stores(tablesAddedInV2);
  before.version(3).stores(tablesChangedInV3).upgrade(packOrderLines);
  before.version(4).stores(tablesAddedInV4).upgrade(keepOlderReadersAway);
  before.version(5).stores(tablesAddedInV5);
  before.version(6).stores(tablesAddedInV6);
  before.version(7).stores(tablesChangedInV7);
  before.version(8).stores(tablesAddedInV8).upgrade(nameCasesBehind);
  before.version(9).stores(tablesAddedInV9);
  await before.open();
  const held = { key: 'case-1 sara', caseId: 'case-1', personId: 'sara' };
  await before.table('heldDecisions').put(held);
  before.close();

  const { db } = accepted(await openStorage(name));
  expect(await db.heldDecisions.toArray()).toEqual([held]);
  expect(await begunDecisionsOf(db, personId('sara'))).toEqual([]);
  db.close();
});
