import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import { distinctArrivals } from '../../../../shared/cases/reading/distinctArrivals.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { aGrant } from '../../../builders/cases/aGrant.ts';
import {
  aCorrection,
  aDecision,
  aFinishedInspection,
  aRefund,
} from '../../../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  factId,
  personId,
  returnLineId,
  unitGroupId,
  verdictId,
} from '../../../builders/cases/ids.ts';
import {
  aFinding,
  aHold,
  anArrival,
  aPhoto,
  aUnitGroup,
  recordedOn,
} from '../../../builders/cases/recordedFacts.ts';
import { aTaking } from '../../../builders/cases/takings.ts';

const wholeJob: readonly Fact[] = [
  anArrival(),
  aUnitGroup(),
  aFinding(),
  aPhoto(),
  aFinishedInspection(),
];
const aDoorPhoto = aPhoto({ subject: { kind: 'arrival', arrivalId: arrivalId('arrival-1') } });
const stateAfter = (...facts: readonly Fact[]) => readCaseFile(aCase(), facts).state;

describe('units counted before anybody knew whose they are', () => {
  const blind = { ...aUnitGroup({ identity: 'mismatch_class', returnLineId: null }), caseId: null };
  const link: Fact = {
    ...aUnitGroup(),
    id: factId('fact-link-1'),
    kind: 'arrivalLinked',
    reason: '',
    units: [
      {
        countId: blind.id,
        unitGroupId: unitGroupId('group-9'),
        returnLineId: returnLineId('line-1'),
        identity: 'match',
      },
    ],
  };
  const read = (...facts: readonly Fact[]) => readCaseFile(aCase(), facts).unitGroups;

  test('stand against the papers as the link of their arrival says', () => {
    expect(read(blind, link)).toMatchObject([
      { caseId: 'case-1', unitGroupId: 'group-9', returnLineId: 'line-1', identity: 'match' },
    ]);
  });
  test('stay set apart where the link does not know of them', () => {
    expect(read(blind)).toMatchObject([
      { caseId: 'case-1', unitGroupId: 'group-1', identity: 'mismatch_class' },
    ]);
  });
  test('are read as they were recorded where they name their case', () => {
    expect(read(aUnitGroup(), link)).toMatchObject([{ unitGroupId: 'group-1' }]);
  });
});

test('a cancelled case whose goods came all the same is worked on like any other', () => {
  const cancelled = aCase({ cancelled: { reason: 'withdrawn' } });
  expect(readCaseFile(cancelled, []).state).toBe('cancelled');
  expect(readCaseFile(cancelled, [anArrival()]).state).toBe('received');
});

describe('the state of a case follows from its facts', () => {
  test.each([
    ['nothing came yet and the review said yes', 'authorised', []],
    ['goods came through the door', 'received', [anArrival()]],
    ['units were counted', 'received', [anArrival(), aUnitGroup()]],
    ['the door was pictured', 'received', [anArrival(), aDoorPhoto]],
    ['an inspector took it', 'received', [anArrival(), aUnitGroup(), aTaking()]],
    ['an inspector pictured the goods', 'inspecting', [anArrival(), aUnitGroup(), aPhoto()]],
    ['an inspector found something', 'inspecting', [anArrival(), aUnitGroup(), aFinding()]],
    ['they took that back', 'received', [anArrival(), aUnitGroup(), aFinding(), aCorrection()]],
    ['the inspector finished', 'verdictProposed', wholeJob],
    ['a supervisor approved', 'approved', [...wholeJob, aDecision()]],
    ['a supervisor declined', 'declined', [...wholeJob, aDecision({ decision: 'decline' })]],
    ['a supervisor sent it back', 'sentBack', [...wholeJob, aDecision({ decision: 'sendBack' })]],
    [
      'work went on after sending back',
      'inspecting',
      [
        ...wholeJob,
        aDecision({ decision: 'sendBack' }),
        aFinding({ id: factId('fact-finding-2') }),
      ],
    ],
    [
      'the dock counted more after sending back',
      'sentBack',
      [...wholeJob, aDecision({ decision: 'sendBack' }), aUnitGroup({ id: factId('fact-more') })],
    ],
    ['something dangerous stopped it', 'onHold', [...wholeJob, aHold({ reason: 'hazard' })]],
  ] as const)('when %s it is %s', (_, state, facts) => {
    expect(stateAfter(...facts)).toBe(state);
  });

  test('before the review it is in review, and without an application only announced', () => {
    expect(readCaseFile(aCase({ review: null }), []).state).toBe('inReview');
    expect(readCaseFile(aCase({ review: null, application: null }), []).state).toBe('applied');
  });

  test('declined, it is over once that was about all its goods, whichever inspection saw them', () => {
    const declined = aDecision({ decision: 'decline', choices: [] });
    const grant = aGrant({ decision: 'decline', added: [], orderLines: [] });
    const more = aUnitGroup({ unitGroupId: unitGroupId('group-2'), id: factId('fact-more') });
    expect(readCaseFile(aCase(), [...wholeJob, declined], [], [grant]).state).toBe('declined');
    const again = aFinishedInspection({
      verdictId: verdictId('verdict-2'),
      inspection: 'dispute',
      basis: [...aFinishedInspection().basis, more.id],
    });
    const { siteId, stationId, personId: who, at, caseId: of } = declined;
    const chosen: Fact = {
      siteId,
      stationId,
      personId: who,
      at,
      caseId: of,
      id: factId('fact-chosen'),
      kind: 'inspectionChosen',
      verdictId: verdictId('verdict-1'),
      over: [verdictId('verdict-2')],
      reason: 'The first one counts',
    };
    const file = readCaseFile(aCase(), [...wholeJob, declined, more, again, chosen], [], [grant]);
    expect(file.heads).toEqual(['verdict-1']);
    expect(file.state).toBe('partlyDecided');
  });

  test('money is due until central started it', () => {
    const facts = [...wholeJob, aDecision()];
    expect(readCaseFile(aCase(), facts, [aRefund({ startedAt: null })]).state).toBe('refundDue');
    expect(readCaseFile(aCase(), facts, [aRefund()]).state).toBe('refundStarted');
  });

  test('a dispute after the refund asks for a decision again', () => {
    const again = aFinishedInspection({
      verdictId: verdictId('verdict-2'),
      inspection: 'dispute',
      basis: [...aFinishedInspection().basis, aFinishedInspection().id],
    });
    const file = readCaseFile(aCase(), [...wholeJob, aDecision(), again], [aRefund()]);
    expect(file.state).toBe('verdictProposed');
    expect(file.heads).toEqual(['verdict-2']);
  });
});

test('two inspections that did not see each other contest the verdict, whatever their clocks say', () => {
  const rival = aFinishedInspection({
    verdictId: verdictId('verdict-2'),
    at: recordedOn('2027-01-01'),
  });
  expect(readCaseFile(aCase(), [...wholeJob, rival]).heads).toEqual(['verdict-1', 'verdict-2']);
});

test('a correction takes a fact out of sight but not off the record, nor off the hands', () => {
  const file = readCaseFile(aCase(), [
    anArrival(),
    aUnitGroup(),
    aFinding({ personId: personId('ines') }),
    aCorrection(),
  ]);
  expect(file.findings).toEqual([]);
  expect(file.facts).toHaveLength(4);
  expect(file.duties).toEqual({ received: ['dora', 'ivan'], inspected: ['ines'] });
});

test('order and repetition of facts do not matter', () => {
  const facts = [...wholeJob, aDecision(), aCorrection(), aHold()];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(facts, { minLength: facts.length }),
      fc.subarray(facts),
      (shuffled, again) => {
        expect(readCaseFile(aCase(), [...shuffled, ...again])).toEqual(
          readCaseFile(aCase(), facts),
        );
      },
    ),
  );
});

describe('the same box seen twice is one arrival, the earliest', () => {
  const first = anArrival({ sscc: '095211011234567894' });
  const later = (overrides: Parameters<typeof anArrival>[0]) =>
    anArrival({
      id: factId('fact-arrival-2'),
      arrivalId: arrivalId('arrival-2'),
      at: { ...recordedOn('2026-11-18'), utc: '2026-11-18T17:00:00.000Z' },
      ...overrides,
    });

  test('by SSCC on any day', () => {
    const again = later({
      sscc: '095211011234567894',
      trackingNumber: null,
      at: recordedOn('2026-11-20'),
    });
    expect(distinctArrivals([again, first])).toEqual([first]);
  });
  test('by tracking number on the same day', () => {
    expect(distinctArrivals([later({}), first])).toEqual([first]);
  });
  test('a tracking number used again on another day is another arrival', () => {
    const nextDay = later({ at: recordedOn('2026-11-19') });
    expect(distinctArrivals([first, nextDay])).toEqual([first, nextDay]);
  });
  test('boxes without any number stay apart', () => {
    const bare = later({ trackingNumber: null });
    const other = anArrival({ trackingNumber: null });
    expect(distinctArrivals([other, bare])).toHaveLength(2);
  });
});

test('counts of the same group add up, and taking one back takes its units away', () => {
  const counted = (id: string, quantity: number, serials: readonly string[] = []) =>
    aUnitGroup({ id: factId(id), quantity, serials: [...serials] });
  const scans = [counted('a', 0.1, ['S1']), counted('b', 0.2, ['S2']), counted('c', 1)];
  const [group, ...others] = readCaseFile(aCase(), [anArrival(), ...scans]).unitGroups;
  expect(others).toEqual([]);
  expect(group).toMatchObject({ id: 'a', quantity: 1.3, serials: ['S1', 'S2'] });
  const undone = [anArrival(), ...scans, aCorrection({ corrects: factId('c') })];
  expect(readCaseFile(aCase(), undone).unitGroups[0]?.quantity).toBe(0.3);
});
