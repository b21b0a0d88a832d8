import { expect, test } from 'vitest';
import type { CaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import { waitedLongest } from '../../../../shared/cases/reading/waitedLongest.ts';
import { aFinishedInspection } from '../../../builders/cases/decidedFacts.ts';
import { anArrival, aUnitGroup, recordedOn } from '../../../builders/cases/recordedFacts.ts';

const now = Date.parse('2026-11-30T15:00:00.000Z');

function stood(days: {
  readonly came: string;
  readonly counted?: string;
  readonly proposed?: string;
}): string {
  const { counted, proposed } = days;
  const file: Pick<CaseFile, 'arrivals' | 'countedOff' | 'unitGroups' | 'inspections'> = {
    arrivals: [anArrival({ at: recordedOn(days.came) })],
    countedOff: [],
    unitGroups: counted === undefined ? [] : [aUnitGroup({ at: recordedOn(counted) })],
    inspections: proposed === undefined ? [] : [aFinishedInspection({ at: recordedOn(proposed) })],
  };
  return waitedLongest(file, now);
}

test('an overdue case is late where it stood longest', () => {
  expect(stood({ came: '2026-11-16', counted: '2026-11-25', proposed: '2026-11-28' })).toBe('dock');
  expect(stood({ came: '2026-11-16', counted: '2026-11-17', proposed: '2026-11-27' })).toBe(
    'bench',
  );
  expect(stood({ came: '2026-11-16', counted: '2026-11-17', proposed: '2026-11-18' })).toBe('desk');
});

test('goods nobody counted stood at the dock until somebody looked at them', () => {
  expect(stood({ came: '2026-11-16', proposed: '2026-11-29' })).toBe('dock');
  expect(stood({ came: '2026-11-16' })).toBe('dock');
});

test('an order of days no clock can have said counts for no place', () => {
  expect(stood({ came: '2026-11-20', counted: '2026-11-16', proposed: '2026-11-21' })).toBe('desk');
});
