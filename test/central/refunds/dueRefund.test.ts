import { expect, test } from 'vitest';
import { dueRefund } from '../../../central/refunds/dueRefund.ts';
import { clockOfCase } from '../../../renderer/cases/deadlineOfCase.ts';
import { readCaseFile } from '../../../shared/cases/reading/caseFile.ts';
import { policyInputOf } from '../../../shared/cases/reading/policyInput.ts';
import type { RecordedTime } from '../../../shared/facts/time.ts';
import { decideCase } from '../../../shared/policy/decide/decideCase.ts';
import { newYorkCalendar } from '../../builders/cases/aCalendar.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { aClient } from '../../builders/cases/aClient.ts';
import { aContract } from '../../builders/cases/aContract.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';
import { aRefund } from '../../builders/cases/decidedFacts.ts';
import { aFinding, anArrival, aUnitGroup, recordedOn } from '../../builders/cases/recordedFacts.ts';

const day = 86_400_000;
const references = {
  policy: aPolicy(),
  client: aClient(),
  contract: aContract(),
  orderLines: [anOrderLine()],
  calendar: newYorkCalendar(),
  periodCalendar: null,
  grantedElsewhere: [],
  serialsElsewhere: [],
};

// Goods that came on Wed 2026-11-18 in New York: due on Mon 2026-11-30, whatever a clock said.
test.each<readonly [string, RecordedTime]>([
  ['right', recordedOn('2026-11-18')],
  ['five days fast, and measured', { ...recordedOn('2026-11-23'), offsetMs: -5 * day }],
  ['five days fast, and never measured', { ...recordedOn('2026-11-23'), offsetMs: null }],
  ['two years slow, and measured', { ...recordedOn('2024-11-18'), offsetMs: 731 * day }],
  [
    'reset years back since the last contact',
    { ...recordedOn('2019-01-01'), knownAfter: '2026-11-18T14:00:00.000Z' },
  ],
])('list, clause, register and refund say the same of a clock that was %s', (_, at) => {
  const arrival = anArrival({ at });
  const acceptedAt = new Map([[arrival.id as string, '2026-11-18T15:00:20.000Z']]);
  const file = readCaseFile(aCase(), [arrival, aUnitGroup(), aFinding()], [], [], acceptedAt);

  const listed = clockOfCase({ file, references }, '2026-11-20');
  const decided = decideCase(policyInputOf(file, references, '2026-11-20'));
  const clause = decided.ok
    ? decided.value.clauses.find((one) => one.clause === 'III-INSPECT')?.why.data
    : null;
  const due = { ...aRefund(), clauses: [], waitsForPhotos: [] };
  const refund = dueRefund(due, file, references, '2026-11-20T16:00:00.000Z', 0);

  expect(listed?.ok && [listed.value.arrivedOn, listed.value.deadline.dueOn]).toEqual([
    '2026-11-18',
    '2026-11-30',
  ]);
  expect(clause).toEqual({ arrivedOn: '2026-11-18', dueOn: '2026-11-30' });
  expect([refund.dueOn, refund.arrivedAt]).toEqual([
    '2026-11-30',
    listed?.ok ? listed.value.arrivedAt : null,
  ]);
});
