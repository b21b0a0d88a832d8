import { describe, expect, test } from 'vitest';
import { dueRefund } from '../../../../central/refunds/dueRefund.ts';
import { clockEndedOn } from '../../../../renderer/cases/deadlineOfCase.ts';
import { projectCase } from '../../../../renderer/cases/projectCase.ts';
import type { RefundDue } from '../../../../shared/cases/decisions/refund.ts';
import { arrivalsOnClock } from '../../../../shared/cases/reading/arrivalsOnClock.ts';
import { readCaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import { policyInputOf } from '../../../../shared/cases/reading/policyInput.ts';
import type { Grant, Refund } from '../../../../shared/facts/documents.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { aCasesReferences } from '../../../builders/cases/aCasesReferences.ts';
import { aGrant } from '../../../builders/cases/aGrant.ts';
import { aDecision, aFinishedInspection, aRefund } from '../../../builders/cases/decidedFacts.ts';
import { arrivalId, factId, unitGroupId, verdictId } from '../../../builders/cases/ids.ts';
import {
  aFinding,
  anArrival,
  aPhoto,
  aUnitGroup,
  recordedOn,
} from '../../../builders/cases/recordedFacts.ts';

const references = aCasesReferences();
const first = [anArrival(), aUnitGroup(), aFinding(), aPhoto(), aFinishedInspection()];
const decided = [...first, aDecision()];
const second = anArrival({
  id: factId('fact-arrival-2'),
  arrivalId: arrivalId('arrival-2'),
  trackingNumber: 'SECOND',
  at: recordedOn('2026-12-01'),
});
const inIt = aUnitGroup({
  id: factId('fact-group-2'),
  unitGroupId: unitGroupId('group-2'),
  arrivalId: arrivalId('arrival-2'),
});
const again = aFinishedInspection({
  verdictId: verdictId('verdict-2'),
  inspection: 'reInspection',
  basis: [...decided, second, inIt].map(({ id }) => id),
});
const granted = [aGrant()];
const [portion] = aGrant().portions;
const bothGranted: readonly Grant[] = [
  ...granted,
  aGrant({
    id: factId('fact-decision-2'),
    verdictId: verdictId('verdict-2'),
    portions: portion ? [{ ...portion, unitGroupId: unitGroupId('group-2') }] : [],
    acceptedAt: '2026-12-04T15:00:00Z',
  }),
];

const fileOf = (
  facts: readonly Fact[],
  grants: readonly Grant[],
  refunds: readonly Refund[] = [],
) => readCaseFile(aCase(), facts, refunds, grants);
const onClock = (...given: Parameters<typeof fileOf>) =>
  arrivalsOnClock(fileOf(...given)).map((arrival) => arrival.id);

describe('Seven working days are promised of each parcel’s goods', () => {
  test('of both from the first, while nothing is decided', () => {
    expect(onClock([...first, second, inIt], [])).toEqual([anArrival().id, second.id]);
  });

  test('of what comes after the rest was decided, from its own arrival: on lists, in the clause, in the register', () => {
    const facts = [...decided, second];
    expect(onClock(facts, granted)).toEqual([second.id]);
    const file = fileOf(facts, granted);
    const loaded = { file, references, refunds: [], rows: [], client: null, orderLines: [] };
    expect(projectCase(loaded, '2026-12-02').deadline).toMatchObject({
      startedOn: '2026-12-01',
      dueOn: '2026-12-10',
    });
    const decision = decideCase(policyInputOf(file, references, '2026-12-02'));
    const clause =
      decision.ok && decision.value.clauses.find((one) => one.clause === 'III-INSPECT');
    expect(clause).toMatchObject({
      why: { data: { arrivedOn: '2026-12-01', dueOn: '2026-12-10' } },
    });
    const due: RefundDue = {
      id: 'refund-2',
      verdictId: verdictId('verdict-2'),
      amount: 1,
      currency: 'USD',
      method: 'bankTransfer',
      lines: [],
      clauses: [],
      waitsForPhotos: [],
    };
    expect(dueRefund(due, file, references, '2026-12-02T15:00:00.000Z', 1)).toMatchObject({
      dueOn: '2026-12-10',
    });
  });

  test('also where its units join those of the same article that came before', () => {
    const joining = aUnitGroup({
      id: factId('fact-joining'),
      arrivalId: arrivalId('arrival-2'),
      quantity: 2,
    });
    expect(onClock([...decided, second, joining], granted)).toEqual([second.id]);
    const half = portion ? [{ ...portion, units: [{ from: 0, to: 5 }] }] : [];
    const partly = [aGrant({ portions: half })];
    expect(onClock([...decided, second, joining], partly)).toEqual([anArrival().id, second.id]);
  });

  test('of what is found later in a parcel that was decided, from the day that parcel came', () => {
    const more = aUnitGroup({ id: factId('fact-more'), unitGroupId: unitGroupId('group-3') });
    expect(onClock([...decided, more], granted)).toEqual([anArrival().id]);
  });

  test('once all are decided the days shown are those of what was decided last', () => {
    expect(onClock(decided, granted)).toEqual([anArrival().id]);
    expect(onClock([...decided, second, inIt, again], bothGranted)).toEqual([second.id]);
  });

  test('a decided box seen again at another door is no new promise', () => {
    const twin = { ...anArrival(), id: factId('fact-twin'), arrivalId: arrivalId('twin') };
    expect(onClock([...decided, twin], granted)).toEqual([anArrival().id]);
  });
});

test('The clock stops with the last refund of a case, not with its first', () => {
  const refunds = [
    aRefund({ startedAt: '2026-11-20T15:00:00.000Z' }),
    { ...aRefund({ verdictId: verdictId('verdict-2') }), startedAt: '2026-12-04T15:00:00.000Z' },
  ];
  const file = fileOf([...decided, second, inIt, again], bothGranted, refunds);
  const loaded = { file, references, refunds, rows: [], client: null, orderLines: [] };
  expect(clockEndedOn({ ...loaded, file: { ...file, state: 'refundStarted' } })).toBe('2026-12-04');
});
