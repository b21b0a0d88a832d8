import { describe, expect, test } from 'vitest';
import { holdCase } from '../../../renderer/actions/holdCase.ts';
import { releaseCase } from '../../../renderer/actions/releaseCase.ts';
import { worklist } from '../../../renderer/queries/lists/worklist.ts';
import { caseView } from '../../../renderer/queries/oneCase/oneCase.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import {
  aLoneStation,
  dora,
  ivan,
  type LoneStation,
  officeDocuments,
} from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';

async function received(station: LoneStation, of = 'case-1') {
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

/** What the list and the case say of the deadline at a moment; they must agree. */
async function dueAt(station: LoneStation, utc: string) {
  const now = Date.parse(utc);
  const rows = await worklist(station.db, 'bench', now);
  const view = await caseView(station.db, 'case-1', now);
  const listed = rows.find((row) => row.caseId === 'case-1')?.standing;
  expect(listed).toEqual(view?.standing);
  return listed && `${listed.deadline.dueOn} ${listed.daysLeft} left, ${listed.tone}`;
}

describe('A deadline in a list', () => {
  test('is looked at now: days pass without anything being written', async () => {
    const station = await aLoneStation();
    await received(station);
    expect(await dueAt(station, '2026-11-18T15:00:00.000Z')).toBe('2026-11-30 7 left, rest');
    expect(await dueAt(station, '2026-11-27T15:00:00.000Z')).toBe('2026-11-30 2 left, urgent');
    expect(await dueAt(station, '2026-12-02T15:00:00.000Z')).toBe('2026-11-30 0 left, late');
  });

  test('moves on with every day of a hold the contract lets pause the clock, and stays there once released', async () => {
    const station = await aLoneStation(letting('awaitingClient'));
    await received(station);
    const hold = accepted(
      await holdCase(station.as(dora), {
        caseId: caseId('case-1'),
        reason: 'awaitingClient',
        pausesClock: true,
        note: '',
      }),
    );
    expect(await dueAt(station, '2026-11-19T15:00:00.000Z')).toMatch(/^2026-11-30/);
    expect(await dueAt(station, '2026-11-24T15:00:00.000Z')).toMatch(/^2026-12-03/);
    station.clock.set('2026-11-24T15:00:00.000Z');
    accepted(
      await releaseCase(station.as(ivan), {
        caseId: caseId('case-1'),
        held: hold,
        because: 'answered',
        note: '',
      }),
    );
    expect(await dueAt(station, '2026-11-24T15:00:00.000Z')).toMatch(/^2026-12-03/);
    expect(await dueAt(station, '2026-12-01T15:00:00.000Z')).toMatch(/^2026-12-03/);
  });

  test('stands still for no hold the contract does not name', async () => {
    const station = await aLoneStation(letting('awaitingCarrier'));
    await received(station);
    accepted(
      await holdCase(station.as(dora), {
        caseId: caseId('case-1'),
        reason: 'awaitingClient',
        pausesClock: true,
        note: '',
      }),
    );
    expect(await dueAt(station, '2026-11-24T15:00:00.000Z')).toMatch(/^2026-11-30/);
  });

  test('orders it: the nearest first, whatever was received first', async () => {
    const station = await aLoneStation([
      ...officeDocuments(),
      {
        collection: 'cases',
        id: 'case-2',
        body: aCase({ id: caseId('case-2'), rma: 'RMA-1002', trackingNumbers: [] }),
      },
    ]);
    station.clock.set('2026-11-20T15:00:00.000Z');
    await received(station, 'case-2');
    station.clock.set('2026-11-18T15:00:00.000Z');
    await received(station, 'case-1');
    const rows = await worklist(station.db, 'bench', Date.parse('2026-11-20T15:00:00.000Z'));
    expect(rows.map((row) => row.caseId)).toEqual(['case-1', 'case-2']);
  });
});

/** The office's papers with a contract that lets the clock stand still for this reason. */
function letting(reason: string) {
  return officeDocuments().map((change) =>
    change.collection === 'contracts' && change.body
      ? { ...change, body: { ...change.body, pausing: [reason] } }
      : change,
  );
}
