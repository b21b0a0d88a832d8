import { describe, expect, test } from 'vitest';
import { precedentsFor } from '../../../shared/policy/precedents.ts';
import { questionAnswers } from '../../../shared/policy/questionAnswers.ts';
import type { Precedent } from '../../../shared/returns/documents.ts';
import { caseId, personId, precedentId } from '../../builders/ids.ts';

function aPrecedent(id: string, overrides: Partial<Precedent> = {}): Precedent {
  return {
    id: precedentId(id),
    question: 'lateRealDefect',
    answer: 'acceptLate',
    reason: 'Three days late, a good client.',
    caseId: caseId('case-9'),
    personId: personId('sam'),
    decidedAt: '2026-10-01T10:00:00Z',
    ...overrides,
  };
}

const question = { question: 'lateRealDefect', answers: questionAnswers.lateRealDefect } as const;

describe('how a question was answered before', () => {
  test('the most frequent answer first, the latest case first in each', () => {
    const known = [
      aPrecedent('p1', { answer: 'refuseLate', decidedAt: '2026-10-01T10:00:00Z' }),
      aPrecedent('p2', { answer: 'refuseLate', decidedAt: '2026-10-03T10:00:00Z' }),
      aPrecedent('p4', { answer: 'refuseLate', decidedAt: '2026-10-03T10:00:00Z' }),
      aPrecedent('p3', { decidedAt: '2026-10-09T10:00:00Z' }),
      aPrecedent('p0', { answer: 'refuseLate', decidedAt: '2026-10-02T10:00:00Z' }),
    ];
    for (const precedents of [known, known.toReversed()]) {
      const offers = precedentsFor(question, precedents);
      expect(offers.map((o) => [o.answer, o.times, o.precedents.map((p) => p.id)])).toEqual([
        ['refuseLate', 4, ['p2', 'p4', 'p0', 'p1']],
        ['acceptLate', 1, ['p3']],
      ]);
    }
  });

  test('answers to other questions, and answers no longer offered, are left out', () => {
    expect(
      precedentsFor(question, [
        aPrecedent('p1', { question: 'intactMeaning' }),
        aPrecedent('p2', { answer: 'sendToCourt' }),
      ]),
    ).toEqual([]);
  });
});
