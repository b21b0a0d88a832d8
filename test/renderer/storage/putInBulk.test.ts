import { Dexie, liveQuery, type ObservabilitySet, RangeSet } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { openStorage } from '../../../renderer/storage/openStorage.ts';
import { putInBulk, whenPutInBulk } from '../../../renderer/storage/putInBulk.ts';
import type { RefusedRow } from '../../../renderer/storage/rows.ts';
import { whenChanged } from '../../../renderer/storage/whenChanged.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId, factId } from '../../builders/cases/ids.ts';

let databases = 0;
async function aDatabase() {
  databases += 1;
  const { db } = accepted(await openStorage(`bulk-${databases}`));
  onTestFinished(() => db.close());
  return db;
}

const rowsTo = (many: number, of = 'case-1') =>
  Array.from(
    { length: many },
    (_, n): RefusedRow => ({
      id: factId(`fact-${n}`),
      caseId: of,
      kind: 'arrival',
      refusedAt: '2026-11-20T10:00:00.000Z',
      why: { kind: 'quarantined', reason: 'unreadable' },
      seenAt: null,
    }),
  );

for (const many of [0, 3, 400])
  test(`${many} rows are there afterwards, and within the transaction already`, async () => {
    const db = await aDatabase();
    await db.transaction('rw', db.refused, async () => {
      await putInBulk(db.refused, rowsTo(many));
      expect(await db.refused.where('caseId').equals('case-1').count()).toBe(many);
    });
    expect(await db.refused.count()).toBe(many);
  });

test('their keys are told once they are stored, and not before', async () => {
  const db = await aDatabase();
  const told: (readonly string[] | null)[] = [];
  whenChanged(db, 'refused', (keys) => void told.push(keys));
  await db.transaction('rw', db.refused, db.drafts, async () => {
    await db.transaction('rw', db.refused, async () => await putInBulk(db.refused, rowsTo(40)));
    await putInBulk(db.refused, rowsTo(60));
    await db.drafts.count();
    expect(told).toEqual([]);
  });
  expect(told.every((keys) => keys !== null)).toBe(true);
  expect(new Set(told.flat())).toEqual(new Set(rowsTo(60).map((row) => row.id)));
});

test('whoever looks at them by an index looks again', async () => {
  const db = await aDatabase();
  const seen: number[] = [];
  const looking = liveQuery(() => db.refused.where('caseId').equals('case-7').count()).subscribe(
    (many) => void seen.push(many),
  );
  onTestFinished(() => looking.unsubscribe());
  await expect.poll(() => seen).toEqual([0]);
  await db.transaction(
    'rw',
    db.refused,
    async () => await putInBulk(db.refused, rowsTo(50, 'case-7')),
  );
  await expect.poll(() => seen.at(-1)).toBe(50);
});

test('hundreds are told by name, and to live queries as one stretch that they need not keep key by key', async () => {
  const db = await aDatabase();
  const told: (readonly string[] | null)[] = [];
  whenChanged(db, 'refused', (keys) => void told.push(keys));
  const ranges: number[] = [];
  const tell = (parts: ObservabilitySet) => {
    const tree = parts[`idb://${db.name}/refused/`];
    if (tree) ranges.push([...Object.assign(new RangeSet(), tree)].length);
  };
  Dexie.on.storagemutated.subscribe(tell);
  onTestFinished(() => Dexie.on.storagemutated.unsubscribe(tell));
  const seen: unknown[] = [];
  const looking = liveQuery(async () => (await db.refused.get('fact-300'))?.caseId).subscribe(
    (row) => void seen.push(row),
  );
  onTestFinished(() => looking.unsubscribe());
  await expect.poll(() => seen).toEqual([undefined]);
  await db.transaction('rw', db.refused, async () => await putInBulk(db.refused, rowsTo(500)));
  expect(ranges).toEqual([1]);
  expect(told).toEqual([
    rowsTo(500)
      .map((row) => row.id as string)
      .toSorted(),
  ]);
  await expect.poll(() => seen.at(-1)).toBe('case-1');
});

test('of a transaction that is undone nothing is there and nothing told', async () => {
  const db = await aDatabase();
  const told: unknown[] = [];
  whenChanged(db, 'refused', (keys) => void told.push(keys));
  const undone = db.transaction('rw', db.refused, async () => {
    await putInBulk(db.refused, rowsTo(50));
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await db.refused.count()).toBe(0);
  expect(told).toEqual([]);
});

test('a row that cannot be stored undoes those before it', async () => {
  const db = await aDatabase();
  const bad = { ...rowsTo(1)[0], id: undefined };
  const storing = db.transaction('rw', db.refused, async () => {
    await putInBulk(db.refused, [...rowsTo(30), bad as unknown as RefusedRow, ...rowsTo(3)]);
  });
  await expect(storing).rejects.toMatchObject({ name: 'DataError' });
  expect(await db.refused.count()).toBe(0);
});

test('rows whose keys lie apart are put under them, and told by them', async () => {
  const db = await aDatabase();
  const papers = Array.from({ length: 20 }, (_, n) => aCase({ id: caseId(`case-${n}`) }));
  const keys = papers.map(({ id }) => id);
  const told: (readonly string[] | null)[] = [];
  whenChanged(db, 'cases', (changed) => void told.push(changed));
  await db.transaction('rw', db.cases, async () => await putInBulk(db.cases, papers, { keys }));
  expect(await db.cases.bulkGet(keys)).toEqual(papers);
  expect(new Set(told.flat())).toEqual(new Set(keys));
});

test('the rows themselves are told right before their keys, once they are stored', async () => {
  const db = await aDatabase();
  const told: string[] = [];
  onTestFinished(whenPutInBulk(db.refused, (rows) => void told.push(`${rows.length} rows`)));
  onTestFinished(whenChanged(db, 'refused', (keys) => void told.push(`${keys?.length} keys`)));
  await db.transaction('rw', db.refused, async () => {
    await putInBulk(db.refused, rowsTo(20));
    await putInBulk(db.refused, rowsTo(40).slice(20));
    expect(told).toEqual([]);
  });
  expect(told).toEqual(['40 rows', '40 keys']);
  const undone = db.transaction('rw', db.refused, async () => {
    await putInBulk(db.refused, rowsTo(30));
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(told).toHaveLength(2);
});
