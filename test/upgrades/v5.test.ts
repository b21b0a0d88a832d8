import { expect, test } from 'vitest';
import { openStorage } from '../../renderer/storage/openStorage.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { databaseOfVersion } from './ofVersion.ts';

test('a station of version 4 keeps everything, and can hold a signed decision', async () => {
  const name = 'upgrade-5-from-4';
  const before = databaseOfVersion(4, name);
  await before.open();
  const draft = { key: 'case-1 group-1', caseId: 'case-1', savedAt: '2026-11-18T15:00:00.000Z' };
  await before.table('drafts').put(draft);
  await before.table('meta').put({ key: 'station', minimumReader: 3, cursor: '41' });
  before.close();

  const { db, fresh } = accepted(await openStorage(name));
  expect(fresh).toBe(false);
  expect(await db.drafts.toArray()).toEqual([draft]);
  expect(await db.heldDecisions.count()).toBe(0);
  expect(await db.meta.get('station')).toMatchObject({ cursor: '41', minimumReader: 5 });
  db.close();
});
