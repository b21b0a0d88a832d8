import { expect, test } from 'vitest';
import { begunDecisionsOf } from '../../renderer/queries/station/begunDecisions.ts';
import { openStorage } from '../../renderer/storage/openStorage.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { personId } from '../builders/cases/ids.ts';
import { databaseOfVersion } from './ofVersion.ts';

test('a station of version 9 keeps what lay there, and has room for decisions begun', async () => {
  const name = 'upgrade-10-from-9';
  const before = databaseOfVersion(9, name);
  await before.open();
  const held = { key: 'case-1 sara', caseId: 'case-1', personId: 'sara' };
  await before.table('heldDecisions').put(held);
  before.close();

  const { db } = accepted(await openStorage(name));
  expect(await db.heldDecisions.toArray()).toEqual([held]);
  expect(await begunDecisionsOf(db, personId('sara'))).toEqual([]);
  db.close();
});
