import { describe, expect, test } from 'vitest';
import { adoptStation } from '../../../renderer/station/adoptStation.ts';
import { setStationValues, stationValues } from '../../../renderer/storage/meta.ts';
import { sendOutbox } from '../../../renderer/sync/push/sendOutbox.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, dora, type LoneStation } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

async function receive(station: LoneStation, number: string) {
  return accepted(
    await receiveAsAnnounced(station.as(dora), {
      barcode: scanned(number),
      raw: null,
      caseId: caseId('case-1'),
      dock: 'D1',
      note: '',
    }),
  );
}

describe('A database under another station', () => {
  test('keeps what central accepted and leaves the unsent to the old journal', async () => {
    const station = await aLoneStation();
    await adoptStation(station.db, 'station-1', station.clock.now());
    const sent = await receive(station, 'BOX-00001');
    await sendOutbox(syncPartsOf(station, smallCentral()));
    await receive(station, 'BOX-00002');
    await adoptStation(station.db, 'station-2', station.clock.now());
    const rows = await station.db.facts.toArray();
    expect(rows).toMatchObject([{ id: sent.id, sequence: 0, acceptance: 'accepted' }]);
    expect(await station.db.outbox.count()).toBe(0);
    expect(await station.db.caseRows.get('case-1')).toMatchObject({
      waiting: { here: [], sent: 0 },
    });
    expect(await station.db.answeredRuns.count()).toBe(0);
    expect(await stationValues(station.db)).toMatchObject({
      stationId: 'station-2',
      lastSequence: 0,
      resyncing: true,
    });
    expect((await stationValues(station.db)).cursor).toBeUndefined();
  });

  test('loses nothing when it is the same station as before', async () => {
    const station = await aLoneStation();
    await adoptStation(station.db, 'station-1', station.clock.now());
    await receive(station, 'BOX-00001');
    await adoptStation(station.db, 'station-1', station.clock.now());
    expect(await station.db.outbox.count()).toBe(1);
    expect((await stationValues(station.db)).cursor).toBeDefined();
  });
});

test('Two who set different values at the same time both keep theirs', async () => {
  const { db } = await aLoneStation();
  await Promise.all([
    setStationValues(db, { offsetMs: 7 }),
    setStationValues(db, { photosPaused: true }),
    setStationValues(db, { lastContact: '2026-11-18T15:00:00.000Z' }),
  ]);
  expect(await stationValues(db)).toMatchObject({
    offsetMs: 7,
    photosPaused: true,
    lastContact: '2026-11-18T15:00:00.000Z',
  });
});
