import { expect, test } from 'vitest';
import { standingRows } from '../../renderer/cases/blindFacts.ts';
import { acceptedFactRow } from '../../renderer/storage/factRows.ts';
import { highestSequence } from '../../renderer/storage/meta.ts';
import { openStorage } from '../../renderer/storage/openStorage.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { aCorrection } from '../builders/cases/decidedFacts.ts';
import { caseId, factId } from '../builders/cases/ids.ts';
import { aHold } from '../builders/cases/recordedFacts.ts';
import { databaseOfVersion } from './ofVersion.ts';

const held = (name: string) => aHold({ id: factId(name), caseId: caseId('case-1') });
const undo = aCorrection({
  id: factId('undo'),
  caseId: caseId('case-1'),
  corrects: factId('undone'),
});

test('a station of version 10 keeps its facts, and finds its own and what they take back', async () => {
  const name = 'upgrade-11-from-10';
  const before = databaseOfVersion(10, name);
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
