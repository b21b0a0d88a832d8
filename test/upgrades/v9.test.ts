import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { findingDraft } from '../../renderer/queries/station/drafts.ts';
import { openStorage } from '../../renderer/storage/openStorage.ts';
import { tablesOfV1 } from '../../renderer/storage/upgrades/v1.ts';
import { tablesAddedInV2 } from '../../renderer/storage/upgrades/v2.ts';
import { packOrderLines, tablesChangedInV3 } from '../../renderer/storage/upgrades/v3.ts';
import { keepOlderReadersAway, tablesAddedInV4 } from '../../renderer/storage/upgrades/v4.ts';
import { tablesAddedInV5 } from '../../renderer/storage/upgrades/v5.ts';
import { tablesAddedInV6 } from '../../renderer/storage/upgrades/v6.ts';
import { tablesChangedInV7 } from '../../renderer/storage/upgrades/v7.ts';
import { nameCasesBehind, tablesAddedInV8 } from '../../renderer/storage/upgrades/v8.ts';
import { accepted } from '../builders/cases/accepted.ts';

test('a station of version 8 keeps a finding begun before there was a catalogue, and has room for one', async () => {
  const name = 'upgrade-9-from-8';
  const before = new Dexie(name);
  before.version(1).stores(tablesOfV1);
  before.version(2).stores(tablesAddedInV2);
  before.version(3).stores(tablesChangedInV3).upgrade(packOrderLines);
  before.version(4).stores(tablesAddedInV4).upgrade(keepOlderReadersAway);
  before.version(5).stores(tablesAddedInV5);
  before.version(6).stores(tablesAddedInV6);
  before.version(7).stores(tablesChangedInV7);
  before.version(8).stores(tablesAddedInV8).upgrade(nameCasesBehind);
  await before.open();
  const draft = { what: 'defect', group: 'material', code: 'material.crack', quantity: 2 };
  const row = { key: 'case-1 group-1', caseId: 'case-1', personId: 'ivan', draft };
  await before.table('drafts').put({ ...row, savedAt: '2026-11-18T15:00:00.000Z' });
  before.close();

  const { db } = accepted(await openStorage(name));
  expect(await findingDraft(db, 'case-1', 'group-1')).toMatchObject({ draft });
  expect(await db.catalogue.count()).toBe(0);
  db.close();
});
