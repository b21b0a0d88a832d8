import { describe, expect, test } from 'vitest';
import { readCaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import type { Grant } from '../../../../shared/facts/documents.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { aGrant } from '../../../builders/cases/aGrant.ts';
import {
  admit,
  allLeak,
  factsIn,
  sam,
  signedDecision,
  told,
} from '../../../builders/cases/aVerdictToDecide.ts';
import { aDecision } from '../../../builders/cases/decidedFacts.ts';
import { factId, personId, verdictId } from '../../../builders/cases/ids.ts';

const later = { id: factId('later'), personId: sam.id, choices: [], reason: 'Look again' };

/** Sara's approval of all ten was accepted as final before sam's word came. */
function approvedBySara(part: Partial<Grant> = {}) {
  const view = told({ facts: allLeak });
  const approval = signedDecision(view, [{}]);
  const grants = [aGrant({ signedBy: [personId('sara')], ...part })];
  return { ...view, file: readCaseFile(aCase(), [...factsIn(view), approval], [], grants) };
}

describe('What central accepted as final', () => {
  test('is declined by nobody after it: they hear who decided', () => {
    expect(admit(aDecision({ ...later, decision: 'decline' }), approvedBySara(), sam)).toEqual({
      code: 'alreadyDecided',
      by: 'sara',
    });
  });

  test('leaves open units to be declined', () => {
    const [portion] = aGrant().portions;
    if (!portion) throw new Error('nothing granted');
    const half = { ...portion, units: [{ from: 0, to: 5 }], quantity: 5 };
    const view = approvedBySara({ portions: [half] });
    const declined = admit(aDecision({ ...later, decision: 'decline' }), view, sam);
    expect(declined).toMatchObject({ grant: { decision: 'decline', signedBy: ['sam'] } });
  });

  test('leaves the verdict of another inspection to be declined', () => {
    const view = approvedBySara({ verdictId: verdictId('verdict-0') });
    const declined = admit(aDecision({ ...later, decision: 'decline' }), view, sam);
    expect(declined).not.toHaveProperty('code');
  });
});
