import { describe, expect, test } from 'vitest';
import { countUnits } from '../../../renderer/actions/countUnits.ts';
import { decideVerdict } from '../../../renderer/actions/decideVerdict.ts';
import { finishInspection } from '../../../renderer/actions/finishInspection.ts';
import { recordFinding } from '../../../renderer/actions/recordFinding.ts';
import { deadlineBoard } from '../../../renderer/queries/lists/deadlineBoard.ts';
import { recentPace } from '../../../renderer/queries/lists/recentPace.ts';
import { articleNamed } from '../../../renderer/queries/oneCase/articleNamed.ts';
import { replayHere } from '../../../renderer/queries/oneCase/replayHere.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { aDefect } from '../../builders/cases/recordedFacts.ts';
import {
  aLoneStation,
  dora,
  ivan,
  type LoneStation,
  sara,
} from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { tenPumps } from '../../builders/station/tenPumps.ts';

const shift = { from: '08:00', until: '16:30' };
const brisk = { casesPerHour: 4, shift };
const at = (utc: string) => Date.parse(utc);

/** Received on Wed 18 November in New York: seven working days, Thanksgiving skipped, end on Mon 30. */
async function received(station: LoneStation) {
  return accepted(
    await receiveAsAnnounced(station.as(dora), {
      barcode: null,
      raw: null,
      caseId: caseId('case-1'),
      dock: 'D1',
      note: '',
    }),
  );
}

/** Inspected and declined here, with nobody at central knowing yet. */
async function declined(station: LoneStation) {
  const { arrivalId } = await received(station);
  const group = accepted(
    await countUnits(station.as(ivan), {
      caseId: caseId('case-1'),
      arrivalId,
      ...tenPumps,
      lot: 'AB-123',
    }),
  );
  accepted(
    await recordFinding(station.as(ivan), {
      caseId: caseId('case-1'),
      unitGroupId: group.unitGroupId,
      quantity: 10,
      observation: aDefect(),
      measurements: [],
      photoIds: [],
      note: '',
    }),
  );
  const inspection = accepted(
    await finishInspection(station.as(ivan), {
      caseId: caseId('case-1'),
      inspectionId: null,
      startedAt: null,
      note: '',
    }),
  );
  accepted(
    await decideVerdict(station.as(sara), {
      caseId: caseId('case-1'),
      verdictId: inspection.verdictId,
      decision: 'decline',
      choices: [],
      answers: [],
      reason: 'agreed by telephone',
      pin: '907142',
    }),
  );
}

describe('The deadline board', () => {
  test('knows no clock before the goods are here', async () => {
    const station = await aLoneStation();
    const board = await deadlineBoard(station.db, station.clock.now(), brisk);
    expect(board).toMatchObject({ rows: [], breached: 0, willBreach: 0, unsent: 0, sendBy: null });
  });

  test('says when a case will be done at this pace, and that a slower one is too late', async () => {
    const station = await aLoneStation();
    await received(station);
    const now = at('2026-11-30T14:00:00Z');
    const inTime = await deadlineBoard(station.db, now, brisk);
    expect(inTime.rows).toMatchObject([
      { caseId: 'case-1', risk: 'none', waitsFor: 'work', readyAt: '2026-11-30T14:15:00Z' },
    ]);
    const slow = await deadlineBoard(station.db, now, { casesPerHour: 0.1, shift });
    expect(slow).toMatchObject({ willBreach: 1, breached: 0, rows: [{ risk: 'willBreach' }] });
  });

  test('calls late what is late', async () => {
    const station = await aLoneStation();
    await received(station);
    const board = await deadlineBoard(station.db, at('2026-12-01T15:00:00Z'), brisk);
    expect(board).toMatchObject({ breached: 1, rows: [{ risk: 'breached' }] });
  });

  test('counts what is decided here and unknown at central as late unless sent by the end of the last shift', async () => {
    const station = await aLoneStation();
    await declined(station);
    const board = await deadlineBoard(station.db, at('2026-11-25T15:00:00Z'), brisk);
    expect(board).toMatchObject({
      unsent: 1,
      sendBy: '2026-11-30T21:30:00Z',
      rows: [{ waitsFor: 'send', risk: 'onlyIfNotSent' }],
    });
  });

  test('does not guess a pace from a handful of cases', async () => {
    const station = await aLoneStation();
    expect(await recentPace(station.db, 'site-1', station.clock.now(), shift)).toBeNull();
  });
});

test('a replay without central goes through the cases decided here, and stops where they end', async () => {
  const station = await aLoneStation();
  const ask = { draft: aPolicy({}, { status: 'draft', version: 2 }), after: null, limit: 50 };
  const now = station.clock.now();
  expect(await replayHere(station.db, { ...ask, now })).toMatchObject({ total: 0, next: null });
  await declined(station);
  const same = await replayHere(station.db, { ...ask, now });
  expect(same).toMatchObject({ total: 1, replayed: 1, changed: [], next: null });
  expect(same.money['USD']).toEqual({ before: 125_000, after: 125_000 });
  const { readings } = aPolicy().parameters;
  const stricter = aPolicy(
    {
      clientEvidence: ['inspectionReport'],
      readings: { ...readings, evidenceAfterInspection: 'ask' },
    },
    { status: 'draft' },
  );
  expect(await replayHere(station.db, { ...ask, draft: stricter, now })).toMatchObject({
    changed: [{ rma: 'RMA-1001', before: 'upheld', after: 'needsPerson', amountAfter: 0 }],
  });
});

test('an article nobody announced is still known by its name, from any order', async () => {
  const station = await aLoneStation();
  const named = (gtin: string | null, number: string | null = null) =>
    articleNamed(station.db, { gtin, number });
  const article = { gtin: '09521101530001', number: 'PUMP-40', name: 'Centrifugal pump 40' };
  expect(await named('09521101530001')).toEqual({ article, units: 1 });
  expect(await named(null, 'pump40')).toMatchObject({ article: { number: 'PUMP-40' } });
  expect(await named('09521187200102')).toBeNull();
  expect(await named(null, 'PUMP-41')).toBeNull();
  expect(await named(null)).toBeNull();
});
