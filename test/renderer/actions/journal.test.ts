import { describe, expect, test } from 'vitest';
import { takePhoto } from '../../../renderer/actions/takePhoto.ts';
import { recentScans } from '../../../renderer/queries/station/recentScans.ts';
import { refusals } from '../../../renderer/queries/station/refusals.ts';
import { startStation, tellLoss } from '../../../renderer/station/startStation.ts';
import { sendOutbox } from '../../../renderer/sync/push/sendOutbox.ts';
import { accepted, refusedWith } from '../../builders/cases/accepted.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import {
  aLoneStation,
  dora,
  type LoneStation,
  officeDocuments,
} from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

async function receiveBox(station: LoneStation, number: string) {
  return await receiveAsAnnounced(station.as(dora), {
    barcode: scanned(number),
    raw: number,
    caseId: null,
    dock: 'D1',
    note: '',
  });
}

async function photograph(station: LoneStation, number: string) {
  const { arrivalId } = accepted(await receiveBox(station, number));
  return accepted(
    await takePhoto(station.as(dora), {
      caseId: null,
      subject: { kind: 'arrival', arrivalId },
      shot: 'door',
      bytes: new TextEncoder().encode(number),
      mediaType: 'image/jpeg',
      width: 640,
      height: 480,
    }),
  );
}

describe('The journal', () => {
  test('brings back everything unsent, photos too, when the database was wiped', async () => {
    const station = await aLoneStation();
    const photo = await photograph(station, 'BOX-00001');
    await receiveBox(station, 'BOX-00002');
    const before = await station.db.facts.orderBy('id').toArray();

    const again = await station.restart({ wiped: true });
    expect(await again.db.facts.orderBy('id').toArray()).toEqual(before);
    expect((await again.db.outbox.toArray()).map((row) => row.sequence)).toEqual([1, 2, 3]);
    const blob = (await again.db.photoBytes.get(photo.sha256))?.blob;
    expect(await blob?.text()).toBe('BOX-00001');
    expect(await again.db.photos.get(photo.sha256)).toMatchObject({ state: 'waiting', bytes: 9 });
    expect(await recentScans(again.db, 5)).toHaveLength(2);
  });

  test('has a rebuilt database told at every start until somebody has signed in', async () => {
    const station = await aLoneStation();
    await receiveBox(station, 'BOX-00001');
    station.db.close();
    const start = async () =>
      accepted(await startStation(station.desktop, station.clock.now(), `${station.db.name}-new`));
    const first = await start();
    first.db.close();
    const second = await start();
    expect([first.wasLost, second.wasLost]).toEqual([true, true]);
    await tellLoss(second.db);
    second.db.close();
    expect((await start()).wasLost).toBe(false);
  });

  test('says how many unsent photos were lost where their files went with the database', async () => {
    const station = await aLoneStation();
    const gone = await photograph(station, 'BOX-00001');
    await photograph(station, 'BOX-00002');
    await station.desktop.letPhotoGo({ sha256: gone.sha256 });
    station.db.close();
    const start = async () =>
      accepted(await startStation(station.desktop, station.clock.now(), `${station.db.name}-new`));
    const first = await start();
    expect(first).toMatchObject({ wasLost: true, photosGone: 1 });
    expect(await first.db.outbox.count()).toBe(4);
    await tellLoss(first.db);
    first.db.close();
    expect(await start()).toMatchObject({ wasLost: false, photosGone: 0 });
  });

  test('gets back what only the database still has, and numbers on from there', async () => {
    const station = await aLoneStation();
    const { sha256 } = await photograph(station, 'BOX-00001');
    await sendOutbox(syncPartsOf(station, smallCentral()));
    await receiveBox(station, 'BOX-00002');
    const sealed = [...station.desktop.lines];
    station.desktop.lines.length = 0;
    station.desktop.settled.clear();
    await station.desktop.letPhotoGo({ sha256 });

    const again = await station.restart();
    expect(again.desktop.lines).toEqual(sealed);
    expect(await again.desktop.keptPhotos({})).toEqual([sha256]);
    expect(await again.db.outbox.toCollection().primaryKeys()).toEqual([3]);
    await receiveBox(again, 'BOX-00003');
    expect(await again.db.outbox.toCollection().primaryKeys()).toEqual([3, 4]);
  });

  test('brings back one command that was sealed but never stored', async () => {
    const station = await aLoneStation();
    await receiveBox(station, 'BOX-00001');
    await station.db.transaction('rw', station.db.tables, async () => {
      await station.db.facts.clear();
      await station.db.outbox.clear();
      await station.db.meta.update('station', { lastSequence: 0 });
    });
    station.db.close();
    const started = accepted(
      await startStation(station.desktop, station.clock.now(), station.db.name),
    );
    expect(started).toMatchObject({ reconciled: { commands: 1 }, wasLost: false });
    expect(await started.db.cases.count()).toBe(1);
    expect(await started.db.outbox.count()).toBe(1);
  });

  test('brings back what central has answered too, and says that the database was lost', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    await receiveBox(station, 'BOX-00001');
    await sendOutbox(syncPartsOf(station, central));
    await receiveBox(station, 'BOX-00002');
    const again = await station.restart({ wiped: true });
    expect(again.wasLost).toBe(true);
    expect((await again.db.outbox.toArray()).map((row) => row.sequence)).toEqual([1, 2]);
    expect(await sendOutbox(syncPartsOf(again, central))).toBe('empty');
    expect(central.feed).toHaveLength(2);
  });

  test('lets a refusal be seen although the database was lost after it', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    const { id } = accepted(await receiveBox(station, 'BOX-00001'));
    central.refuse.set(id, { code: 'otherSite' });
    await sendOutbox(syncPartsOf(station, central));
    const again = await station.restart({ wiped: true });
    await sendOutbox(syncPartsOf(again, central));
    expect(await refusals(again.db)).toMatchObject([{ id, why: { kind: 'refused' } }]);
  });

  test('fills the gap of a central restored from a back-up although the database was lost', async () => {
    const station = await aLoneStation();
    const central = smallCentral(officeDocuments());
    await receiveBox(station, 'BOX-00001');
    await receiveBox(station, 'BOX-00002');
    await sendOutbox(syncPartsOf(station, central));
    const again = await station.restart({ wiped: true });
    await sendOutbox(syncPartsOf(again, central));
    central.restoreTo('epoch-2', 0, officeDocuments().length);
    await receiveBox(again, 'BOX-00003');
    expect(await sendOutbox(syncPartsOf(again, central))).toBe('empty');
    expect(central.feed.filter((change) => change.collection === 'facts')).toHaveLength(3);
  });

  test('does not offer again what a database that lost nothing knows to be answered', async () => {
    const station = await aLoneStation();
    await receiveBox(station, 'BOX-00001');
    await sendOutbox(syncPartsOf(station, smallCentral()));
    const again = await station.restart();
    expect(again.wasLost).toBe(false);
    expect(await again.db.outbox.count()).toBe(0);
  });

  test('is struck off at the next start when the power went between the answer and the striking', async () => {
    const station = await aLoneStation();
    const { id } = accepted(await receiveBox(station, 'BOX-00001'));
    await sendOutbox(syncPartsOf(station, smallCentral()));
    station.desktop.settled.clear();
    const again = await station.restart();
    expect(again.desktop.settled).toContain(id);
    expect(await again.db.outbox.count()).toBe(0);
  });

  test('twice reconciled is the same as once', async () => {
    const station = await aLoneStation();
    await photograph(station, 'BOX-00001');
    const once = await station.restart({ wiped: true });
    const facts = await once.db.facts.toArray();
    const twice = await once.restart();
    expect(await twice.db.facts.toArray()).toEqual(facts);
    expect(await twice.db.outbox.count()).toBe(2);
  });
});

describe('A disk that does not take it', () => {
  test('the database stuck or failing: the refusal says what is safe all the same', async () => {
    const station = await aLoneStation();
    station.db.facts.hook('creating', () => {
      throw new Error('torn page');
    });
    expect(refusedWith(await receiveBox(station, 'BOX-00001'))).toMatchObject({
      code: 'notStored',
      why: 'failed',
      journalled: true,
    });
    const again = await station.restart();
    expect(await again.db.outbox.count()).toBe(1);
  });

  test('once it takes it again, what was journalled comes first, and nothing has to be done twice', async () => {
    const station = await aLoneStation();
    const disk = { torn: true };
    station.db.facts.hook('creating', () => {
      if (disk.torn) throw new Error('torn page');
    });
    expect(refusedWith(await receiveBox(station, 'BOX-00001'))).toMatchObject({ journalled: true });
    expect(refusedWith(await receiveBox(station, 'BOX-00002'))).toMatchObject({
      code: 'notStored',
      journalled: false,
    });
    disk.torn = false;
    accepted(await receiveBox(station, 'BOX-00002'));
    const outbox = await station.db.outbox.orderBy('sequence').toArray();
    expect(outbox.map((row) => row.sequence)).toEqual([1, 2]);
    expect(refusedWith(await receiveBox(station, 'BOX-00001'))).toMatchObject({
      code: 'alreadyArrived',
    });
  });

  test('the journal failing: nothing is stored at all', async () => {
    const station = await aLoneStation();
    const context = station.as(dora);
    const broken = {
      ...context,
      desktop: {
        ...context.desktop,
        sealCommand: async () => {
          throw new Error('pipe closed');
        },
      },
    };
    const outcome = await receiveAsAnnounced(broken, {
      barcode: scanned('BOX-00001'),
      raw: null,
      caseId: null,
      dock: 'D1',
      note: '',
    });
    expect(refusedWith(outcome)).toEqual({ code: 'journalFailed', detail: 'pipe closed' });
    expect(await station.db.facts.count()).toBe(0);
    expect(await station.db.outbox.count()).toBe(0);
  });
});
