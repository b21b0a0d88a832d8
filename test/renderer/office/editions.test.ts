import { expect, test } from 'vitest';
import { waitingDraft } from '../../../renderer/office/places/place.ts';
import { clauseOf } from '../../../renderer/office/policy/clauseOf.ts';
import {
  baseOf,
  chosenOf,
  editionsOf,
  inForceOn,
} from '../../../renderer/office/policy/editions.ts';
import type { OfficeRecordRead } from '../../../renderer/office/records/officeRecord.ts';

const record = (
  id: string,
  effectiveFrom: string,
  state: OfficeRecordRead['state'] = 'current',
): OfficeRecordRead => ({
  source: 'erp',
  id,
  ownId: id,
  version: 1,
  state,
  changedAt: '2026-11-30T08:00:00.000Z',
  changedBy: 'Ada Lind',
  changedById: 'ada.lind',
  body: { effectiveFrom },
});

test('editions stand the latest first, and what is no policy is none', () => {
  const odd = { ...record('odd', '2026-01-01'), body: { effectiveFrom: 'soon' } };
  const editions = editionsOf([record('a', '2026-01-01'), odd, record('RP 2/7', '2027-01-01')]);
  expect(editions.map(({ ref }) => ref)).toEqual(['erp:RP%202%2F7', 'erp:a']);
});

test('a draft is held against the edition in force on its day, and governs nothing itself', () => {
  const editions = editionsOf([
    record('first', '2026-01-01'),
    record('second', '2026-07-01'),
    record('gone', '2026-08-01', 'withdrawn'),
    record('draft', '2026-09-01', 'draft'),
  ]);
  const named = (id: string) => editions.find((one) => one.record.id === id);
  const draft = named('draft');
  if (!draft) throw new Error('no draft');
  expect(baseOf(draft, editions)).toBe(named('second'));
  expect(inForceOn(editions, '2026-12-01')).toBe(named('second'));
  expect(inForceOn(editions, '2026-06-30')).toBe(named('first'));
  expect(inForceOn(editions, '2025-12-31')).toBe(null);
  const first = named('first');
  expect(first && baseOf(first, editions)).toBe(null);
});

test('numbers and readings belong to their clause; targets are the company’s own', () => {
  expect(clauseOf('parameters.evidence.2')).toBe('III-INSPECT');
  expect(clauseOf('parameters.readings.lateRealDefect')).toBe('IV-PERIOD');
  expect(clauseOf('parameters.targets.redOnDay')).toBe(null);
});

test('an address leads to the edition it names, or to the draft that waits for a second person', () => {
  const editions = editionsOf([
    record('first', '2026-01-01'),
    record('sooner', '2026-08-01', 'draft'),
    record('later', '2026-09-01', 'draft'),
  ]);
  expect(chosenOf(editions, 'erp:first')?.record.id).toBe('first');
  expect(chosenOf(editions, waitingDraft)?.record.id).toBe('sooner');
  expect(chosenOf(editions.slice(2), waitingDraft)).toBe(null);
  expect(chosenOf(editions, null)).toBe(null);
});
