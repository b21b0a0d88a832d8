import { expect, test, vi } from 'vitest';
import { lastOwnAct } from '../../../renderer/queries/oneCase/lastOwnAct.ts';
import { recentScans } from '../../../renderer/queries/station/recentScans.ts';
import { acceptedFactRow } from '../../../renderer/storage/factRows.ts';
import type { FactRow } from '../../../renderer/storage/rows.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { chainStart } from '../../../shared/sync/command.ts';
import { arrivalId, caseId, factId, personId, stationId } from '../../builders/cases/ids.ts';
import { anArrival, aPhoto } from '../../builders/cases/recordedFacts.ts';
import { aLoneStation, dora } from '../../builders/station/aLoneStation.ts';

const aMonthOfPhotos = 2000;

/** Rows of the station's own, handed over by cursors or many at once. */
function countRows() {
  let read = 0;
  const all = vi.spyOn(IDBIndex.prototype, 'getAll');
  const steps = vi.spyOn(IDBCursor.prototype, 'continue');
  return {
    async during(ask: () => Promise<unknown>) {
      steps.mockClear();
      all.mockClear();
      read = 0;
      await ask();
      for (const { value } of all.mock.results)
        read += (value as IDBRequest<unknown[]>).result.length;
      return read + steps.mock.calls.length;
    },
  };
}

function ownRow(fact: Fact, sequence: number): FactRow {
  const envelope: FactRow['envelope'] = {
    version: 1,
    basis: { cursor: null, heads: [] },
    stationId: stationId('own'),
    sequence,
    previousHash: chainStart,
    hash: chainStart,
    signature: 'a'.repeat(40),
  };
  return { ...acceptedFactRow({ fact, acceptedAt: fact.at.utc }, undefined), sequence, envelope };
}

/** Somebody received a parcel, and another person has taken pictures ever since. */
async function aStation(ivansPhotos: number) {
  const station = await aLoneStation();
  const arrival = anArrival({
    id: factId('arrival-1'),
    arrivalId: arrivalId('arrival-1'),
    caseId: caseId('case-1'),
    personId: personId('dora'),
  });
  const photos = Array.from({ length: ivansPhotos }, (_, n) =>
    aPhoto({ id: factId(`photo-${n}`), personId: personId('ivan') }),
  );
  await station.db.facts.bulkPut([arrival, ...photos].map((fact, n) => ownRow(fact, n + 1)));
  return { station, now: Date.parse(arrival.at.utc) + 60_000 };
}

test('the last scans and the last act are found among what was recorded lately', async () => {
  const { station, now } = await aStation(300);
  expect((await recentScans(station.db, 5)).map(({ fact }) => fact.id)).toEqual(['arrival-1']);
  const act = await lastOwnAct(station.db, dora.personId, now);
  expect(act.map((fact) => fact.id)).toEqual(['arrival-1']);
});

test('however long a station has worked, both look back no further than its newest records', async () => {
  const { station, now } = await aStation(aMonthOfPhotos);
  const rows = countRows();
  expect(await rows.during(() => recentScans(station.db, 5))).toBeLessThan(600);
  expect(await rows.during(() => lastOwnAct(station.db, dora.personId, now))).toBeLessThan(600);
});

test('what nobody has done since the last shift is not looked for in it', async () => {
  const { station, now } = await aStation(400);
  const rows = countRows();
  const tomorrow = now + 24 * 60 * 60 * 1000;
  expect(await rows.during(() => lastOwnAct(station.db, dora.personId, tomorrow))).toBeLessThan(50);
});
