import { Dexie } from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { openStorage } from '../../../renderer/storage/openStorage.ts';
import { StorageTrouble, watched } from '../../../renderer/storage/watchdog.ts';
import { whenClosedByEngine } from '../../../renderer/storage/whenClosedByEngine.ts';
import { aClient } from '../../builders/cases/aClient.ts';
import { accepted, refusedWith } from '../../builders/cases/accepted.ts';

describe('Opening the database', () => {
  test('says that it is fresh the first time and not the second', async () => {
    const first = accepted(await openStorage('opening-1'));
    expect(first.fresh).toBe(true);
    first.db.close();
    const second = accepted(await openStorage('opening-1'));
    expect(second.fresh).toBe(false);
    second.db.close();
  });

  test('waits for room on a full disk, and never takes the old database for broken there', async () => {
    const { db } = accepted(await openStorage('opening-full'));
    await db.meta.update('station', { cursor: '41' });
    db.close();
    expect(refusedWith(await openStorage('opening-full', async () => false))).toEqual({
      code: 'noRoom',
    });
    // It fills up while the database is being opened, which then fails.
    const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new Error('Internal error opening backing store');
    });
    const room = [true, false];
    const hasRoom = async () => room.shift() ?? false;
    expect(refusedWith(await openStorage('opening-full', hasRoom))).toEqual({ code: 'noRoom' });
    opening.mockRestore();
    const again = accepted(await openStorage('opening-full'));
    expect(await again.db.meta.get('station')).toMatchObject({ cursor: '41' });
    again.db.close();
  });

  test('asks for strict durability of every transaction', async () => {
    const asked: unknown[] = [];
    const opens = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const { db } = accepted(await openStorage('opening-2'));
    await db.outbox.clear();
    for (const [, mode, options] of opens.mock.calls)
      if (mode === 'readwrite') asked.push(options?.durability);
    opens.mockRestore();
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked)).toEqual(new Set(['strict']));
    db.close();
  });

  test('refuses one that a newer build has changed, and leaves it untouched', async () => {
    const { db } = accepted(await openStorage('opening-3'));
    await db.meta.update('station', { minimumReader: 6 });
    await db.clients.put(aClient(), 'client-1');
    db.close();
    expect(refusedWith(await openStorage('opening-3'))).toEqual({
      code: 'newerDatabase',
      needs: 6,
    });
    const raw = await new Dexie('opening-3').open();
    expect(await raw.table('clients').count()).toBe(1);
    raw.close();
  });

  test('opens a newer one that older builds may still read', async () => {
    const { db } = accepted(await openStorage('opening-4'));
    db.close();
    const newer = new Dexie('opening-4');
    newer.version(9).stores({ lockers: 'id' });
    await newer.open();
    newer.close();
    const again = accepted(await openStorage('opening-4'));
    expect(again.fresh).toBe(false);
    expect(await again.db.outbox.count()).toBe(0);
    again.db.close();
  });

  test('replaces one that cannot be read, and says that it is fresh', async () => {
    const broken = new Dexie('opening-5');
    // A primary key of another kind cannot be changed in place: opening fails.
    broken.version(1).stores({ facts: '++number', meta: 'key' });
    await broken.open();
    broken.close();
    const replaced = accepted(await openStorage('opening-5'));
    expect(replaced.fresh).toBe(true);
    expect(await replaced.db.facts.count()).toBe(0);
    replaced.db.close();
  });

  test('tells when the engine closes it, which is not when the application does', async () => {
    const { db } = accepted(await openStorage('opening-6'));
    const told = vi.fn<() => void>();
    whenClosedByEngine(db, told);
    const engine = indexedDB.deleteDatabase('opening-6');
    await new Promise((resolve) => engine.addEventListener('success', resolve));
    expect(told).not.toHaveBeenCalled();
    const again = accepted(await openStorage('opening-6'));
    whenClosedByEngine(again.db, told);
    Reflect.apply(forceCloseDatabase, null, [again.db.backendDB()]);
    await expect.poll(() => told.mock.calls).toHaveLength(1);
    again.db.close();
  });
});

describe('A write that does not end', () => {
  test('is trouble of its own after its time', async () => {
    const never = new Promise<void>(() => {});
    await expect(watched(never, 10)).rejects.toMatchObject({ why: 'stuck' });
  });

  test('is told apart from one the disk has no room for', async () => {
    const full = new Dexie.QuotaExceededError('no room');
    await expect(watched(Promise.reject(full))).rejects.toMatchObject({ why: 'full' });
    const aborted = new Dexie.AbortError('aborted', full);
    await expect(watched(Promise.reject(aborted))).rejects.toMatchObject({ why: 'full' });
    const other = watched(Promise.reject(new Error('torn')));
    await expect(other).rejects.toBeInstanceOf(StorageTrouble);
    await expect(other).rejects.toMatchObject({ why: 'failed', message: 'torn' });
  });
});
