import { describe, expect, test } from 'vitest';
import { policyOfCase } from '../../../shared/cases/reading/policyOfCase.ts';
import { policyInForce } from '../../../shared/policy/inForce.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';
import { anArrival, recordedOn } from '../../builders/cases/recordedFacts.ts';

const first = aPolicy({}, { version: 1, effectiveFrom: '2026-01-01' });
const second = aPolicy({}, { version: 2, effectiveFrom: '2026-07-01' });
const corrected = aPolicy({}, { version: 3, effectiveFrom: '2026-07-01' });
const draft = aPolicy({}, { version: 4, effectiveFrom: '2026-08-01', status: 'draft' });

describe('the version in force on a day', () => {
  test.each([
    ['before the first there is none', '2025-12-31', null],
    ['the first from its first day', '2026-01-01', first],
    ['until the day before the second', '2026-06-30', first],
    ['of two from the same day the later number', '2026-07-01', corrected],
    ['a draft never', '2026-09-01', corrected],
  ])('%s', (_, on, expected) => {
    expect(policyInForce([first, second, corrected, draft], on)).toBe(expected);
    expect(policyInForce([draft, corrected, second, first], on)).toBe(expected);
  });

  test('a later number that takes effect earlier does not replace what took effect since', () => {
    const backdated = aPolicy({}, { version: 5, effectiveFrom: '2026-03-01' });
    expect(policyInForce([second, backdated], '2026-07-01')).toBe(second);
    expect(policyInForce([backdated, second], '2026-07-01')).toBe(second);
  });
});

test('a case nobody applied for has a policy, whatever a clock at the dock said', () => {
  const file = (on: string) => ({
    returnCase: aCase({ application: null }),
    arrivals: [anArrival({ at: recordedOn(on) })],
    acceptedAt: new Map(),
  });
  const versions = [first, second];
  expect(policyOfCase(versions, file('2026-03-01'), '2026-09-01')).toBe(first);
  expect(policyOfCase(versions, file('1971-03-01'), '2026-09-01')).toBe(second);
});

test('a case applied for before the first version goes by that one, whatever comes later', () => {
  const file = {
    returnCase: aCase({}),
    arrivals: [],
    acceptedAt: new Map(),
  };
  const applied = file.returnCase.application?.receivedOn ?? '';
  const version = (number: number, effectiveFrom: string) =>
    aPolicy({}, { version: number, effectiveFrom });
  expect(applied < '2026-12-07').toBe(true);
  const versions = [version(2, '2027-06-01'), version(1, '2026-12-07')];
  expect(policyOfCase(versions, file, '2027-07-01')).toBe(versions[1]);
  expect(policyOfCase(versions, file, '2026-12-06')).toBe(null);
});
