import { expect, test } from 'vitest';
import { openStorage } from '../../renderer/storage/openStorage.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { anArrival, aPhoto } from '../builders/cases/recordedFacts.ts';
import { databaseOfVersion } from './ofVersion.ts';

test('a station of version 6 keeps its facts, and finds a photo by its picture', async () => {
  const name = 'upgrade-7-from-6';
  const before = databaseOfVersion(6, name);
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
