import { describe, expect, test } from 'vitest';
import { stationSummary } from '../../../renderer/queries/station/stationSummary.ts';
import type { PhotoRow } from '../../../renderer/storage/rows.ts';
import { photoLane } from '../../../renderer/sync/photos/photoLane.ts';
import { pieceGap } from '../../../renderer/sync/photos/pieceGap.ts';
import { uploadPhotos } from '../../../renderer/sync/photos/uploadPhotos.ts';
import { type SmallCentral, smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, type LoneStation } from '../../builders/station/aLoneStation.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';
import { until } from '../../builders/station/until.ts';

const kibibyte = 1024;
const open = { mayGo: async () => {}, signal: new AbortController().signal };

async function aWaitingPhoto(station: LoneStation, name: string, more: Partial<PhotoRow> = {}) {
  const sha256 = name.padEnd(64, '0');
  const bytes = 600 * kibibyte;
  await station.db.photoBytes.put({ sha256, blob: new Blob([new Uint8Array(bytes)]) });
  await station.db.photos.put({
    sha256,
    caseId: 'case-1',
    mediaType: 'image/jpeg',
    bytes,
    sentBytes: 0,
    state: 'waiting',
    uploadUrl: null,
    dueBefore: '2026-11-30T05:00:00.000Z',
    takenAt: '2026-11-18T15:00:00.000Z',
    verifiedAt: null,
    trouble: null,
    notBefore: null,
    ...more,
  });
  return sha256;
}

const send = async (station: LoneStation, central: SmallCentral) =>
  await uploadPhotos(syncPartsOf(station, central), open);

describe('Photos', () => {
  test('go nearest deadline first, two at a time, and are verified in the end', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    const far = await aWaitingPhoto(station, 'a', { dueBefore: '9999-12-31T23:59:59.999Z' });
    const later = await aWaitingPhoto(station, 'b', { dueBefore: '2026-12-04T05:00:00.000Z' });
    const soon = await aWaitingPhoto(station, 'c', { dueBefore: '2026-11-19T05:00:00.000Z' });
    await send(station, central);
    expect(central.uploads.begun).toEqual([soon, later, far]);
    expect(central.uploads.atOnce()).toBe(2);
    const rows = await station.db.photos.toArray();
    expect(rows.map((row) => [row.state, row.sentBytes])).toEqual([
      ['verified', 600 * kibibyte],
      ['verified', 600 * kibibyte],
      ['verified', 600 * kibibyte],
    ]);
    expect((await stationSummary(station.db)).photosWaiting.count).toBe(0);
  });

  test('that central has already are not sent again', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    central.rules.photoStates.set(await aWaitingPhoto(station, 'a'), 'verified');
    await send(station, central);
    expect(central.uploads.begun).toEqual([]);
    expect((await station.db.photos.toArray()).map((row) => row.state)).toEqual(['verified']);
  });

  test('go on where an earlier try ended', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    const photo = await aWaitingPhoto(station, 'a');
    let pieces = 0;
    const stopping = new AbortController();
    const mayGo = async () => {
      pieces += 1;
      if (pieces === 3) stopping.abort();
    };
    const parts = syncPartsOf(station, central);
    await expect(uploadPhotos(parts, { mayGo, signal: stopping.signal })).rejects.toThrow(
      'stopped',
    );
    expect(await station.db.photos.get(photo)).toMatchObject({ sentBytes: 256 * kibibyte });
    await send(station, central);
    expect(central.uploads.begun).toEqual([photo]);
    expect(central.uploads.received.get(photo)).toBe(600 * kibibyte);
  });

  test('begin anew when central has forgotten the half', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    const photo = await aWaitingPhoto(station, 'a', {
      uploadUrl: '/central/photos/long-gone',
      sentBytes: 256 * kibibyte,
    });
    await send(station, central);
    expect(await station.db.photos.get(photo)).toMatchObject({ state: 'verified' });
  });

  test.each([409, 423])(
    'answered with %i go on in a moment where they were, not in five minutes and from the beginning',
    async (status) => {
      const station = await aLoneStation();
      const central = smallCentral();
      const photo = await aWaitingPhoto(station, 'a');
      central.uploads.troubles.push(status);
      await send(station, central);
      expect((await station.db.photos.get(photo))?.uploadUrl).not.toBeNull();
      station.clock.set('2026-11-18T15:00:03.000Z');
      await send(station, central);
      expect(await station.db.photos.get(photo)).toMatchObject({ state: 'verified' });
      expect(central.uploads.begun).toEqual([photo]);
    },
  );

  test('too large in pieces for something on the way go in smaller ones', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    central.uploads.largestPiece = 100 * kibibyte;
    const photo = await aWaitingPhoto(station, 'a');
    for (const seconds of ['00', '03', '06']) {
      station.clock.set(`2026-11-18T15:00:${seconds}.000Z`);
      await send(station, central);
    }
    expect(await station.db.photos.get(photo)).toMatchObject({ state: 'verified' });
    expect(central.uploads.begun).toEqual([photo]);
  });

  test('one that central refuses holds no other one up, and is not tried again at once', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    const bad = await aWaitingPhoto(station, 'a', { dueBefore: '2026-11-19T05:00:00.000Z' });
    const good = await aWaitingPhoto(station, 'b');
    central.uploads.refused.add(bad);
    await send(station, central);
    expect(await station.db.photos.get(good)).toMatchObject({ state: 'verified' });
    const row = await station.db.photos.get(bad);
    expect(row?.trouble).toContain('415');
    const asked = central.requests.length;
    await send(station, central);
    expect(central.requests.slice(asked).filter((r) => r.path === '/central/photos')).toEqual([]);
  });

  test('put off while the clock was two years ahead do not wait two years', async () => {
    const station = await aLoneStation();
    const photo = await aWaitingPhoto(station, 'a', { notBefore: '2028-11-18T15:05:00.000Z' });
    await send(station, smallCentral());
    expect(await station.db.photos.get(photo)).toMatchObject({ state: 'verified' });
  });

  test('take no more of the line than they may, and the limit is kept', async () => {
    let now = 0;
    const slept: number[] = [];
    const gap = pieceGap({
      bitsPerSecond: () => 1_000_000,
      now: () => now,
      sleep: async (ms) => {
        slept.push(ms);
        now += ms;
      },
    });
    for (let piece = 0; piece < 5; piece += 1) await gap(125_000);
    expect(slept).toEqual([1000, 1000, 1000, 1000]);
    now += 10_000;
    await gap(125_000);
    expect(slept).toHaveLength(4);

    const station = await aLoneStation();
    const central = smallCentral();
    const photo = await aWaitingPhoto(station, 'a');
    const lane = photoLane(syncPartsOf(station, central), new AbortController().signal);
    // The station's clock stands still here: the second piece would wait for ever at one bit a second.
    await lane.limitTo(1);
    lane.start();
    await until('the first piece is there', async () => {
      return (await station.db.photos.get(photo))?.sentBytes === 256 * kibibyte;
    });
    expect((await stationSummary(station.db)).photosWaiting.mostPerSecond).toBe(1);
    expect(await station.db.photos.get(photo)).toMatchObject({ state: 'waiting' });
  });

  test('taken when a round is all but over go at once, not with the round after the next pause', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    await aWaitingPhoto(station, 'a');
    const parts = syncPartsOf(station, central);
    const { photoStates } = parts.central;
    let late: Promise<string> | null = null;
    const lane = photoLane(
      {
        ...parts,
        central: {
          ...parts.central,
          async photoStates(asked) {
            const states = await photoStates(asked);
            // The first one has left; what is taken now finds nobody sending any more.
            if (central.uploads.received.size > 0 && late === null) {
              late = aWaitingPhoto(station, 'b');
              await late;
              lane.start();
            }
            return states;
          },
        },
      },
      new AbortController().signal,
    );
    lane.start();
    await lane.ended();
    expect(late).not.toBeNull();
    const rows = await station.db.photos.toArray();
    expect(rows.map(({ state }) => state)).toEqual(['verified', 'verified']);
  });

  test('stop between two pieces when somebody pauses them, and go on afterwards', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    const photo = await aWaitingPhoto(station, 'a');
    const lane = photoLane(syncPartsOf(station, central), new AbortController().signal);
    await lane.pause(true);
    lane.start();
    await lane.ended();
    expect(central.uploads.begun).toEqual([]);
    expect((await stationSummary(station.db)).photosWaiting.paused).toBe(true);
    await lane.pause(false);
    lane.start();
    await until('it is verified', async () => {
      return (await station.db.photos.get(photo))?.state === 'verified';
    });
    expect((await stationSummary(station.db)).photosWaiting.paused).toBe(false);
  });
});
