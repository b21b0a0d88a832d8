import { describe, expect, test } from 'vitest';
import { holdCase } from '../../../renderer/actions/holdCase.ts';
import { projectionOf } from '../../../renderer/cases/caseCache.ts';
import { sourcesOfCases } from '../../../renderer/cases/caseSources.ts';
import { caseRowsOf } from '../../../renderer/queries/lists/caseRow.ts';
import { sendOutbox } from '../../../renderer/sync/push/sendOutbox.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, dora, type LoneStation } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

const parcel = { barcode: null, raw: null, caseId: caseId('case-1'), dock: 'D1', note: '' };
const hold = { caseId: caseId('case-1'), reason: 'other', pausesClock: false, note: '' } as const;

async function receivedAndHeld(station: LoneStation) {
  const arrival = accepted(await receiveAsAnnounced(station.as(dora), parcel));
  const held = accepted(await holdCase(station.as(dora), hold));
  return { arrival, held };
}

/** The list row as it is and is shown, and as it would be made from everything stored. */
async function rowAndTruth({ db, clock }: LoneStation) {
  const now = new Date(clock.now()).toISOString();
  const sources = (await sourcesOfCases(db, ['case-1'])).get('case-1');
  const { revision: _, ...row } = (await db.caseRows.get('case-1')) ?? { revision: 0 };
  const shown = (await caseRowsOf(db, await db.caseRows.toArray(), clock.now()))[0]?.saved;
  return { row, shown, truth: sources && projectionOf(sources, now) };
}

describe('The list row of a case after central has answered', () => {
  test('says what is accepted, fact by fact', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    const parts = syncPartsOf(station, central);
    const { held } = await receivedAndHeld(station);
    expect(await rowAndTruth(station)).toMatchObject({
      shown: 'here',
      row: { waiting: { here: [1, 2], sent: 0 } },
    });

    central.defer.add(held.id);
    await sendOutbox(parts);
    const putOff = await rowAndTruth(station);
    expect(putOff).toMatchObject({ shown: 'sent', row: { waiting: { sent: 1 } } });
    expect(putOff.row).toEqual(putOff.truth);

    central.defer.clear();
    await sendOutbox(parts);
    const { row, shown, truth } = await rowAndTruth(station);
    expect(shown).toBe('accepted');
    expect(row).toEqual(truth);
  });

  test('no longer shows what is refused', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    const { held } = await receivedAndHeld(station);
    central.refuse.set(held.id, { code: 'otherSite' });
    await sendOutbox(syncPartsOf(station, central));
    const { row, shown, truth } = await rowAndTruth(station);
    expect(shown).toBe('accepted');
    expect(row).toMatchObject({ state: 'received', hasRefusal: true });
    expect(row).toEqual(truth);
  });

  test('has the deadline of the time central accepted an arrival from a clock that is ahead', async () => {
    const station = await aLoneStation();
    station.clock.set('2026-12-01T15:00:00.000Z');
    await receivedAndHeld(station);
    const before = await station.db.caseRows.get('case-1');
    await sendOutbox(syncPartsOf(station, smallCentral()));
    const { row, truth } = await rowAndTruth(station);
    expect(row).not.toMatchObject({ deadline: before?.deadline });
    expect(row).toEqual(truth);
  });

  test('does not hide that the next fact waits', async () => {
    const station = await aLoneStation();
    await receivedAndHeld(station);
    await sendOutbox(syncPartsOf(station, smallCentral()));
    expect((await rowAndTruth(station)).shown).toBe('accepted');
    accepted(await receiveAsAnnounced(station.as(dora), parcel));
    const { row, shown, truth } = await rowAndTruth(station);
    expect(shown).toBe('here');
    expect(row).toEqual(truth);
  });

  test('waits again for what central asks for again', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    const parts = syncPartsOf(station, central);
    await receivedAndHeld(station);
    await sendOutbox(parts);
    // Central lost both without saying so, and puts them off when they come again.
    central.restoreTo('epoch-1', 0, 0);
    for (const command of central.heard) central.defer.add(command.fact.id);
    accepted(await receiveAsAnnounced(station.as(dora), parcel));
    await sendOutbox(parts);
    const { row, shown, truth } = await rowAndTruth(station);
    expect(shown).toBe('sent');
    expect(row).toEqual(truth);
  });
});
