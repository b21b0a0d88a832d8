import { describe, expect, test } from 'vitest';
import { caseView } from '../../../renderer/queries/oneCase/oneCase.ts';
import { stationSummary } from '../../../renderer/queries/station/stationSummary.ts';
import { setStationValues } from '../../../renderer/storage/meta.ts';
import { pullChanges } from '../../../renderer/sync/pull/pullChanges.ts';
import { sendOutbox } from '../../../renderer/sync/push/sendOutbox.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import {
  aLoneStation,
  dora,
  officeDocuments,
  openingTime,
} from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

const hour = 3_600_000;
const year = 365 * 24 * hour;
const truth = Date.parse(openingTime);
const skews = [
  ['an hour fast', hour],
  ['an hour slow', -hour],
  ['two years fast', 2 * year],
  ['two years slow', -2 * year],
] as const;

/** A station whose clock is off, as it noticed at its last contact (or did not). */
async function aStationOff(skew: number, noticed: boolean) {
  const station = await aLoneStation(officeDocuments());
  const central = smallCentral(officeDocuments());
  station.clock.set(new Date(truth + skew).toISOString());
  await setStationValues(station.db, { offsetMs: noticed ? -skew : 0 });
  const receive = async (text: string) =>
    accepted(
      await receiveAsAnnounced(station.as(dora), {
        barcode: { ...scanned('1Z9999'), text },
        raw: null,
        caseId: null,
        dock: 'D1',
        note: '',
      }),
    );
  return { station, central, receive, parts: syncPartsOf(station, central) };
}

describe('A station whose clock is', () => {
  test.each(skews)('%s keeps the deadline, and shows that it is off', async (_, skew) => {
    const { station, central, receive, parts } = await aStationOff(skew, true);
    const { id, at } = await receive('1Z999');
    const dueOn = async () =>
      (await caseView(station.db, 'case-1', truth))?.standing?.deadline.dueOn;
    expect(await dueOn()).toBe('2026-11-30');
    await sendOutbox(parts);
    await pullChanges(parts);
    expect(await dueOn()).toBe('2026-11-30');
    expect((await stationSummary(station.db)).clock).toEqual({ offsetMs: -skew, flagged: true });
    // As it was recorded, for good.
    expect(at.utc).toBe(new Date(truth + skew).toISOString());
    expect(central.heard[0]?.fact.at).toEqual(at);
    expect((await station.db.facts.get(id))?.fact.at).toEqual(at);
  });

  test('suddenly two years fast does not move the deadline behind central’s acceptance', async () => {
    const { station, receive, parts } = await aStationOff(2 * year, false);
    await receive('1Z999');
    await sendOutbox(parts);
    const view = await caseView(station.db, 'case-1', truth);
    // Accepted on Wed 2026-11-18, 16:00 UTC.
    expect(view?.standing?.deadline.dueOn).toBe('2026-11-30');
  });

  test('stepping back and forth at work sends in the order of work', async () => {
    const { station, central, receive, parts } = await aStationOff(0, false);
    const recorded = [];
    for (const [, skew] of skews) {
      station.clock.set(new Date(truth + skew).toISOString());
      recorded.push((await receive(`BOX-${recorded.length}`)).id);
    }
    expect(await sendOutbox(parts)).toBe('empty');
    expect(central.heard.map((command) => command.fact.id)).toEqual(recorded);
    expect(central.heard.map((command) => command.sequence)).toEqual([1, 2, 3, 4]);
  });

  test.each(skews)('%s offers everything again after a restore all the same', async (_, skew) => {
    const { station, central, receive, parts } = await aStationOff(0, false);
    await receive('1Z999');
    await sendOutbox(parts);
    await pullChanges(parts);
    station.clock.set(new Date(truth + skew).toISOString());
    central.restoreTo('epoch-2', 0, officeDocuments().length);
    await pullChanges(parts);
    expect(await sendOutbox(parts)).toBe('empty');
    expect(central.feed.filter((change) => change.collection === 'facts')).toHaveLength(1);
  });
});
