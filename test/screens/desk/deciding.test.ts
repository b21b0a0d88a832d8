import { describe, expect, test } from 'vitest';
import {
  answersOf,
  completed,
  draftFor,
  fitted,
  keyOf,
  minorUnits,
} from '../../../renderer/screens/desk/decisionDraft.ts';
import { draftOf, isUnchanged, triedFrom } from '../../../renderer/screens/desk/replayDraft.ts';
import { added, type Replayed } from '../../../renderer/screens/desk/useReplay.ts';
import { decideCase } from '../../../shared/policy/decideCase.ts';
import type { ReplayPage } from '../../../shared/sync/centralApi.ts';
import { accepted, refusedWith } from '../../builders/accepted.ts';
import { aPolicy } from '../../builders/aPolicy.ts';
import { aSituation } from '../../builders/aSituation.ts';
import { aDefect, aFinding } from '../../builders/recordedFacts.ts';

const upheld = accepted(decideCase(aSituation({ found: [aFinding()] })));
const wrongGoods = accepted(
  decideCase(aSituation({ found: [aFinding({ observation: aDefect({ cause: 'orderError' }) })] })),
);
const late = accepted(
  decideCase(aSituation({ found: [aFinding()], office: { application: lateApplication() } })),
);
const pin = '907142';

function lateApplication() {
  return {
    receivedAt: '2026-12-20T15:00:00Z',
    receivedOn: '2026-12-20',
    description: 'leaks',
    evidence: [],
  };
}

describe('A decision starts', () => {
  test('from what the policy proposes', () => {
    expect(draftFor(upheld)).toMatchObject({
      decision: 'approve',
      choices: { 'group-1': { resolution: 'refund', overrideAmount: '' } },
    });
  });

  test('with what the client wanted, where the policy offers it', () => {
    const kinds = wrongGoods.groups[0]?.resolutions.map((r) => r.kind) ?? [];
    expect(kinds).toEqual(expect.arrayContaining(['refund', 'exchange']));
    for (const wanted of ['refund', 'exchange'] as const)
      expect(draftFor(wrongGoods, { 'group-1': wanted }).choices['group-1']?.resolution).toBe(
        wanted,
      );
    expect(draftFor(upheld, { 'group-1': 'compensation' }).choices['group-1']?.resolution).toBe(
      'refund',
    );
  });

  test('anew for a group whose choice is no longer offered after an answer, unless overriding', () => {
    const draft = draftFor(wrongGoods, { 'group-1': 'exchange' });
    expect(fitted(draft, upheld).choices['group-1']?.resolution).toBe('refund');
    const overriding = { ...draft, decision: 'override' } as const;
    expect(fitted(overriding, upheld).choices['group-1']?.resolution).toBe('exchange');
  });
});

describe('A decision is complete', () => {
  test('with a PIN, and no reason where it follows the policy', () => {
    const draft = draftFor(upheld);
    expect(refusedWith(completed(draft, [], ''))).toEqual({ part: 'pin' });
    expect(accepted(completed(draft, [], pin))).toMatchObject({
      decision: 'approve',
      choices: [{ unitGroupId: 'group-1', resolution: 'refund', overrideAmount: null }],
    });
  });

  test.each(['decline', 'sendBack', 'override'] as const)(
    'only with a reason to %s',
    (decision) => {
      const draft = { ...draftFor(upheld), decision };
      expect(refusedWith(completed(draft, [], pin))).toEqual({ part: 'reason' });
      expect(accepted(completed({ ...draft, reason: ' seen ' }, [], pin)).reason).toBe('seen');
    },
  );

  test('with every question answered and reasoned, when money is paid', () => {
    const [question] = late.questions;
    if (!question) throw new Error('The policy asks nothing');
    const key = keyOf(question);
    const asked = [question];
    const draft = draftFor(late);
    expect(refusedWith(completed(draft, asked, pin))).toEqual({ part: 'answer', key });
    const answered = { ...draft, answers: { [key]: { answer: 'acceptLate', reason: '' } } };
    expect(refusedWith(completed(answered, asked, pin))).toEqual({ part: 'answerReason', key });
    const reasoned = { ...draft, answers: { [key]: { answer: 'acceptLate', reason: 'holiday' } } };
    expect(accepted(completed(reasoned, asked, pin)).answers).toEqual([
      {
        question: question.question,
        unitGroupId: question.unitGroupId,
        answer: 'acceptLate',
        reason: 'holiday',
      },
    ]);
    expect(answersOf(draft)).toEqual([]);
  });

  test('without choices or answers when nothing is paid', () => {
    const declined = { ...draftFor(late), decision: 'decline', reason: 'misuse' } as const;
    expect(accepted(completed(declined, late.questions, pin))).toMatchObject({
      choices: [],
      answers: [],
    });
  });

  test('only with amounts that are amounts', () => {
    expect(minorUnits('1250.5')).toBe(125_050);
    expect(minorUnits('1250,50')).toBe(125_050);
    expect(minorUnits('')).toBeNull();
    expect(minorUnits('12.345')).toBe('bad');
    expect(minorUnits('-1')).toBe('bad');
    const draft = draftFor(upheld);
    const choice = draft.choices['group-1'];
    if (!choice) throw new Error('No choice');
    const overriding = {
      ...draft,
      decision: 'override',
      reason: 'goodwill',
      choices: { 'group-1': { ...choice, overrideAmount: 'much' } },
    } as const;
    expect(refusedWith(completed(overriding, [], pin))).toEqual({
      part: 'amount',
      unitGroupId: 'group-1',
    });
  });
});

describe('A replay', () => {
  const inForce = aPolicy();
  const draftEdition = aPolicy({}, { status: 'draft', version: 2 });

  test('has nothing to show for the edition in force as it is', () => {
    expect(isUnchanged(inForce, triedFrom(inForce))).toBe(true);
    expect(isUnchanged(inForce, { ...triedFrom(inForce), misuseIndicatorsNeeded: 3 })).toBe(false);
    expect(isUnchanged(draftEdition, triedFrom(draftEdition))).toBe(false);
  });

  test('runs a draft of the office as it is, and a tried one as the next version', () => {
    expect(draftOf(draftEdition, triedFrom(draftEdition))).toBe(draftEdition);
    expect(draftOf(inForce, { ...triedFrom(inForce), lateRealDefect: 'accept' })).toMatchObject({
      version: 2,
      status: 'draft',
      parameters: {
        readings: { lateRealDefect: 'accept', customisedOurError: 'ask', blindReturn: 'ask' },
      },
    });
  });

  test('adds pages up per currency and says how long the rest will take', () => {
    const page = (overrides: Partial<ReplayPage>): ReplayPage => ({
      total: 300,
      replayed: 100,
      money: { USD: { before: 500, after: 400 } },
      changed: [],
      next: 'case-100',
      ...overrides,
    });
    const start: Replayed = {
      state: 'running',
      source: 'central',
      total: 0,
      seen: 0,
      replayed: 0,
      money: {},
      changed: [],
      msLeft: null,
    };
    const first = added(start, page({}), 1000, 100);
    expect(first).toMatchObject({ state: 'running', seen: 100, total: 300, msLeft: 2000 });
    const second = added(first, page({ money: { EUR: { before: 1, after: 2 } } }), 2000, 100);
    const last = added(second, page({ next: null }), 3000, 100);
    expect(last).toMatchObject({
      state: 'done',
      seen: 300,
      replayed: 300,
      money: { USD: { before: 1000, after: 800 }, EUR: { before: 1, after: 2 } },
      msLeft: null,
    });
  });
});
