import { expect, onTestFinished, test, vi } from 'vitest';
import { documentsBy, keysUnder, rowsUnder } from '../../../renderer/storage/byIndex.ts';
import { openStorage } from '../../../renderer/storage/openStorage.ts';
import type { RefusedRow } from '../../../renderer/storage/rows.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { factId } from '../../builders/cases/ids.ts';

const rows = Array.from(
  { length: 900 },
  (_, n): RefusedRow => ({
    id: factId(`fact-${String(n).padStart(4, '0')}`),
    caseId: `case-${String(n).padStart(4, '0')}`,
    kind: 'arrival',
    refusedAt: '2026-11-20T10:00:00.000Z',
    why: { kind: 'quarantined', reason: 'unreadable' },
    seenAt: null,
  }),
);

async function aFilledDatabase() {
  const { db } = accepted(await openStorage('by-index'));
  onTestFinished(() => db.delete());
  await db.refused.bulkPut(rows);
  return db;
}

test('ids that lie far apart are found without walking past everything between them', async () => {
  const db = await aFilledDatabase();
  const counted = [
    vi.spyOn(IDBIndex.prototype, 'count'),
    vi.spyOn(IDBObjectStore.prototype, 'count'),
  ];
  const listed = vi.spyOn(IDBIndex.prototype, 'getAllKeys');
  onTestFinished(() => void vi.restoreAllMocks());
  const some = rows.filter((_, n) => n % 40 === 0);
  await db.transaction('rw', db.refused, async () => {
    const cases = some.map((row) => row.caseId);
    expect(await rowsUnder(db.refused, 'caseId', cases)).toEqual(some);
    expect((await keysUnder(db.refused, 'caseId', cases)).get(cases[3] ?? '')).toEqual([
      some[3]?.id,
    ]);
    const ids = some.map((row) => row.id);
    expect(await documentsBy(db.refused, ids)).toEqual(some);
  });
  for (const count of counted) expect(count).not.toHaveBeenCalled();
  const most = 2 * some.length + 1;
  expect(listed.mock.calls[0]).toEqual([expect.objectContaining({ count: most })]);
});

test('ids that lie together are found by one question', async () => {
  const db = await aFilledDatabase();
  const some = rows.slice(300, 340);
  const asked = vi.spyOn(IDBIndex.prototype, 'getAll');
  onTestFinished(() => void vi.restoreAllMocks());
  await db.transaction('rw', db.refused, async () => {
    const cases = some.map((row) => row.caseId);
    expect(await rowsUnder(db.refused, 'caseId', cases)).toEqual(some);
  });
  expect(asked).toHaveBeenCalledTimes(1);
});
