import { expect, test } from 'vitest';
import { countUnits } from '../../../renderer/actions/countUnits.ts';
import { handOverCase, handOverCases } from '../../../renderer/actions/handOverCase.ts';
import { recordFinding } from '../../../renderer/actions/recordFinding.ts';
import { type FindingDraft, saveDraft } from '../../../renderer/actions/saveDraft.ts';
import { takeCase } from '../../../renderer/actions/takeCase.ts';
import { worklist } from '../../../renderer/queries/lists/worklist.ts';
import { caseView } from '../../../renderer/queries/oneCase/oneCase.ts';
import { lastOwnWork } from '../../../renderer/screens/bench/finding/inspected.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId, personId } from '../../builders/cases/ids.ts';
import { aLoneStation, aPerson, dora, ivan, sara } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { tenPumps } from '../../builders/station/tenPumps.ts';

const of = caseId('case-1');
const ines = aPerson('ines', 'inspector');
const begun: FindingDraft = {
  what: 'defect',
  group: 'function',
  code: 'function.leak',
  severity: null,
  cause: null,
  indicators: [],
  claimed: true,
  quantity: 2,
  note: '',
};

async function counted() {
  const station = await aLoneStation();
  const parcel = { barcode: null, raw: null, caseId: of, dock: 'D1', note: '' };
  const { arrivalId } = accepted(await receiveAsAnnounced(station.as(dora), parcel));
  const group = accepted(
    await countUnits(station.as(dora), {
      caseId: of,
      arrivalId,
      ...tenPumps,
    }),
  );
  const row = async () => (await worklist(station.db, 'bench', station.clock.now()))[0];
  const held = async () => (await row())?.heldBy.map(({ personId: id }) => id);
  const file = async () => {
    const view = await caseView(station.db, of, station.clock.now());
    if (!view) throw new Error('no case');
    return view.file;
  };
  return { station, group, row, held, file };
}

test('a case that was counted waits for an inspector, and says who took it, where and since when', async () => {
  const { station, row } = await counted();
  expect(await row()).toMatchObject({ state: 'received', heldBy: [] });
  accepted(await takeCase(station.as(ivan), of));
  const heldBy = [
    { personId: 'ivan', name: 'ivan', since: '2026-11-18T15:00:00.000Z', place: 'Dock 1' },
  ];
  expect(await row()).toMatchObject({ state: 'received', heldBy });
  // Once more is once: it is there already.
  expect(accepted(await takeCase(station.as(ivan), of))).toBeNull();
});

test('a second inspector takes it too, and works on', async () => {
  const { station, group, held, row } = await counted();
  accepted(await takeCase(station.as(ivan), of));
  accepted(await takeCase(station.as(ines), of));
  expect(await held()).toEqual(['ines', 'ivan']);
  accepted(
    await recordFinding(station.as(ines), {
      caseId: of,
      unitGroupId: group.unitGroupId,
      quantity: 10,
      observation: { kind: 'noDefect' },
      measurements: [],
      photoIds: [],
      note: '',
    }),
  );
  expect(await row()).toMatchObject({ state: 'inspecting' });
});

test('the first letter of a finding takes the case, and looking at it does not', async () => {
  const { station, group, held, file } = await counted();
  await caseView(station.db, of, station.clock.now());
  expect(await held()).toEqual([]);
  const { unitGroupId } = group;
  await saveDraft(station.as(ivan), { caseId: of, unitGroupId, draft: begun });
  await saveDraft(station.as(ivan), { caseId: of, unitGroupId, draft: { ...begun, quantity: 3 } });
  expect(await held()).toEqual(['ivan']);
  expect((await file()).facts.filter(({ kind }) => kind === 'caseTaken')).toHaveLength(1);
  // Handed over and gone on with all the same, it is taken again.
  const give = { caseId: of, from: ivan.personId, to: null, note: '' };
  accepted(await handOverCase(station.as(ivan), give));
  expect(await held()).toEqual([]);
  await saveDraft(station.as(ivan), { caseId: of, unitGroupId, draft: begun });
  expect(await held()).toEqual(['ivan']);
});

test('a draft is kept though the case cannot be taken', async () => {
  const { station, group, held } = await counted();
  // Nobody at the dock takes cases.
  await saveDraft(station.as(dora), { caseId: of, unitGroupId: group.unitGroupId, draft: begun });
  expect(await station.db.drafts.count()).toBe(1);
  expect(await held()).toEqual([]);
});

test('it is handed over to a colleague, back to the list, and taken over from who left', async () => {
  const { station, held } = await counted();
  const note = '';
  accepted(await takeCase(station.as(ivan), of));
  const give = { caseId: of, from: ivan.personId, note };
  accepted(await handOverCase(station.as(ivan), { ...give, to: ines.personId }));
  expect(await held()).toEqual(['ines']);
  const refused = await handOverCase(station.as(ivan), { ...give, from: ines.personId, to: null });
  expect(refused).toMatchObject({ refusal: { code: 'notYourRole' } });
  accepted(
    await handOverCase(station.as(ivan), { ...give, from: ines.personId, to: ivan.personId }),
  );
  expect(await held()).toEqual(['ivan']);
  accepted(await handOverCase(station.as(sara), { ...give, to: null }));
  expect(await held()).toEqual([]);
  accepted(await takeCase(station.as(ivan), of));
  expect(await held()).toEqual(['ivan']);
});

test('at the end of a shift all go at once', async () => {
  const { station, held } = await counted();
  accepted(await takeCase(station.as(ivan), of));
  const all = { caseIds: [of], from: ivan.personId, to: null, note: '' };
  expect(accepted(await handOverCases(station.as(ivan), all))).toBe(1);
  expect(await held()).toEqual([]);
  const strange = { ...all, caseIds: [caseId('nowhere'), of] };
  expect(await handOverCases(station.as(ivan), strange)).toMatchObject({
    refusal: { code: 'unknownCase' },
  });
});

test('UNDO takes back the last work, not that the case was taken after it', async () => {
  const { station, group, file } = await counted();
  const finding = accepted(
    await recordFinding(station.as(ivan), {
      caseId: of,
      unitGroupId: group.unitGroupId,
      quantity: 10,
      observation: { kind: 'noDefect' },
      measurements: [],
      photoIds: [],
      note: '',
    }),
  );
  accepted(await takeCase(station.as(ivan), of));
  expect(lastOwnWork(await file(), personId('ivan')).map(({ id }) => id)).toEqual([finding.id]);
});
