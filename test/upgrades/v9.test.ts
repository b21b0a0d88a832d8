import { expect, test } from 'vitest';
import { findingDraft } from '../../renderer/queries/station/drafts.ts';
import { openStorage } from '../../renderer/storage/openStorage.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { databaseOfVersion } from './ofVersion.ts';

test('a station of version 8 keeps a finding begun before there was a catalogue, and has room for one', async () => {
  const name = 'upgrade-9-from-8';
  const before = databaseOfVersion(8, name);
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
