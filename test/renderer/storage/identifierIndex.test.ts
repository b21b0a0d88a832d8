import { describe, expect, onTestFinished, test } from 'vitest';
import { openStorage } from '../../../renderer/storage/openStorage.ts';
import {
  ownersUnder,
  putCaseIdentifiers,
  tidyIdentifierIndex,
} from '../../../renderer/storage/packed/identifierIndex.ts';
import { anyKindOf, keyOf } from '../../../renderer/storage/packed/identifierKey.ts';
import type { IdentifierRow } from '../../../renderer/storage/rows.ts';
import type { StationDatabase } from '../../../renderer/storage/stationDatabase.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';

let databases = 0;
async function aDatabase(): Promise<StationDatabase> {
  databases += 1;
  const { db } = accepted(await openStorage(`pages-${databases}`));
  onTestFinished(() => db.close());
  return db;
}

/** Found by a number of its own, one of its edition, and one that every tenth case has too. */
const rowOf = (n: number, edition: string): IdentifierRow => ({
  owner: `case:case-${n}`,
  caseId: `case-${n}`,
  arrivalId: '',
  values: [rma(n), serial(edition, n), keyOf(`${n % 10}`, 'gtin')],
});
const rma = (n: number) => keyOf(`RMA${n}`, 'rma');
const serial = (edition: string, n: number) => keyOf(`${edition}${n}`, 'serial');
const rowsFrom = (first: number, count: number, edition = 'A') =>
  Array.from({ length: count }, (_, index) => rowOf(first + index, edition));

let revision = 0;
async function put(db: StationDatabase, rows: readonly IdentifierRow[]): Promise<void> {
  revision += 1;
  await db.transaction('rw', db.identifiers, async () => {
    await putCaseIdentifiers(db, rows, revision);
  });
}

async function keep(db: StationDatabase, numbers: readonly number[]): Promise<void> {
  await db.cases.clear();
  const papers = numbers.map((n) => aCase({ id: caseId(`case-${n}`) }));
  await db.cases.bulkPut(
    papers,
    papers.map((paper) => paper.id),
  );
  await db.transaction('rw', db.cases, db.casePages, db.identifiers, async () => {
    await tidyIdentifierIndex(db);
  });
}

const found = async (db: StationDatabase, ...values: string[]) =>
  (await ownersUnder(db, values)).map((row) => row.caseId);

describe('Cases that came by the hundred', () => {
  test('are found by each of their numbers, with all of them', async () => {
    const db = await aDatabase();
    await put(db, rowsFrom(0, 1200));
    expect(await db.identifiers.count()).toBe(3);
    expect(await ownersUnder(db, [rma(0)])).toEqual([rowOf(0, 'A')]);
    expect(await ownersUnder(db, [serial('A', 1199)])).toEqual([rowOf(1199, 'A')]);
    expect(await found(db, keyOf('3', 'gtin'))).toHaveLength(120);
    expect(await found(db, rma(501), serial('A', 501), rma(77))).toEqual(['case-77', 'case-501']);
    expect(await found(db, rma(1200), '\trma', '')).toEqual([]);
  });

  test('are found by a form of any kind, and by no longer or shorter one', async () => {
    const db = await aDatabase();
    await put(db, rowsFrom(0, 1200));
    await put(db, [{ ...rowOf(1300, 'A'), values: [rma(1300), keyOf('RMA1300', 'order')] }]);
    expect(await found(db, anyKindOf('A1199'))).toEqual(['case-1199']);
    expect(await found(db, anyKindOf('RMA1300'))).toEqual(['case-1300']);
    expect(await found(db, anyKindOf('A119'), anyKindOf('RMA1300'))).toEqual([
      'case-1300',
      'case-119',
    ]);
    expect(await found(db, anyKindOf('RMA130'), anyKindOf('RMA1'))).toEqual(['case-130', 'case-1']);
    expect(await found(db, anyKindOf('RMA'), anyKindOf(''))).toEqual([]);
  });

  test('are no longer found by what an earlier edition of them said, wherever the later one lies', async () => {
    const db = await aDatabase();
    await put(db, rowsFrom(0, 100));
    expect(await found(db, serial('A', 5), serial('A', 50))).toEqual(['case-5', 'case-50']);
    await put(db, rowsFrom(50, 50, 'B'));
    await put(db, [rowOf(5, 'B')]);
    expect(await found(db, serial('A', 5), serial('A', 50))).toEqual([]);
    expect(await found(db, serial('B', 5), serial('B', 50))).toEqual(['case-5', 'case-50']);
    expect(await found(db, keyOf('5', 'gtin'))).toHaveLength(10);
    await put(db, rowsFrom(0, 100, 'C'));
    expect(await found(db, serial('B', 5), serial('B', 50))).toEqual([]);
    expect(await ownersUnder(db, [serial('C', 5)])).toEqual([rowOf(5, 'C')]);
  });

  test('that a transaction wrote which was undone afterwards are not found', async () => {
    const db = await aDatabase();
    const undone = db.transaction('rw', db.identifiers, async () => {
      await putCaseIdentifiers(db, rowsFrom(0, 40), 7);
      expect(await found(db, rma(3))).toEqual(['case-3']);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await found(db, rma(3))).toEqual([]);
    await put(db, rowsFrom(0, 40, 'B'));
    expect(await found(db, serial('A', 3), serial('B', 4))).toEqual(['case-4']);
  });

  test('leave what came alone between them findable', async () => {
    const db = await aDatabase();
    await put(db, [rowOf(50, 'B')]);
    await put(db, [...rowsFrom(10, 40), ...rowsFrom(51, 40)]);
    expect(await found(db, rma(50), serial('B', 50))).toEqual(['case-50']);
  });

  test('leave nothing behind once most of them have gone, and the others stay', async () => {
    const db = await aDatabase();
    await put(db, rowsFrom(0, 300));
    await put(db, rowsFrom(300, 300));
    await keep(
      db,
      Array.from({ length: 450 }, (_, index) => index),
    );
    expect(await db.identifiers.count()).toBe(2);
    await keep(db, [1, 2, 301]);
    expect(await db.identifiers.toCollection().primaryKeys()).toEqual([
      'case:case-1',
      'case:case-2',
      'case:case-301',
    ]);
    expect(await ownersUnder(db, [serial('A', 2)])).toEqual([rowOf(2, 'A')]);
    expect(await found(db, serial('A', 3), serial('A', 302))).toEqual([]);
  });

  test('that come by the dozen lie together, and the later edition of each is found', async () => {
    const db = await aDatabase();
    for (let first = 0; first < 600; first += 12) await put(db, rowsFrom(first, 12));
    expect(await db.identifiers.count()).toBe(2);
    await put(db, rowsFrom(590, 10, 'B'));
    expect(await db.identifiers.count()).toBe(2);
    expect(await found(db, rma(0), rma(599))).toEqual(['case-0', 'case-599']);
    expect(await found(db, serial('A', 595), serial('B', 595))).toEqual(['case-595']);
    expect(await found(db, keyOf('5', 'gtin'))).toHaveLength(60);
  });

  test('leave the page they were on when a later one has them all', async () => {
    const db = await aDatabase();
    await put(db, rowsFrom(0, 40));
    await put(db, rowsFrom(0, 40, 'B'));
    await keep(
      db,
      Array.from({ length: 40 }, (_, index) => index),
    );
    expect(await db.identifiers.count()).toBe(1);
    expect(await found(db, serial('A', 2), serial('B', 2))).toEqual(['case-2']);
  });
});
