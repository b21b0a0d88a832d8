import { expect, test } from 'vitest';
import type { CaseRow } from '../../../renderer/queries/caseRow.ts';
import { contentsRows } from '../../../renderer/screens/dock/contentsRows.ts';
import { mustBeAcknowledged, toneOf } from '../../../renderer/screens/dock/dockSays.ts';
import { expectedGroups } from '../../../renderer/screens/dock/expectedGroups.ts';
import { aCaseView } from '../../builders/aCaseView.ts';
import { caseId, unitGroupId } from '../../builders/ids.ts';
import { anArrival, aUnitGroup } from '../../builders/recordedFacts.ts';

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

function aRow(id: string, overrides: Partial<CaseRow> = {}): CaseRow {
  return {
    caseId: caseId(id),
    rma: null,
    clientName: 'Northfield',
    articles: [],
    state: 'authorised',
    standing: null,
    uncounted: null,
    expectedOn: null,
    remainder: null,
    amount: null,
    currency: null,
    saved: 'accepted',
    hasQuestion: false,
    hasRefusal: false,
    ...overrides,
  };
}

test('today comes first, then day by day, then undated, and what is overdue last', () => {
  const groups = expectedGroups(
    [
      aRow('late', { expectedOn: '2026-11-20' }),
      aRow('someday'),
      aRow('tomorrow', { expectedOn: '2026-11-24' }),
      aRow('today', { expectedOn: '2026-11-23' }),
      aRow('next-week', { expectedOn: '2026-11-30' }),
    ],
    '2026-11-23',
  );
  expect(groups.map((g) => [g.when, g.date, g.rows.map((r) => r.caseId)])).toEqual([
    ['today', '2026-11-23', ['today']],
    ['later', '2026-11-24', ['tomorrow']],
    ['later', '2026-11-30', ['next-week']],
    ['undated', null, ['someday']],
    ['overdue', null, ['late']],
  ]);
});

test('what is here already is not expected any more', () => {
  expect(expectedGroups([aRow('here', { state: 'received' })], '2026-11-23')).toEqual([]);
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
