import { expect, test } from 'vitest';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import { isClockedAlike, readClocks } from '../../../../shared/policy/reading/caseClocks.ts';
import { aCalendar } from '../../../builders/cases/aCalendar.ts';
import { aSituation } from '../../../builders/cases/aSituation.ts';
import { orderLineId } from '../../../builders/cases/ids.ts';
import { aFinding } from '../../../builders/cases/recordedFacts.ts';

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

test('a client applies and objects for what the case returns, and for no other line of its orders', () => {
  const [line] = input.orderLines;
  if (!line) throw new Error('The situation has an order line');
  const other = { ...line, id: orderLineId('order-line-9') };
  const clocks = readClocks({ ...input, orderLines: [line, other] });
  expect(
    clocks.ok && [[...clocks.value.applyBy.keys()], [...clocks.value.objectBy.keys()]],
  ).toEqual([['order-line-1'], ['order-line-1']]);
});

const tooLong = { days: 4000, kind: 'workingDays', receiptDayCounts: false } as const;
test.each([
  ['to apply', aSituation({ contract: { returnPeriod: tooLong } })],
  ['to object', aSituation({ contract: { objectionPeriod: tooLong } })],
  ['to review', aSituation({ policy: { reviewWorkingDays: 4000 } })],
])('a period %s that nobody can count is refused by name', (_, situation) => {
  expect(readClocks(situation)).toEqual({
    ok: false,
    refusal: { code: 'badLength', field: 'length', found: '4000' },
  });
});
