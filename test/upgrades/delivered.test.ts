import { describe, expect, test } from 'vitest';
import { openStorage } from '../../renderer/storage/openStorage.ts';
import { tablesOfV1 } from '../../renderer/storage/upgrades/v1.ts';
import { until } from '../builders/station/until.ts';
import { aStation, centralOfThisFile } from '../journeys/aCentral.ts';
import { aPicture, count, find, photograph, receive } from '../journeys/aReturnAtWork.ts';
import { readRaw, rewriteAs, shippedVersions, versionOf, writeRaw } from './writtenBy.ts';

const { central, aCase } = centralOfThisFile(shippedVersions.length);

describe.each(shippedVersions)('A station last used with version %s of the database', (version) => {
  test('delivers its full outbox and the other half of its photo after the update', async () => {
    const theCase = aCase();
    const wire = { pieces: Number.POSITIVE_INFINITY, begun: 0 };
    const station = await aStation(central(), {
      fetch: async (input, init) => {
        const method = init?.method ?? 'GET';
        const { pathname } = new URL(new Request(input).url);
        if (method === 'POST' && pathname === '/central/photos') wire.begun += 1;
        if (method === 'PATCH' && (wire.pieces -= 1) < 0) throw new TypeError('the line is cut');
        return await fetch(input, init);
      },
    });
    const newest = station.db.verno;
    const arrival = await receive(await station.signIn('DORA01'), theCase);
    const ivan = await station.signIn('IVAN01');
    const units = await count(ivan, arrival);
    wire.pieces = 1;
    const picture = await photograph(ivan, units, aPicture(700_000));
    await until('half of the photo is there', async () => {
      const photo = await station.db.photos.get(picture.sha256);
      return (photo?.sentBytes ?? 0) > 0 && (await station.db.outbox.count()) === 0;
    });
    station.goOffline();
    for (const note of ['first', 'second', 'third']) await find(ivan, units, { note });
    expect(await station.db.outbox.count()).toBe(3);

    let sentBefore = 0;
    const updated = await station.restart({
      toDatabase: async (name) => {
        await rewriteAs(version, name);
        expect(await versionOf(name)).toBe(version * 10);
        const [photo] = (await readRaw(name)).get('photos') ?? [];
        sentBefore = (photo as { value: { sentBytes: number } }).value.sentBytes;
      },
    });
    expect(updated.wasLost).toBe(false);
    expect(updated.db.verno).toBe(newest);
    expect(await updated.db.outbox.count()).toBe(3);
    expect(sentBefore).toBeGreaterThan(0);
    wire.pieces = Number.POSITIVE_INFINITY;
    updated.goOnline();
    await updated.quiet();

    const there = await updated.abilities.forward(
      new Request(`app://quayside/central/cases/${theCase}`),
    );
    const text = await there.text();
    for (const note of ['first', 'second', 'third']) expect(text).toContain(`"note":"${note}"`);
    const stored = await central().photos.read(picture.sha256);
    stored?.stream.destroy();
    expect(stored?.bytes).toBe(700_000);
    // It went on where it had stopped.
    expect(wire.begun).toBe(1);
    expect(await updated.db.orderLinePacks.count()).toBeGreaterThan(0);
  });
});

test('a database of a later build is not touched: it is refused by name, and everything stays as it was', async () => {
  const name = 'upgrade-from-the-future';
  const meta = { key: 'station', minimumReader: 99, cursor: '41' };
  const rows = new Map([
    ['outbox', [{ key: 7, value: { sequence: 7, id: 'unsent', sealedTwice: true } }]],
    ['meta', [{ key: 'station', value: meta }]],
  ]);
  await writeRaw(name, 990, { ...tablesOfV1, robots: 'id' }, rows);
  const before = await readRaw(name);
  expect(await openStorage(name)).toEqual({
    ok: false,
    refusal: { code: 'newerDatabase', needs: 99 },
  });
  expect(await versionOf(name)).toBe(990);
  expect(await readRaw(name)).toEqual(before);
});
