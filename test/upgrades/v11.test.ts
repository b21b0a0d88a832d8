import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { standingRows } from '../../renderer/cases/blindFacts.ts';
import { acceptedFactRow } from '../../renderer/storage/factRows.ts';
import { highestSequence } from '../../renderer/storage/meta.ts';
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
import { tablesAddedInV10 } from '../../renderer/storage/upgrades/v10.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { aCorrection } from '../builders/cases/decidedFacts.ts';
import { caseId, factId } from '../builders/cases/ids.ts';
import { aHold } from '../builders/cases/recordedFacts.ts';

const held = (name: string) => aHold({ id: factId(name), caseId: caseId('case-1') });
const undo = aCorrection({
  id: factId('undo'),
  caseId: caseId('case-1'),
  corrects: factId('undone'),
});

test('a station of version 10 keeps its facts, and finds its own and what they take back', async () => {
  const name = 'upgrade-11-from-10';
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
  before.version(10).stores(tablesAddedInV10);
  await before.open();
  const foreign = ['kept', 'undone'].map(held);
  const own = { stationId: 's', sequence: 7, previousHash: '', hash: '' };
  const written = [...foreign, undo].map((fact) => ({
    ...acceptedFactRow({ fact, acceptedAt: fact.at.utc }, undefined),
    arrivalId: '',
    ...(fact === undo && { sequence: 7, envelope: own }),
  }));
  await before.table('facts').bulkPut(written);
  await before.table('meta').put({ key: 'station', minimumReader: 4, lastSequence: 3 });
  before.close();

  const { db } = accepted(await openStorage(name));
  expect(await db.meta.get('station')).toMatchObject({ minimumReader: 5 });
  const rows = await db.facts.toArray();
  expect(rows.map((row) => row.id)).toEqual(['kept', 'undo', 'undone']);
  const standing = await standingRows(db, rows);
  expect(standing.map((row) => row.id)).toEqual(expect.not.arrayContaining(['undone']));
  expect(await highestSequence(db)).toBe(7);
  expect(await db.facts.orderBy('envelope.sequence').primaryKeys()).toEqual(['undo']);
  db.close();
});

test('what a fact does not have lies in no index', async () => {
  const { db } = accepted(await openStorage('facts-in-few-indexes'));
  const fact = held('foreign');
  await db.facts.put(acceptedFactRow({ fact, acceptedAt: fact.at.utc }, undefined));
  const indexes = db.facts.schema.indexes.map(({ name }) => name);
  const counts = await Promise.all(
    indexes.map(async (index) => [index, await db.facts.orderBy(index).count()] as const),
  );
  expect(counts.filter(([, count]) => count > 0)).toEqual([['caseId', 1]]);
  db.close();
});
