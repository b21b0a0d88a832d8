import { expect, test } from 'vitest';
import { isClockedAlike } from '../../../shared/policy/caseClocks.ts';
import type { PolicyInput } from '../../../shared/policy/decision.ts';
import { aCalendar } from '../../builders/aCalendar.ts';
import { aSituation } from '../../builders/aSituation.ts';
import { aFinding } from '../../builders/recordedFacts.ts';

const input: PolicyInput = {
  ...aSituation({ found: [aFinding()] }),
  acceptedAt: new Map(),
  periodCalendar: aCalendar(),
};

test('goods, findings, photos, answers and what is known from elsewhere move no clock', () => {
  expect(
    isClockedAlike(input, {
      ...input,
      unitGroups: [],
      findings: [],
      photos: [],
      answers: [],
      grantedElsewhere: [],
      serialsElsewhere: [],
    }),
  ).toBe(true);
});

test.each(
  Object.entries<Partial<PolicyInput>>({
    'the case’s papers': { returnCase: { ...input.returnCase } },
    'an order': { orderLines: [...input.orderLines] },
    'the contract': { contract: input.contract && { ...input.contract } },
    'the policy': { policy: { ...input.policy } },
    'the calendar': { calendar: { ...input.calendar } },
    'the client’s calendar': { periodCalendar: aCalendar() },
    'an arrival': { arrivals: [...input.arrivals] },
    'a hold': { clockHolds: [...input.clockHolds] },
    'an acceptance': { acceptedAt: new Map() },
    'the day of asking': { asOf: '2027-01-04' },
  }),
)('%s may move one', (_, change) => {
  expect(isClockedAlike(input, { ...input, ...change })).toBe(false);
});
