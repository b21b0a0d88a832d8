import { expect, test } from 'vitest';
import { acknowledgeRefusal } from '../../../renderer/actions/acknowledgeRefusal.ts';
import { lastSafeSend } from '../../../renderer/queries/station/lastSafeSend.ts';
import { recentPeople } from '../../../renderer/queries/station/recentPeople.ts';
import { stationSummary } from '../../../renderer/queries/station/stationSummary.ts';
import { unsentRecords } from '../../../renderer/queries/station/unsent.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { aLoneStation, dora, ivan } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';

async function aStationThatReceived() {
  const station = await aLoneStation();
  const arrival = accepted(
    await receiveAsAnnounced(station.as(dora), {
      barcode: null,
      raw: null,
      caseId: caseId('case-1'),
      dock: 'D1',
      note: '',
    }),
  );
  return { station, arrival };
}

test('what is unsent is listed oldest first, with its kind and its number', async () => {
  const { station } = await aStationThatReceived();
  const [first] = await unsentRecords(station.db, 50);
  const row = await station.db.caseRows.get('case-1');
  expect(first).toMatchObject({ sequence: 1, kind: 'arrival', rma: row?.rma });
});

test('who worked here last comes first, each once', async () => {
  const { station } = await aStationThatReceived();
  for (const { personId: id, name, badge, roles } of [dora, ivan])
    await station.db.people.put({ id, name, badge, roles, siteIds: [], active: true }, id);
  expect((await recentPeople(station.db, 4)).map((person) => person.name)).toEqual([dora.name]);
});

test('an unsent decision must go before its case is late; other records make nothing late', async () => {
  const { station, arrival } = await aStationThatReceived();
  const row = await station.db.caseRows.get('case-1');
  const dueBefore = row?.dueBefore ?? '';
  const now = Date.parse(dueBefore) - 3_600_000;
  expect(await lastSafeSend(station.db, now)).toBeNull();
  await station.db.outbox.where('id').equals(arrival.id).modify({ lane: 'decision' });
  expect(await lastSafeSend(station.db, now)).toEqual({ lateFrom: dueBefore, verdicts: 1 });
  expect(await lastSafeSend(station.db, Date.parse(dueBefore) + 1)).toBeNull();
});

test('a refusal somebody has read stays on file and is no longer counted', async () => {
  const { station, arrival } = await aStationThatReceived();
  await station.db.refused.put({
    id: arrival.id,
    caseId: 'case-1',
    kind: 'arrival',
    refusedAt: '2026-11-23T10:00:00.000Z',
    why: { kind: 'refused', refusal: { code: 'otherSite' } },
    seenAt: null,
  });
  expect((await stationSummary(station.db)).refused).toBe(1);
  await acknowledgeRefusal(station.as(dora), arrival.id);
  expect((await stationSummary(station.db)).refused).toBe(0);
  expect(await station.db.refused.count()).toBe(1);
});
