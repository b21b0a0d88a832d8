/** To apply and to object the client counts on the calendar the contract names; the house on its own. */
import { describe, expect, test } from 'vitest';
import type { SiteCalendar } from '../../../../shared/facts/documents.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import type { ClauseOutcome, PolicyInput } from '../../../../shared/policy/decision.ts';
import { aCalendar } from '../../../builders/cases/aCalendar.ts';
import { anApplication } from '../../../builders/cases/aCase.ts';
import { aSituation } from '../../../builders/cases/aSituation.ts';
import { siteId } from '../../../builders/cases/ids.ts';
import { aDefect, aFinding } from '../../../builders/cases/recordedFacts.ts';

/** Where the client is, Monday 23 November, the last of 14 working days at the site, is a holiday. */
const clients = (overrides: Partial<SiteCalendar> = {}) =>
  aCalendar({
    siteId: siteId('client-country'),
    version: 4,
    holidays: [
      { date: '2026-11-11', name: 'A day both have' },
      { date: '2026-11-23', name: 'Labour Thanksgiving Day' },
    ],
    ...overrides,
  });

const appliedOnThe24th: PolicyInput = aSituation({
  office: { application: anApplication({ receivedOn: '2026-11-24' }) },
  found: [aFinding()],
});

function clauses(input: PolicyInput): readonly ClauseOutcome[] {
  const decided = decideCase(input);
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  return [...decided.value.clauses, ...decided.value.portions.flatMap((p) => p.clauses)];
}

function told(input: PolicyInput, clause: string): string {
  const outcome = clauses(input).find((c) => c.clause === clause);
  return `${outcome?.why.code} ${outcome?.why.data['dueOn']} ${outcome?.facts.at(-1)}`;
}

describe('the period to apply', () => {
  test('runs on the site’s calendar where the contract names none, and says so', () => {
    expect(told(appliedOnThe24th, 'III-APPLY')).toBe('apply.late 2026-11-23 calendar:site-1@1');
    expect(told(appliedOnThe24th, 'IV-PERIOD')).toBe(
      'period.exceeded 2026-11-23 calendar:site-1@1',
    );
  });

  test('runs on the one the contract names, and says so', () => {
    const input = { ...appliedOnThe24th, periodCalendar: clients() };
    expect(told(input, 'III-APPLY')).toBe('apply.inTime 2026-11-24 calendar:client-country@4');
    expect(told(input, 'IV-PERIOD')).toBe('period.kept 2026-11-24 calendar:client-country@4');
  });
});

test('so does the period to object', () => {
  const input = aSituation({
    contract: { objectionPeriod: { days: 1, kind: 'workingDays', receiptDayCounts: false } },
    office: { objectedOn: '2026-11-04' },
    found: [aFinding({ observation: aDefect({ cause: 'outboundTransport' }) })],
  });
  const third = { holidays: [{ date: '2026-11-03', name: 'Culture Day' }] };
  expect(told(input, 'II-TRANSPORT')).toBe('transport.objectedLate 2026-11-03 calendar:site-1@1');
  expect(told({ ...input, periodCalendar: clients(third) }, 'II-TRANSPORT')).toBe(
    'transport.ourCarrierDamaged 2026-11-04 calendar:client-country@4',
  );
});

test('review and inspection are ours, and stay on the site’s', () => {
  const everyDayOff = clients({ weekendDays: [1, 2, 3, 4, 5, 6, 7] });
  const calendarDays = aSituation({
    contract: { returnPeriod: { days: 14, kind: 'calendarDays', receiptDayCounts: false } },
    found: [aFinding()],
  });
  const ours = (input: PolicyInput) =>
    clauses(input).filter((c) => c.clause === 'III-REVIEW' || c.clause === 'III-INSPECT');
  expect(ours({ ...calendarDays, periodCalendar: everyDayOff })).toEqual(ours(calendarDays));
});

test('a client’s calendar that does not reach so far leaves it to a person, whatever the site’s says', () => {
  const short = { ...appliedOnThe24th, periodCalendar: clients({ validUntil: '2026-11-10' }) };
  const decided = decideCase(short);
  expect(decided.ok && decided.value.questions.map((q) => q.question)).toEqual(['noReturnPeriod']);
});

test('a client’s calendar of no day is refused by its own name', () => {
  const decided = decideCase({
    ...appliedOnThe24th,
    periodCalendar: clients({ validUntil: '2026-02-30' }),
  });
  expect(decided.ok ? null : decided.refusal).toEqual({
    code: 'badDate',
    field: 'periodCalendar.validUntil',
    found: '2026-02-30',
  });
});
