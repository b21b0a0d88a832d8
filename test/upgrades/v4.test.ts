import { describe, expect, test } from 'vitest';
import { openStorage } from '../../renderer/storage/openStorage.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { databaseOfVersion } from './ofVersion.ts';

const facts = [
  { id: 'fact-1', sequence: 1, acceptance: 'accepted', acceptedAt: '2026-11-18T15:00:00.000Z' },
  { id: 'fact-2', sequence: 2, acceptance: 'here', acceptedAt: null },
];

describe.each([1, 2, 3] as const)('A station of version %s', (version) => {
  test('keeps what each fact says of its acceptance, and keeps builds away that know no runs', async () => {
    const name = `upgrade-4-from-${version}`;
    const before = databaseOfVersion(version, name);
    await before.open();
    await before.table('facts').bulkPut(facts);
    await before.table('outbox').put({ sequence: 2, id: 'fact-2' });
    await before.table('meta').put({ key: 'station', minimumReader: 1, cursor: '41' });
    before.close();

    const { db, fresh } = accepted(await openStorage(name));
    expect(fresh).toBe(false);
    expect(await db.facts.toArray()).toEqual(facts);
    expect(await db.outbox.count()).toBe(1);
    expect(await db.answeredRuns.count()).toBe(0);
    expect(await db.meta.get('station')).toMatchObject({ cursor: '41', minimumReader: 5 });
    db.close();
  });
});
