import { describe, expect, test } from 'vitest';
import { completed, totalOf } from '../../../../renderer/screens/desk/deciding/completed.ts';
import {
  answersOf,
  draftFor,
  fitted,
  keyOf,
} from '../../../../renderer/screens/desk/deciding/decisionDraft.ts';
import {
  draftOf,
  isUnchanged,
  triedFrom,
} from '../../../../renderer/screens/desk/replay/replayDraft.ts';
import { added, type Replayed } from '../../../../renderer/screens/desk/replay/useReplay.ts';
import { readAmount } from '../../../../shared/facts/readAmount.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import type { ReplayPage } from '../../../../shared/sync/replayApi.ts';
import { accepted, refusedWith } from '../../../builders/cases/accepted.ts';
import { aPolicy } from '../../../builders/cases/aPolicy.ts';
import { aSituation } from '../../../builders/cases/aSituation.ts';
import { factId, findingId, photoId } from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, aPhoto } from '../../../builders/cases/recordedFacts.ts';

const upheld = accepted(decideCase(aSituation({ found: [aFinding()] })));
const wrongGoods = accepted(
  decideCase(aSituation({ found: [aFinding({ observation: aDefect({ cause: 'orderError' }) })] })),
);
const lateInput = aSituation({
  found: [aFinding()],
  office: { application: lateApplication() },
});
const late = accepted(decideCase(lateInput));
const pin = '907142';
const whole = 'group-1 0-10000';
const ungranted = { grants: [] };
const read = (typed: string) => readAmount(typed, 'USD', '.');

function lateApplication() {
  return {
    receivedAt: '2026-12-20T15:00:00Z',
    receivedOn: '2026-12-20',
    description: 'leaks',
    evidence: [],
  };
}

test('where no part is clear yet, what is missing is the answer that makes one so', () => {
  const [question] = late.questions;
  if (!question) throw new Error('Nothing is asked');
  expect(refusedWith(completed(draftFor(late), late, pin, read, ungranted))).toEqual({
    part: 'answer',
    key: keyOf(question),
  });
});

describe('A decision starts', () => {
  test('from what the policy proposes', () => {
    expect(draftFor(upheld)).toMatchObject({
      decision: 'approve',
      choices: { [whole]: { isNow: true, resolution: 'refund', overrideAmount: '' } },
    });
  });

  test('without the units whose photos are missing, which withhold none of the others', () => {
    const policy: Parameters<typeof aPolicy>[0] = {
      evidence: [{ reason: null, severity: 'major', shots: ['defectCloseUp'] }],
    };
    const crack = aFinding({
      quantity: 8,
      units: [{ from: 0, to: 8 }],
      photoIds: [photoId('photo-1')],
    });
    const worn = aFinding({
      id: factId('fact-2'),
      findingId: findingId('finding-2'),
      quantity: 2,
      units: [{ from: 8, to: 10 }],
      observation: aDefect({ cause: 'manufacturing' }),
    });
    const part = accepted(
      decideCase(aSituation({ found: [crack, worn], photos: [aPhoto()], policy })),
    );
    expect(part.portions.map(({ standing }) => standing)).toEqual(['upheld', 'upheld']);
    const draft = draftFor(part);
    expect(Object.values(draft.choices).map(({ isNow }) => isNow)).toEqual([true, false]);
    expect(accepted(completed(draft, part, pin, read, ungranted)).choices).toMatchObject([
      { quantity: 8 },
    ]);
  });

  test('with what the client wanted, where the policy offers it', () => {
    const kinds = wrongGoods.portions[0]?.resolutions.map((r) => r.kind) ?? [];
    expect(kinds).toEqual(expect.arrayContaining(['refund', 'exchange']));
    for (const wanted of ['refund', 'exchange'] as const)
      expect(draftFor(wrongGoods, { 'group-1': wanted }).choices[whole]?.resolution).toBe(wanted);
    expect(draftFor(upheld, { 'group-1': 'compensation' }).choices[whole]?.resolution).toBe(
      'refund',
    );
  });

  test('anew for a group whose choice is no longer offered after an answer, unless overriding', () => {
    const draft = draftFor(wrongGoods, { 'group-1': 'exchange' });
    expect(fitted(draft, upheld).choices[whole]?.resolution).toBe('refund');
    const overriding = { ...draft, decision: 'override' } as const;
    expect(fitted(overriding, upheld).choices[whole]?.resolution).toBe('exchange');
  });
});

describe('A decision is complete', () => {
  test('with a PIN, and no reason where it follows the policy', () => {
    const draft = draftFor(upheld);
    expect(refusedWith(completed(draft, upheld, '', read, ungranted))).toEqual({ part: 'pin' });
    expect(accepted(completed(draft, upheld, pin, read, ungranted))).toMatchObject({
      decision: 'approve',
      choices: [{ unitGroupId: 'group-1', resolution: 'refund', overrideAmount: null }],
    });
  });

  test.each(['decline', 'sendBack', 'override'] as const)(
    'only with a reason to %s',
    (decision) => {
      const draft = { ...draftFor(upheld), decision };
      expect(refusedWith(completed(draft, upheld, pin, read, ungranted))).toEqual({
        part: 'reason',
      });
      expect(
        accepted(completed({ ...draft, reason: ' seen ' }, upheld, pin, read, ungranted)).reason,
      ).toBe('seen');
    },
  );

  test('with every question answered and reasoned, when money is paid', () => {
    const [question] = late.questions;
    if (!question) throw new Error('The policy asks nothing');
    const key = keyOf(question);
    const start = draftFor(late);
    // Portions in doubt start out of it; with the answer they are decided with the rest.
    expect(start.choices[whole]?.isNow).toBe(false);
    const choice = start.choices[whole];
    if (!choice) throw new Error('No choice');
    const draft = { ...start, choices: { [whole]: { ...choice, isNow: true } } };
    expect(refusedWith(completed(draft, late, pin, read, ungranted))).toEqual({
      part: 'answer',
      key,
    });
    const answered = (reason: string) => ({
      ...draft,
      answers: { [key]: { question, answer: 'acceptLate', reason } },
    });
    const after = accepted(
      decideCase({ ...lateInput, answers: [...answersOf(answered('holiday'))] }),
    );
    expect(
      refusedWith(completed(fitted(answered(''), after), after, pin, read, ungranted)),
    ).toEqual({ part: 'answerReason', key });
    expect(
      accepted(completed(fitted(answered('holiday'), after), after, pin, read, ungranted)),
    ).toMatchObject({
      answers: [
        {
          question: question.question,
          unitGroupId: question.unitGroupId,
          units: question.units,
          answer: 'acceptLate',
          reason: 'holiday',
        },
      ],
      choices: [{ resolution: 'refund', quantity: 10, amount: 125_000, value: 125_000 }],
    });
    expect(answersOf(draft)).toEqual([]);
  });

  test('without choices or answers when nothing is paid', () => {
    const declined = { ...draftFor(late), decision: 'decline', reason: 'misuse' } as const;
    expect(accepted(completed(declined, late, pin, read, ungranted))).toMatchObject({
      choices: [],
      answers: [],
    });
  });

  const overriding = (overrideAmount: string) => {
    const draft = draftFor(upheld);
    const choice = draft.choices[whole];
    if (!choice) throw new Error('No choice');
    return {
      ...draft,
      decision: 'override',
      reason: 'goodwill',
      choices: { [whole]: { ...choice, overrideAmount } },
    } as const;
  };

  test('only with amounts that are amounts', () => {
    expect(refusedWith(completed(overriding('much'), upheld, pin, read, ungranted))).toEqual({
      part: 'amount',
      key: whole,
      refusal: { code: 'notAnAmount', currency: 'USD' },
    });
  });

  test.each([
    ['1250', 'JPY', 1250],
    ['12.50', 'KWD', 12_500],
    ['1250', 'HUF', 125_000],
    ['1250', 'COP', 125_000],
  ])('with “%s” typed in %s as that sum, and no hundredfold of it', (typed, currency, minor) => {
    const inCurrency = (text: string) => readAmount(text, currency, '.');
    const draft = overriding(typed);
    expect(accepted(completed(draft, upheld, pin, inCurrency, ungranted))).toMatchObject({
      choices: [{ overrideAmount: minor }],
    });
    expect(totalOf(draft, upheld, inCurrency)?.amount).toBe(minor);
  });

  test('over what the total says: a typed zero is zero, nothing typed is what the policy says', () => {
    expect(totalOf(overriding('0'), upheld, read)?.amount).toBe(0);
    expect(totalOf(overriding('much'), upheld, read)).toBeNull();
    expect(totalOf(overriding(' '), upheld, read)?.amount).toBe(upheld.refundAmount);
    expect(totalOf(draftFor(upheld), upheld, read)?.amount).toBe(upheld.refundAmount);
  });

  test('and an exchange is not called money to be refunded, whatever was typed for it', () => {
    const draft = overriding('500');
    const choice = { ...draft.choices[whole], resolution: 'exchange' } as const;
    const exchange = { ...draft, choices: { [whole]: choice } };
    expect(totalOf(exchange, upheld, read)?.amount).toBe(0);
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
