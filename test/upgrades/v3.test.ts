import { describe, expect, test } from 'vitest';
import { openStorage } from '../../renderer/storage/openStorage.ts';
import { orderLinesBy } from '../../renderer/storage/packed/orderLinePacks.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { anOrderLine } from '../builders/cases/anOrderLine.ts';
import { orderLineId } from '../builders/cases/ids.ts';
import { databaseOfVersion } from './ofVersion.ts';

const lines = Array.from({ length: 450 }, (_, index) =>
  anOrderLine({ id: orderLineId(`line-${index}`), lineNumber: index + 1 }),
);

async function aStationOf(version: 1 | 2, name: string): Promise<void> {
  const before = databaseOfVersion(version, name);
  await before.open();
  await before.table('orderLines').bulkPut(
    lines,
    lines.map((line) => line.id),
  );
  await before.table('outbox').put({ sequence: 7, id: 'unsent' });
  await before.table('meta').put({ key: 'station', minimumReader: 1, cursor: '41' });
  before.close();
}

describe.each([1, 2] as const)('A station of version %s', (version) => {
  test('finds every order line it had, and keeps what waits to be sent', async () => {
    const name = `upgrade-3-from-${version}`;
    await aStationOf(version, name);
    const { db, fresh } = accepted(await openStorage(name));
    expect(fresh).toBe(false);
    const ids = lines.map((line) => line.id);
    expect(await orderLinesBy(db, ids)).toEqual(lines);
    expect(await db.orderLinePacks.count()).toBe(3);
    expect(db.tables.map((table) => table.name)).not.toContain('orderLines');
    expect(await db.outbox.count()).toBe(1);
    expect(await db.meta.get('station')).toMatchObject({ cursor: '41' });
    db.close();
  });

  test('keeps builds away that would find no order lines in it any more', async () => {
    const name = `upgrade-3-guard-${version}`;
    await aStationOf(version, name);
    const { db } = accepted(await openStorage(name));
    expect(await db.meta.get('station')).toMatchObject({ minimumReader: 5 });
    db.close();
  });
});
