import { describe, expect, test } from 'vitest';
import { correctFact } from '../../../renderer/actions/correctFact.ts';
import { countUnits } from '../../../renderer/actions/countUnits.ts';
import { decideVerdict } from '../../../renderer/actions/decideVerdict.ts';
import { finishInspection } from '../../../renderer/actions/finishInspection.ts';
import { recordFinding } from '../../../renderer/actions/recordFinding.ts';
import { takePhoto } from '../../../renderer/actions/takePhoto.ts';
import { worklist } from '../../../renderer/queries/lists/worklist.ts';
import { caseView } from '../../../renderer/queries/oneCase/oneCase.ts';
import { stationSummary } from '../../../renderer/queries/station/stationSummary.ts';
import type { FactId } from '../../../shared/ids.ts';
import { accepted, refusedWith } from '../../builders/cases/accepted.ts';
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
import { scanned } from '../../builders/station/scanned.ts';
import { tenPumps } from '../../builders/station/tenPumps.ts';

const parcel = {
  barcode: scanned('1Z999AA10123456784'),
  raw: null,
  caseId: null,
  dock: 'D1',
  note: '',
};
const announced = { ...parcel, barcode: { ...parcel.barcode, text: '1Z999' } };

/** `goesBy`: what happens between two steps. */
async function inspected(station: LoneStation, goesBy: () => void = () => {}) {
  const arrival = accepted(await receiveAsAnnounced(station.as(dora), announced));
  goesBy();
  const units = accepted(
    await countUnits(station.as(ivan), {
      caseId: caseId('case-1'),
      arrivalId: arrival.arrivalId,
      ...tenPumps,
    }),
  );
  goesBy();
  const photo = accepted(
    await takePhoto(station.as(ivan), {
      caseId: caseId('case-1'),
      subject: { kind: 'unitGroup', unitGroupId: units.unitGroupId },
      shot: 'defectCloseUp',
      bytes: new TextEncoder().encode('a picture'),
      mediaType: 'image/jpeg',
      width: 1280,
      height: 720,
    }),
  );
  goesBy();
  const finding = accepted(
    await recordFinding(station.as(ivan), {
      caseId: caseId('case-1'),
      unitGroupId: units.unitGroupId,
      quantity: 10,
      observation: aDefect(),
      measurements: [],
      photoIds: [photo.photoId],
      note: 'Seal torn',
    }),
  );
  goesBy();
  const done = accepted(
    await finishInspection(station.as(ivan), {
      caseId: caseId('case-1'),
      inspectionId: null,
      startedAt: null,
      note: '',
    }),
  );
  return { arrival, units, photo, finding, done };
}

function approval(verdict: Awaited<ReturnType<typeof inspected>>) {
  return {
    caseId: caseId('case-1'),
    verdictId: verdict.done.verdictId,
    decision: 'approve' as const,
    choices: [
      {
        unitGroupId: verdict.units.unitGroupId,
        resolution: 'refund' as const,
        disposition: 'scrap' as const,
        overrideAmount: null,
      },
    ],
    answers: [],
    reason: '',
    pin: '123456',
  };
}

describe('The main job on a station alone', () => {
  test('goes from the scan to the approval, each step saved here and in the outbox in order', async () => {
    const station = await aLoneStation();
    const made = await inspected(station);
    const approved = accepted(await decideVerdict(station.as(sara), approval(made)));

    const view = await caseView(station.db, 'case-1', station.clock.now());
    expect(view?.file.state).toBe('approved');
    expect(view?.acceptance.get(approved.id)).toBe('here');
    expect(view?.decision?.ok && view.decision.value.refundAmount).toBe(125_000);
    expect(view?.standing?.deadline.dueOn).toBe('2026-11-30');
    const outbox = await station.db.outbox.orderBy('sequence').toArray();
    expect(outbox.map((row) => row.sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(outbox.map((row) => row.id)).toEqual(station.desktop.lines.map((line) => line.fact.id));
  });

  test('an inspection tells since when it went on: since the first thing the inspector recorded', async () => {
    const station = await aLoneStation();
    let minutes = 0;
    const made = await inspected(station, () => {
      minutes += 10;
      station.clock.set(`2026-11-18T15:${minutes}:00.000Z`);
    });
    expect(made.done.startedAt).toEqual(made.units.at);
    expect(made.done.startedAt.utc).toBe('2026-11-18T15:10:00.000Z');
    expect(made.done.at.utc).toBe('2026-11-18T15:40:00.000Z');
  });

  test('the one who inspected cannot approve', async () => {
    const station = await aLoneStation();
    const made = await inspected(station);
    const both = { ...ivan, roles: ['inspector' as const, 'supervisor' as const] };
    expect(refusedWith(await decideVerdict(station.as(both), approval(made)))).toMatchObject({
      code: 'ownHandsOnCase',
    });
    expect(station.desktop.lines).toHaveLength(5);
  });

  test('below a verdict no count is taken back, and once it is decided no finding either', async () => {
    const station = await aLoneStation();
    const made = await inspected(station);
    const back = async (factId: FactId) =>
      refusedWith(await correctFact(station.as(ivan), { factId, reason: 'UNDO' }));
    expect(await back(made.units.id)).toEqual({ code: 'underVerdict' });
    accepted(await decideVerdict(station.as(sara), approval(made)));
    expect(await back(made.finding.id)).toEqual({ code: 'underVerdict' });
    expect((await caseView(station.db, 'case-1', station.clock.now()))?.file.corrected).toEqual(
      new Set(),
    );
  });

  test('a verdict names every fact it rests on, corrections too', async () => {
    const station = await aLoneStation();
    const made = await inspected(station);
    const undo = accepted(
      await correctFact(station.as(ivan), { factId: made.finding.id, reason: 'wrong pump' }),
    );
    accepted(
      await recordFinding(station.as(ivan), {
        caseId: caseId('case-1'),
        unitGroupId: made.units.unitGroupId,
        quantity: 10,
        observation: { kind: 'noDefect' },
        measurements: [],
        photoIds: [],
        note: '',
      }),
    );
    const again = accepted(
      await finishInspection(station.as(ivan), {
        caseId: caseId('case-1'),
        inspectionId: null,
        startedAt: null,
        note: '',
      }),
    );
    expect(again.basis).toContain(undo.id);
    expect(again.basis).toContain(made.finding.id);
    expect(again.basis).toEqual([...again.basis].sort());
    const view = await caseView(station.db, 'case-1', station.clock.now());
    expect(view?.file.heads).toEqual([again.verdictId]);
    expect(refusedWith(await decideVerdict(station.as(sara), approval(made)))).toMatchObject({
      code: 'verdictSuperseded',
    });
  });

  test('a case moves from list to list as it is worked on', async () => {
    const station = await aLoneStation();
    const on = async (list: 'dock' | 'bench' | 'desk') =>
      (await worklist(station.db, list, station.clock.now())).map((row) => row.state);
    expect([await on('dock'), await on('bench'), await on('desk')]).toEqual([
      ['authorised'],
      [],
      [],
    ]);
    const made = await inspected(station);
    expect([await on('dock'), await on('bench'), await on('desk')]).toEqual([
      [],
      [],
      ['verdictProposed'],
    ]);
    accepted(
      await decideVerdict(station.as(sara), {
        ...approval(made),
        decision: 'decline',
        choices: [],
        reason: 'no',
      }),
    );
    expect(await on('desk')).toEqual([]);
  });

  test('what waits to be sent is counted, commands and photo bytes apart', async () => {
    const station = await aLoneStation();
    await inspected(station);
    expect(await stationSummary(station.db)).toMatchObject({
      unsent: 5,
      oldestUnsentAt: '2026-11-18T15:00:00.000Z',
      refused: 0,
      photosWaiting: { count: 1, bytes: 9, sentBytes: 0 },
    });
  });

  test('input out of its bounds is refused by its field before anything is written', async () => {
    const station = await aLoneStation();
    const made = await inspected(station);
    const refusal = refusedWith(
      await recordFinding(station.as(ivan), {
        caseId: caseId('case-1'),
        unitGroupId: made.units.unitGroupId,
        quantity: 10,
        observation: { kind: 'noDefect' },
        measurements: [],
        photoIds: [],
        note: 'x'.repeat(301),
      }),
    );
    expect(refusal).toMatchObject({ code: 'badInput', field: 'note' });
    expect(station.desktop.lines).toHaveLength(5);
  });
});
