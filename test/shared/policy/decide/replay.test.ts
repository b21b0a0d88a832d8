import { describe, expect, test } from 'vitest';
import { replayCase } from '../../../../shared/policy/decide/replay.ts';
import { anApplication } from '../../../builders/cases/aCase.ts';
import { aPolicy } from '../../../builders/cases/aPolicy.ts';
import { aSituation } from '../../../builders/cases/aSituation.ts';
import { aDefect, aFinding } from '../../../builders/cases/recordedFacts.ts';

const acceptsLate = aPolicy(
  {
    readings: {
      lateRealDefect: 'accept',
      customisedOurError: 'ask',
      unknownLiability: 'ask',
      blindReturn: 'ask',
    },
  },
  { version: 2, status: 'draft', effectiveFrom: '2027-01-01' },
);

const late = aSituation({
  office: { application: anApplication({ receivedOn: '2026-11-24' }) },
  found: [aFinding()],
});
const inTime = aSituation({ found: [aFinding()] });
const undecidable = aSituation({ asOf: 'today' });

describe('closed cases under a draft policy', () => {
  test('a case the draft decides otherwise is changed, with the difference in money', () => {
    expect(replayCase(late, acceptsLate)).toMatchObject({
      caseId: 'case-1',
      changed: true,
      currency: 'USD',
      amountDelta: 125_000,
      before: { value: { policyVersion: 1, standing: 'needsPerson' } },
      after: { value: { policyVersion: 2, standing: 'upheld' } },
    });
  });

  test('a case the draft decides alike is not changed, though the version differs', () => {
    expect(replayCase(inTime, acceptsLate)).toMatchObject({ changed: false, amountDelta: 0 });
  });

  test('another question in place of one is a change, though a person decides before and after', () => {
    const both = aSituation({
      sold: { customised: true },
      office: { application: anApplication({ receivedOn: '2026-11-24' }) },
      found: [aFinding({ observation: aDefect({ cause: 'orderError' }) })],
    });
    expect(replayCase(both, acceptsLate)).toMatchObject({
      changed: true,
      before: { value: { standing: 'needsPerson' } },
      after: { value: { standing: 'needsPerson' } },
    });
  });

  test('a case neither can decide is told in the currency of its contract', () => {
    const inEuro = aSituation({
      asOf: 'today',
      contract: { currency: 'EUR' },
      sold: { currency: 'EUR' },
    });
    expect(replayCase(inEuro, acceptsLate).currency).toBe('EUR');
    expect(replayCase({ ...inEuro, contract: null }, acceptsLate).currency).toBe('USD');
  });

  test('a case neither can decide is not changed', () => {
    expect(replayCase(undecidable, acceptsLate)).toMatchObject({
      changed: false,
      currency: 'USD',
      amountDelta: 0,
      before: { ok: false },
      after: { ok: false },
    });
  });

  test('a case only one of them can decide is changed', () => {
    const never = aPolicy({ inspectionWorkingDays: -1 });
    expect(replayCase(inTime, never)).toMatchObject({ changed: true, amountDelta: 0 });
    expect(replayCase({ ...inTime, policy: never }, aPolicy())).toMatchObject({ changed: true });
  });

  test('another amount alone is a change, and so is another party', () => {
    const half = aSituation({
      sold: { unit: 'KG', unitPrice: 1, shippedQuantity: 1 },
      counted: { quantity: 0.5 },
      found: [aFinding({ quantity: 0.5 })],
    });
    const roundsUp = aPolicy({ rounding: 'halfUp' }, { status: 'draft' });
    expect(replayCase(half, roundsUp)).toMatchObject({ changed: true, amountDelta: 1 });
  });

  test('another question alone is a change', () => {
    const open = aSituation({
      office: { application: anApplication({ receivedOn: '2026-11-24' }), review: null },
      found: [aFinding()],
    });
    expect(replayCase(open, acceptsLate)).toMatchObject({
      changed: true,
      before: { value: { standing: 'needsPerson' } },
      after: { value: { standing: 'needsPerson' } },
    });
  });
});
