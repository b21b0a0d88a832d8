import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openStorage } from '../../../renderer/storage/openStorage.ts';
import {
  dropOrderLines,
  keepOrderLines,
  mayBeStored,
  orderLinesBy,
  putOrderLines,
} from '../../../renderer/storage/packed/orderLinePacks.ts';
import type { StationDatabase } from '../../../renderer/storage/stationDatabase.ts';
import type { OrderLine } from '../../../shared/facts/documents.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { orderLineId } from '../../builders/cases/ids.ts';

let databases = 0;
async function aDatabase(): Promise<StationDatabase> {
  databases += 1;
  const { db } = accepted(await openStorage(`packs-${databases}`));
  onTestFinished(() => db.close());
  return db;
}

const aLine = (number: number, unitPrice = 100): OrderLine =>
  anOrderLine({ id: orderLineId(`line-${number}`), lineNumber: number + 1, unitPrice });
const linesFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => aLine(first + index));

async function changing(db: StationDatabase, change: () => Promise<unknown>): Promise<void> {
  // An async function: Dexie only follows native awaits into a scope it knows to be one.
  await db.transaction('rw', db.orderLinePacks, async () => {
    await change();
  });
}

const pricesOf = async (db: StationDatabase, ...numbers: number[]) =>
  (
    await orderLinesBy(
      db,
      numbers.map((n) => `line-${n}`),
    )
  ).map((line) => line?.unitPrice);

const linesIn = (pack: unknown): readonly unknown[] => {
  const ids: unknown = typeof pack === 'object' && pack ? Reflect.get(pack, 'ids') : null;
  return Array.isArray(ids) ? ids : [];
};

describe('Order lines', () => {
  test('are found by their ids wherever they lie, and only those there are', async () => {
    const db = await aDatabase();
    await changing(db, () => putOrderLines(db, linesFrom(0, 1000)));
    expect(await db.orderLinePacks.count()).toBe(5);
    const ids = ['line-999', 'nobody', 'line-0', 'line-400', 'line-0'];
    const found = await orderLinesBy(db, ids);
    expect(found.map((line) => line?.id)).toEqual([
      'line-999',
      undefined,
      'line-0',
      'line-400',
      'line-0',
    ]);
    expect(found[3]).toEqual(aLine(400));
  });

  test('show their newest edition at once, also where an older one was just read', async () => {
    const db = await aDatabase();
    await changing(db, () => putOrderLines(db, linesFrom(0, 500)));
    expect(await pricesOf(db, 3, 450)).toEqual([100, 100]);
    await changing(db, () => putOrderLines(db, [aLine(3, 250), aLine(450, 350)]));
    expect(await pricesOf(db, 3, 450)).toEqual([250, 350]);
    await changing(db, () =>
      putOrderLines(
        db,
        linesFrom(0, 500).map((line) => ({ ...line, unitPrice: 7 })),
      ),
    );
    expect(await pricesOf(db, 3, 450)).toEqual([7, 7]);
  });

  test('coming by the dozen are written once, and not again with those that follow', async () => {
    const db = await aDatabase();
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
    for (let first = 0; first < 600; first += 30)
      await changing(db, () => putOrderLines(db, linesFrom(first, 30)));
    const written = puts.mock.calls.flatMap(([pack]) => linesIn(pack));
    puts.mockRestore();
    expect(written).toHaveLength(600);
    expect(await pricesOf(db, 0, 29, 30, 599)).toEqual([100, 100, 100, 100]);
  });

  test('coming one by one still lie together', async () => {
    const db = await aDatabase();
    for (const line of linesFrom(0, 30)) await changing(db, () => putOrderLines(db, [line]));
    for (const _ of Array.from({ length: 30 }))
      await changing(db, () => putOrderLines(db, [aLine(4, 9)]));
    expect(await db.orderLinePacks.count()).toBe(1);
    expect(await pricesOf(db, 0, 4, 29)).toEqual([100, 9, 100]);
  });

  test('that are gone do not come back by an older edition', async () => {
    const db = await aDatabase();
    await changing(db, () => putOrderLines(db, linesFrom(0, 250)));
    await changing(db, () => putOrderLines(db, linesFrom(0, 250)));
    expect(await pricesOf(db, 10, 11)).toEqual([100, 100]);
    await changing(db, () => dropOrderLines(db, ['line-10', 'nobody']));
    expect(await pricesOf(db, 10, 11)).toEqual([undefined, 100]);
    await changing(db, () => keepOrderLines(db, (id) => id === 'line-11'));
    expect(await pricesOf(db, 11, 12)).toEqual([100, undefined]);
    await changing(db, () => keepOrderLines(db, () => false));
    expect(await db.orderLinePacks.count()).toBe(0);
  });

  test('that were written by a transaction undone afterwards were never there', async () => {
    const db = await aDatabase();
    const undone = changing(db, async () => {
      await putOrderLines(db, linesFrom(0, 200));
      expect(await pricesOf(db, 5)).toEqual([100]);
      // As every reader of cases does.
      const inside = async () => await pricesOf(db, 6);
      expect(await db.transaction('r', db.orderLinePacks, inside)).toEqual([100]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await pricesOf(db, 5)).toEqual([undefined]);
    await changing(db, () =>
      putOrderLines(
        db,
        linesFrom(0, 200).map((line) => ({ ...line, unitPrice: 8 })),
      ),
    );
    expect(await pricesOf(db, 5, 6)).toEqual([8, 8]);
  });
});

test('a station that fills itself asks after no line that cannot be there', async () => {
  const db = await aDatabase();
  const ids = (first: number, count: number) => linesFrom(first, count).map(({ id }) => id);
  await changing(db, async () => {
    expect(await mayBeStored(db, ids(0, 50))).toEqual([]);
    await putOrderLines(db, linesFrom(0, 50));
  });
  await changing(db, async () => {
    expect(await mayBeStored(db, ids(30, 50))).toEqual(ids(30, 20));
  });
  // Few are asked after at once.
  expect(await mayBeStored(db, ids(90, 3))).toEqual(ids(90, 3));
});

test('a station that has lines of before asks after all', async () => {
  const db = await aDatabase();
  await db.orderLinePacks.add({ ids: ['line-0'], lines: JSON.stringify(linesFrom(0, 1)) });
  const ids = linesFrom(0, 40).map(({ id }) => id);
  await changing(db, async () => {
    expect(await mayBeStored(db, ids)).toEqual(ids);
    await putOrderLines(db, linesFrom(0, 40));
  });
  expect(await mayBeStored(db, ids)).toEqual(ids);
});
