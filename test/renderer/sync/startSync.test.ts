import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { stationSummary } from '../../../renderer/queries/station/stationSummary.ts';
import { personWaits } from '../../../renderer/storage/peopleFirst.ts';
import { watchOutbox } from '../../../renderer/storage/watchOutbox.ts';
import { evictPhotos } from '../../../renderer/sync/retention/evictPhotos.ts';
import { type SyncOptions, startSync } from '../../../renderer/sync/startSync.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { type SmallCentral, smallCentral } from '../../builders/central/smallCentral.ts';
import {
  aLoneStation,
  dora,
  type LoneStation,
  officeDocuments,
} from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';
import { until } from '../../builders/station/until.ts';

let boxes = 0;
async function receiveBox(station: LoneStation) {
  boxes += 1;
  return accepted(
    await receiveAsAnnounced(station.as(dora), {
      barcode: scanned(`BOX-${String(boxes).padStart(5, '0')}`),
      raw: null,
      caseId: null,
      dock: 'D1',
      note: '',
    }),
  );
}

function syncing(station: LoneStation, central: SmallCentral, more: Partial<SyncOptions> = {}) {
  const { db, desktop, clock } = station;
  const sync = startSync({ db, desktop, clock, fetch: central.fetch, everyMs: 60_000, ...more });
  onTestFinished(() => sync.stop());
  return sync;
}

const unsent = async (station: LoneStation) => (await stationSummary(station.db)).unsent;

describe('Keeping a station and central alike', () => {
  test('sends what is saved at once, without waiting for its round', async () => {
    const station = await aLoneStation();
    const central = smallCentral(officeDocuments());
    const sync = syncing(station, central);
    await until('the first round is over', () => sync.status().reached === true);
    const { id } = await receiveBox(station);
    await until('it is sent', async () => (await unsent(station)) === 0);
    expect(central.heard.map((command) => command.fact.id)).toEqual([id]);
  });

  test('notices a new command although as many wait as before', async () => {
    const station = await aLoneStation();
    const { db } = station;
    await receiveBox(station);
    await receiveBox(station);
    const [before, after] = await db.outbox.orderBy('sequence').toArray();
    if (!before || !after) throw new Error('nothing waits');
    await db.outbox.delete(after.sequence);
    const told: (readonly [waiting: number, newest: number])[] = [];
    onTestFinished(watchOutbox(db, (...news) => told.push(news)));
    await until('the first is told of', () => told.length > 0);
    // One is answered and one is saved in the same moment.
    await db.transaction('rw', db.outbox, async () => {
      await db.outbox.delete(before.sequence);
      await db.outbox.put(after);
    });
    await until('the second is told of', () => told.length > 1);
    expect(told).toEqual([
      [1, before.sequence],
      [1, after.sequence],
    ]);
  });

  test('a network that answers with a page of its own is not central, so nobody is online', async () => {
    const station = await aLoneStation();
    const central = smallCentral(officeDocuments());
    const portal = async () => new Response('<html>sign in here</html>');
    const sync = syncing(station, central, { fetch: portal });
    await until('it has noticed', () => sync.status().trouble !== null);
    expect(sync.status()).toMatchObject({ reached: false, trouble: { isStranger: true } });
  });

  test('offline is not an error: it goes on by itself, at once when told that the line is back', async () => {
    const station = await aLoneStation();
    const central = smallCentral(officeDocuments());
    central.rules.offline = true;
    const sync = syncing(station, central);
    await receiveBox(station);
    await until('it has noticed', () => sync.status().trouble?.kind === 'offline');
    expect(sync.status()).toMatchObject({ reached: false });
    expect(await unsent(station)).toBe(1);
    central.rules.offline = false;
    sync.nudge();
    await until('the round went through', () => sync.status().reached === true);
    expect(sync.status().trouble).toBeNull();
    expect(await unsent(station)).toBe(0);
  });

  test('after a long outage whoever comes wakes it; while all is well it keeps to its round', async () => {
    const station = await aLoneStation();
    const central = smallCentral(officeDocuments());
    central.rules.offline = true;
    const waits = vi.spyOn(Math, 'random').mockReturnValue(1);
    onTestFinished(() => waits.mockRestore());
    const sync = syncing(station, central);
    const waitsLong = () => (sync.status().nextAt ?? 0) > station.clock.now() + 3_000;
    await until('it has tried in vain for a while', waitsLong);
    central.rules.offline = false;
    sync.wake();
    await until('it has tried again', () => sync.status().reached === true);
    const aMoment = () => new Promise((resolve) => setTimeout(resolve, 150));
    await aMoment();
    const asked = central.requests.length;
    sync.wake();
    await aMoment();
    expect(central.requests).toHaveLength(asked);
  });

  test('asks and writes nothing while an act is under way, whoever wakes it, and goes on after it', async () => {
    const station = await aLoneStation();
    const central = smallCentral(officeDocuments());
    central.rules.offline = true;
    const sync = syncing(station, central);
    await until('it has noticed', () => sync.status().trouble?.kind === 'offline');
    let over = () => {};
    personWaits(station.db, new Promise<void>((resolve) => (over = resolve)));
    // A round that had begun is over.
    await new Promise((resolve) => setTimeout(resolve, 100));
    central.rules.offline = false;
    const asked = central.requests.length;
    for (let scan = 0; scan < 3; scan += 1) sync.wake();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(central.requests).toHaveLength(asked);
    over();
    await until('it has asked', () => sync.status().reached === true);
  });

  test('comes back no earlier than central asks, however often it is nudged', async () => {
    const station = await aLoneStation();
    const central = smallCentral(officeDocuments());
    central.rules.busy = { times: 1, retryAfterSeconds: 0.4 };
    const sync = syncing(station, central);
    await until('central said later', () => sync.status().trouble?.kind === 'busy');
    const asked = central.requests.length;
    const began = performance.now();
    while (central.requests.length === asked) {
      sync.nudge();
      await new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
    }
    expect(performance.now() - began).toBeGreaterThan(300);
  });

  test('only one window of a station sends', async () => {
    const station = await aLoneStation();
    const central = smallCentral(officeDocuments());
    const first = syncing(station, central);
    const second = syncing(station, central);
    await receiveBox(station);
    await until('it is sent', async () => (await unsent(station)) === 0);
    expect(central.heard).toHaveLength(1);
    expect(second.status().reached).toBeNull();
    await first.stop();
    await receiveBox(station);
    await until('the other took over', async () => (await unsent(station)) === 0);
    expect(central.heard).toHaveLength(2);
  });

  test('measures the clock difference at each contact and flags it beyond two minutes', async () => {
    const station = await aLoneStation();
    const central = smallCentral(officeDocuments());
    central.rules.time = () => station.clock.now() + 121_000;
    const contacts: number[] = [];
    const sync = syncing(station, central, { onContact: (c) => contacts.push(c.offsetMs) });
    await until('contact', () => contacts.length > 0);
    expect((await stationSummary(station.db)).clock).toEqual({ offsetMs: 121_000, flagged: true });
    await sync.stop();
    const arrival = await receiveBox(station);
    expect(arrival.at.offsetMs).toBe(121_000);
    expect(arrival.at.utc).toBe('2026-11-18T15:00:00.000Z');
  });

  test('says how much is unsent, for the warning at quit', async () => {
    const station = await aLoneStation();
    const central = smallCentral(officeDocuments());
    central.rules.offline = true;
    const counts: number[] = [];
    const desktop = {
      ...station.desktop,
      reportUnsent: async ({ count }: { count: number }) => {
        counts.push(count);
        return {};
      },
    };
    syncing(station, central, { desktop });
    await until('nothing is reported', () => counts.at(-1) === 0);
    await receiveBox(station);
    await until('it is reported', () => counts.at(-1) === 1);
    expect(counts).toEqual([0, 1]);
  });
});

test('Photo bytes leave the station a week after central verified them, never before', async () => {
  const station = await aLoneStation();
  const parts = syncPartsOf(station, smallCentral());
  const row = (sha256: string, state: 'stored' | 'verified', verifiedAt: string | null) => ({
    sha256,
    state,
    verifiedAt,
    caseId: 'case-1',
    mediaType: 'image/jpeg',
    bytes: 3,
    sentBytes: 3,
    uploadUrl: null,
    dueBefore: '',
    takenAt: '',
    trouble: null,
    notBefore: null,
  });
  await station.db.photos.bulkPut([
    row('old', 'verified', '2026-11-10T15:00:00.000Z'),
    row('young', 'verified', '2026-11-12T15:00:00.000Z'),
    row('unsure', 'stored', null),
  ]);
  for (const sha256 of ['old', 'young', 'unsure']) {
    await station.db.photoBytes.put({ sha256, blob: new Blob(['abc']) });
    await station.desktop.keepPhoto({ sha256, bytes: new Uint8Array(3) });
  }
  expect(await evictPhotos(parts)).toBe(1);
  expect(await station.db.photoBytes.toCollection().primaryKeys()).toEqual(['unsure', 'young']);
  expect(await station.desktop.keptPhotos({})).toEqual(['young', 'unsure']);
  expect(await station.db.photos.count()).toBe(3);
});
