import { expect, onTestFinished, test } from 'vitest';
import { openStorage } from '../../../renderer/storage/openStorage.ts';
import {
  packedKeys,
  packedRowsBy,
  papersIn,
  placedRowsBy,
  readInSlices,
} from '../../../renderer/storage/packed/packedRows.ts';
import {
  dropPackedRows,
  putPackedRows,
  tidyPages,
} from '../../../renderer/storage/packed/packRows.ts';
import type { StationDatabase } from '../../../renderer/storage/stationDatabase.ts';
import { whenChanged } from '../../../renderer/storage/whenChanged.ts';
import type { ReturnCase } from '../../../shared/facts/documents.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { storedPapers } from '../../builders/station/storedCases.ts';

let databases = 0;
async function aDatabase(): Promise<StationDatabase> {
  databases += 1;
  const { db } = accepted(await openStorage(`packed-${databases}`));
  onTestFinished(() => db.close());
  return db;
}

const name = (n: number) => `case-${String(n).padStart(4, '0')}`;
const papersFrom = (first: number, count: number, rma = 'A') =>
  Array.from({ length: count }, (_, index) =>
    aCase({ id: caseId(name(first + index)), rma: `${rma}${first + index}` }),
  );

async function put(db: StationDatabase, papers: readonly ReturnCase[]): Promise<void> {
  await db.transaction('rw', db.cases, db.casePages, async () => {
    await putPackedRows(papersIn(db), papers);
  });
}

async function drop(db: StationDatabase, numbers: readonly number[]): Promise<void> {
  await db.transaction('rw', db.cases, db.casePages, async () => {
    await dropPackedRows(papersIn(db), numbers.map(name));
  });
}

const rmas = async (db: StationDatabase, ...numbers: number[]) =>
  (await packedRowsBy(papersIn(db), numbers.map(name))).map((paper) => paper?.rma);

const inSlices = async (db: StationDatabase) => {
  const found: string[] = [];
  await readInSlices(papersIn(db), (papers) => {
    found.push(...papers.map(({ id }) => id));
  });
  return found.toSorted((a, b) => (a < b ? -1 : 1));
};

test('what comes by the hundred lies on pages of a hundred, what comes alone by itself', async () => {
  const db = await aDatabase();
  await put(db, papersFrom(0, 250));
  await put(db, papersFrom(250, 3));
  expect([await db.casePages.count(), await db.cases.count()]).toEqual([3, 3]);
  expect(await rmas(db, 252, 0, 999, 249)).toEqual(['A252', 'A0', undefined, 'A249']);
  expect(await storedPapers(db)).toEqual(papersFrom(0, 253));
  expect(await packedKeys(papersIn(db))).toHaveLength(253);
  expect(await inSlices(db)).toEqual((await storedPapers(db)).map(({ id }) => id));
});

test('a row of its own holds before any page, and the later page before the earlier', async () => {
  const db = await aDatabase();
  await put(db, papersFrom(0, 60));
  await put(db, papersFrom(7, 1, 'B'));
  expect(await rmas(db, 6, 7)).toEqual(['A6', 'B7']);
  await put(db, papersFrom(0, 30, 'C'));
  expect(await rmas(db, 6, 7, 40)).toEqual(['C6', 'C7', 'A40']);
  expect(await db.cases.count()).toBe(0);
  expect(await inSlices(db)).toHaveLength(60);
  await put(db, papersFrom(0, 60, 'D'));
  expect(await rmas(db, 6, 40)).toEqual(['D6', 'D40']);
  expect(await db.casePages.count()).toBe(1);
});

test('what has gone is nowhere, whatever pages it lay on', async () => {
  const db = await aDatabase();
  await put(db, papersFrom(0, 40));
  await put(db, papersFrom(10, 20, 'B'));
  await put(db, papersFrom(12, 1, 'C'));
  await drop(db, [12, 13, 35]);
  expect(await rmas(db, 11, 12, 13, 14, 35, 36)).toEqual([
    'B11',
    undefined,
    undefined,
    'B14',
    undefined,
    'A36',
  ]);
  expect(await inSlices(db)).toHaveLength(37);
  await drop(
    db,
    papersFrom(0, 40).map((_, n) => n),
  );
  expect([await db.casePages.count(), await db.cases.count()]).toEqual([0, 0]);
});

test('pages half of whose rows are overruled lose those, and nothing reads differently after', async () => {
  const db = await aDatabase();
  await put(db, papersFrom(0, 100));
  await put(db, papersFrom(0, 60, 'B'));
  await put(db, papersFrom(0, 20, 'C'));
  for (const paper of papersFrom(90, 3, 'D')) await put(db, [paper]);
  const before = await storedPapers(db);
  await tidyPages(papersIn(db), async () => {});
  expect((await db.casePages.toArray()).map(({ ids }) => ids.length)).toEqual([37, 60, 20]);
  expect(await storedPapers(db)).toEqual(before);
});

test('a page that a transaction wrote which was undone is not read, though another gets its key', async () => {
  const db = await aDatabase();
  const undone = db.transaction('rw', db.cases, db.casePages, async () => {
    await putPackedRows(papersIn(db), papersFrom(0, 20));
    expect(await rmas(db, 3)).toEqual(['A3']);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await rmas(db, 3)).toEqual([undefined]);
  await put(db, papersFrom(0, 20, 'B'));
  expect(await rmas(db, 3)).toEqual(['B3']);
});

test('a row that comes on a page is told of by its name, as one by itself', async () => {
  const db = await aDatabase();
  await put(db, papersFrom(3, 1));
  const told: (readonly string[] | null)[] = [];
  onTestFinished(whenChanged(db, 'cases', (keys) => told.push(keys)));
  await put(db, papersFrom(0, 20, 'B'));
  await drop(db, [5]);
  expect(told).toEqual([papersFrom(0, 20).map(({ id }) => id), [name(5)]]);
});

test('on which page a row lies is told with it, until it has a row of its own', async () => {
  const db = await aDatabase();
  await put(db, papersFrom(0, 20));
  const [first] = await placedRowsBy(papersIn(db), [name(4)]);
  const [page] = await db.casePages.toCollection().primaryKeys();
  expect(first).toEqual({ row: papersFrom(4, 1)[0], page });
  await put(db, papersFrom(4, 1, 'B'));
  const [touched] = await placedRowsBy(papersIn(db), [name(4)]);
  expect(touched).toEqual({ row: papersFrom(4, 1, 'B')[0], page: null });
});
