import fc from 'fast-check';
import { test } from 'vitest';
import { anArbitraryCase } from '../../../builders/cases/anArbitraryCase.ts';
import { rounds } from '../../../faults/figures.ts';
import { runs } from '../anyCase.ts';
import { isDecidedAlike } from './decidedAlike.ts';

test('A station and central reach the same decision from the facts as sent, 10 000 times', () => {
  fc.assert(fc.property(anArbitraryCase, isDecidedAlike), { ...runs, numRuns: rounds(10_000) });
});
