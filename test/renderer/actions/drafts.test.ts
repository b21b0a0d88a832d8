import { expect, test } from 'vitest';
import { countUnits } from '../../../renderer/actions/countUnits.ts';
import { recordFinding } from '../../../renderer/actions/recordFinding.ts';
import { type FindingDraft, saveDraft } from '../../../renderer/actions/saveDraft.ts';
import { findingDraft } from '../../../renderer/queries/station/drafts.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId, unitGroupId } from '../../builders/cases/ids.ts';
import { aLoneStation, dora, ivan } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { tenPumps } from '../../builders/station/tenPumps.ts';

const begun: FindingDraft = {
  what: 'defect',
  group: 'function',
  code: 'function.leak',
  severity: null,
  cause: null,
  indicators: [],
  claimed: true,
  quantity: 2,
  note: 'drops at the shaft',
};
const aGroup = { caseId: caseId('case-1'), unitGroupId: unitGroupId('group-1') };

test('a finding that was begun survives a restart and whoever comes next', async () => {
  const station = await aLoneStation();
  await saveDraft(station.as(ivan), { ...aGroup, draft: begun });
  const again = await station.restart();
  expect(await findingDraft(again.db, 'case-1', 'group-1')).toMatchObject({
    personId: ivan.personId,
    draft: begun,
  });
});

test('letting a draft go leaves nothing behind, and others stay', async () => {
  const station = await aLoneStation();
  await saveDraft(station.as(ivan), { ...aGroup, draft: begun });
  await saveDraft(station.as(ivan), { ...aGroup, unitGroupId: unitGroupId('other'), draft: begun });
  await saveDraft(station.as(ivan), { ...aGroup, draft: null });
  expect(await findingDraft(station.db, 'case-1', 'group-1')).toBeNull();
  expect(await findingDraft(station.db, 'case-1', 'other')).not.toBeNull();
});

test('a draft that became a finding just before a crash is not offered a second time', async () => {
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
  const group = accepted(
    await countUnits(station.as(ivan), {
      caseId: caseId('case-1'),
      arrivalId: arrival.arrivalId,
      ...tenPumps,
      lot: 'AB-123',
      quantity: 2,
    }),
  );
  await saveDraft(station.as(ivan), { ...aGroup, unitGroupId: group.unitGroupId, draft: begun });
  expect(await findingDraft(station.db, 'case-1', group.unitGroupId)).not.toBeNull();
  accepted(
    await recordFinding(station.as(ivan), {
      caseId: caseId('case-1'),
      unitGroupId: group.unitGroupId,
      quantity: 2,
      observation: { kind: 'noDefect' },
      measurements: [],
      photoIds: [],
      note: '',
    }),
  );
  expect(await findingDraft(station.db, 'case-1', group.unitGroupId)).toBeNull();
});

test('nobody is offered a finding begun a month ago', async () => {
  const station = await aLoneStation();
  await saveDraft(station.as(ivan), { ...aGroup, draft: begun });
  station.clock.set('2026-12-20T15:00:00.000Z');
  await saveDraft(station.as(ivan), { ...aGroup, unitGroupId: unitGroupId('other'), draft: begun });
  expect(await station.db.drafts.count()).toBe(1);
});
