import { expect, test } from 'vitest';
import type { CaseRow } from '../../../../renderer/queries/lists/caseRow.ts';
import type { ExpectedRows } from '../../../../renderer/queries/lists/expected.ts';
import { expectedGroups, linesOfGroups } from '../../../../renderer/screens/dock/expectedGroups.ts';
import { contentsRows } from '../../../../renderer/screens/parcel/contentsRows.ts';
import { mustBeAcknowledged, toneOf } from '../../../../renderer/screens/parcel/dockSays.ts';
import { sayPortion } from '../../../../renderer/screens/policy/sayPortion.ts';
import { createWording } from '../../../../renderer/wording/createWording.ts';
import { caseId, factId, unitGroupId } from '../../../builders/cases/ids.ts';
import { anArrival, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';
import { aCaseRow } from '../../../builders/station/aCaseRow.ts';
import { aCaseView } from '../../../builders/station/aCaseView.ts';

function listed(row: CaseRow): ExpectedRows {
  return { length: 1, at: (index) => (index === 0 ? row : undefined), keyAt: () => row.caseId };
}

test('contents show what was announced, with what is there so far', () => {
  expect(contentsRows(aCaseView([anArrival()]))).toMatchObject([
    { name: 'Centrifugal pump 40', counted: 0, announced: 10, oddity: null },
  ]);
  expect(contentsRows(aCaseView([anArrival(), aUnitGroup({ quantity: 4 })]))).toMatchObject([
    { counted: 4, announced: 10 },
  ]);
});

test('what nobody announced follows, set apart, and one more of it joins its own group', () => {
  const stranger = aUnitGroup({
    unitGroupId: unitGroupId('odd'),
    identity: 'mismatch_class',
    returnLineId: null,
    article: { gtin: '09521187200102', number: null, name: 'Bearing' },
    quantity: 1,
  });
  const [announced, odd] = contentsRows(aCaseView([anArrival(), aUnitGroup(), stranger]));
  expect(announced).toMatchObject({ counted: 10, oddity: null });
  expect(odd).toMatchObject({
    name: 'Bearing',
    announced: null,
    oddity: 'mismatch_class',
    count: { unitGroupId: 'odd', returnLineId: null },
  });
});

test('of two lots of one article one more is of the one counted last, which is named', () => {
  const lot = (name: string, at: string) =>
    aUnitGroup({ id: factId(at), unitGroupId: unitGroupId(name), lot: name, quantity: 2 });
  const view = aCaseView([anArrival(), lot('L-A', 'fact-lot-1'), lot('L-B', 'fact-lot-2')]);
  expect(contentsRows(view)).toMatchObject([
    { counted: 4, lot: 'L-B', count: { unitGroupId: 'L-B', lot: 'L-B' } },
  ]);
  const names = view.file.unitGroups.map((group) =>
    sayPortion(createWording({ language: 'en', zone: 'UTC' }), view.file, {
      ...group,
      units: [],
      serials: [],
    }),
  );
  expect(names).toEqual([
    '2 of 2 × Centrifugal pump 40 · L-A',
    '2 of 2 × Centrifugal pump 40 · L-B',
  ]);
});

test('today comes first, then day by day, then undated, and what is overdue last', () => {
  const groups = expectedGroups(
    [
      { day: '2026-11-19', rows: listed(aCaseRow({ caseId: caseId('later') })) },
      { day: '2026-11-20', rows: listed(aCaseRow({ caseId: caseId('late') })) },
      { day: '2026-11-23', rows: listed(aCaseRow({ caseId: caseId('today') })) },
      { day: '2026-11-24', rows: listed(aCaseRow({ caseId: caseId('tomorrow') })) },
      { day: '2026-11-30', rows: listed(aCaseRow({ caseId: caseId('next-week') })) },
      { day: null, rows: listed(aCaseRow({ caseId: caseId('someday') })) },
    ],
    '2026-11-23',
  );
  const lines = linesOfGroups(groups);
  const read = Array.from({ length: lines.length }, (_, index) => {
    const line = lines.at(index);
    return line?.row?.caseId ?? [line?.group.when, line?.group.date, line?.group.rows.length];
  });
  expect(read).toEqual([
    ['today', '2026-11-23', 1],
    'today',
    ['later', '2026-11-24', 1],
    'tomorrow',
    ['later', '2026-11-30', 1],
    'next-week',
    ['undated', null, 1],
    'someday',
    ['overdue', null, 2],
    'later',
    'late',
  ]);
  // What all of them are asked for says the same without making a row.
  for (let index = 0; index < lines.length; index += 1) {
    expect(lines.keyAt(index)).toBe(lines.at(index)?.key);
    expect(lines.isHeadAt(index)).toBe(lines.at(index)?.row === null);
  }
});

test('an error must be seen before anything else is recorded, an unreadable label may be scanned again', () => {
  const refused = { kind: 'refused', refusal: { code: 'unknownCase' } } as const;
  const unreadable = { kind: 'unreadable', refusal: { code: 'empty' } } as const;
  expect(mustBeAcknowledged(refused)).toBe(true);
  expect(mustBeAcknowledged({ kind: 'hazard' })).toBe(true);
  expect(toneOf(unreadable)).toBe('error');
  expect(mustBeAcknowledged(unreadable)).toBe(false);
  expect(mustBeAcknowledged({ kind: 'several', count: 2 })).toBe(false);
});
