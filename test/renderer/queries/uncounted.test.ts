import { describe, expect, test } from 'vitest';
import { clockCorrection } from '../../../renderer/cases/heardFromCentral.ts';
import { deadlineBoard } from '../../../renderer/queries/lists/deadlineBoard.ts';
import { worklist } from '../../../renderer/queries/lists/worklist.ts';
import { caseView } from '../../../renderer/queries/oneCase/oneCase.ts';
import { stationSummary } from '../../../renderer/queries/station/stationSummary.ts';
import { setStationValues } from '../../../renderer/storage/meta.ts';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import type { SiteCalendar } from '../../../shared/facts/documents.ts';
import { newYorkCalendar } from '../../builders/cases/aCalendar.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { aContract } from '../../builders/cases/aContract.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId, siteId } from '../../builders/cases/ids.ts';
import {
  aLoneStation,
  dora,
  type LoneStation,
  officeDocuments,
} from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';

const pace = { casesPerHour: 4, shift: { from: '08:00', until: '16:30' } };
const now = Date.parse('2026-11-19T15:00:00.000Z');
const second = aCase({ id: caseId('case-2'), rma: 'RMA-1002', trackingNumbers: ['1Z222'] });

/** Two cases: the first came on Mon 16, the second on Wed 18 November. */
async function twoCases(calendar: SiteCalendar | null) {
  const papers = officeDocuments().filter(({ collection }) => collection !== 'calendars');
  const station = await aLoneStation([
    ...papers,
    { collection: 'cases', id: 'case-2', body: second },
    ...(calendar ? [{ collection: 'calendars' as const, id: 'site-1', body: calendar }] : []),
  ]);
  station.clock.set('2026-11-16T15:00:00.000Z');
  await received(station, 'case-1');
  station.clock.set('2026-11-18T15:00:00.000Z');
  await received(station, 'case-2');
  return station;
}

async function received(station: LoneStation, of: string) {
  return accepted(
    await receiveAsAnnounced(station.as(dora), {
      barcode: null,
      raw: null,
      caseId: caseId(of),
      dock: 'D1',
      note: '',
    }),
  );
}

const renew = (station: LoneStation, calendar: SiteCalendar) =>
  applyChanges(
    station.db,
    { changes: [{ collection: 'calendars', id: 'site-1', body: calendar }], cursor: '99' },
    now,
  );

async function seen(station: LoneStation) {
  const rows = await worklist(station.db, 'bench', now);
  const board = await deadlineBoard(station.db, now, pace);
  const told = rows.map((row) => [
    row.caseId,
    row.uncounted?.code ?? row.standing?.deadline.dueOn ?? null,
  ]);
  expect(board.rows.map((row) => row.caseId)).toEqual(rows.map((row) => row.caseId));
  return { told, uncounted: board.uncounted };
}

describe('A case whose days cannot be counted', () => {
  test('stands first on list and board, before one that is due earlier', async () => {
    // The 25th is the seventh day of the first case; the second one needs the days behind it.
    const station = await twoCases(newYorkCalendar({ validUntil: '2026-11-25' }));
    expect(await seen(station)).toEqual({
      told: [
        ['case-2', 'calendarEnds'],
        ['case-1', '2026-11-25'],
      ],
      uncounted: 1,
    });
  });

  test('is on both also where the site has no calendar at all', async () => {
    const station = await twoCases(null);
    expect(await seen(station)).toEqual({
      told: [
        ['case-1', 'noCalendar'],
        ['case-2', 'noCalendar'],
      ],
      uncounted: 2,
    });
    expect((await caseView(station.db, 'case-1', now))?.references).not.toBeNull();
  });

  test('is counted as soon as the calendar comes or is renewed', async () => {
    const station = await twoCases(newYorkCalendar({ validUntil: '2026-11-25' }));
    await renew(station, newYorkCalendar({ version: 2 }));
    expect(await seen(station)).toEqual({
      told: [
        ['case-1', '2026-11-25'],
        ['case-2', '2026-11-30'],
      ],
      uncounted: 0,
    });
  });

  test('a calendar that changes moves a running deadline, and the case says from where', async () => {
    const station = await twoCases(newYorkCalendar());
    await renew(
      station,
      newYorkCalendar({
        version: 2,
        closures: [{ date: '2026-11-20', name: 'Storm' }],
        changes: [{ on: '2026-11-19', date: '2026-11-20', was: 'working', name: '–' }],
      }),
    );
    const view = await caseView(station.db, 'case-2', now);
    expect(view?.standing?.deadline).toMatchObject({
      dueOn: '2026-12-01',
      movedFrom: '2026-11-30',
      calendarVersion: 2,
    });
  });
});

describe('A calendar the contract names for the client’s periods', () => {
  test('is not replaced by the site’s while nobody has given it, and counts once it is here', async () => {
    const contract = aContract({ periodCalendar: 'country:DE-BY' });
    const station = await aLoneStation(
      officeDocuments().map((change) =>
        change.collection === 'contracts' ? { ...change, body: contract } : change,
      ),
    );
    await received(station, 'case-1');
    const named = async () =>
      (await caseView(station.db, 'case-1', now))?.references?.periodCalendar ?? null;
    expect(await named()).toMatchObject({ siteId: 'country:DE-BY', version: 0 });
    const before = await station.db.caseRows.get('case-1');
    const body = newYorkCalendar({ siteId: siteId('country:DE-BY'), version: 3 });
    const changes = [{ collection: 'calendars' as const, id: 'country:DE-BY', body }];
    await applyChanges(station.db, { changes, cursor: '100' }, now);
    expect(await named()).toMatchObject({ siteId: 'country:DE-BY', version: 3 });
    expect((await station.db.caseRows.get('case-1'))?.revision).not.toBe(before?.revision);
  });
});

describe('The calendar of the station’s site', () => {
  const endOn = async (station: LoneStation, utc: string) =>
    (await stationSummary(station.db, 'site-1', Date.parse(utc))).calendar;

  test('warns from 90 days before its end, and says so when it is over or missing', async () => {
    const station = await aLoneStation();
    expect(await endOn(station, '2027-10-01T12:00:00Z')).toMatchObject({ kind: 'fine' });
    expect(await endOn(station, '2027-10-03T12:00:00Z')).toEqual({
      kind: 'ends',
      on: '2027-12-31',
      daysLeft: 89,
    });
    expect(await endOn(station, '2028-01-01T12:00:00Z')).toMatchObject({ daysLeft: -1 });
    await station.db.calendars.clear();
    expect(await endOn(station, '2026-11-18T12:00:00Z')).toEqual({ kind: 'missing' });
  });

  test('no word about it before the site is known', async () => {
    const station = await aLoneStation([]);
    expect(await endOn(station, '2026-11-18T12:00:00Z')).toBeNull();
  });
});

describe('A station whose clock is wrong', () => {
  const days = (n: number) => n * 86_400_000;

  test('reads deadlines by central’s clock: five days fast is not five days later', () => {
    const values = { lastContact: new Date(now + days(5)).toISOString(), offsetMs: -days(5) };
    expect(clockCorrection(now + days(5), values)).toBe(-days(5));
    const right = { lastContact: new Date(now).toISOString(), offsetMs: 60_000 };
    expect(clockCorrection(now, right)).toBe(0);
    expect(clockCorrection(now, {})).toBe(0);
  });

  test('reset years back it still knows when it last heard central', async () => {
    const station = await aLoneStation();
    await setStationValues(station.db, {
      lastContact: '2026-11-18T14:00:00.000Z',
      offsetMs: 0,
    });
    station.clock.set('2019-01-01T00:00:00.000Z');
    await received(station, 'case-1');
    const view = await caseView(station.db, 'case-1', now);
    expect(view?.standing?.deadline).toMatchObject({
      startedOn: '2026-11-18',
      dueOn: '2026-11-30',
    });
    expect(view?.corrected).toEqual({
      recordedAt: '2019-01-01T00:00:00.000Z',
      countedFrom: '2026-11-18T14:00:00.000Z',
      why: 'behind',
    });
    const values = { lastContact: '2026-11-18T14:00:00.000Z', offsetMs: 0 };
    const reset = Date.parse('2019-01-01T00:00:00.000Z');
    expect(new Date(reset + clockCorrection(reset, values)).toISOString()).toBe(values.lastContact);
  });
});
