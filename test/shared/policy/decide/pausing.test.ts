/** When a hold lets the seven days stand still: only where the contract version says for which reasons. */
import { expect, test } from 'vitest';
import { readCaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import { policyInputOf } from '../../../../shared/cases/reading/policyInput.ts';
import type { Contract } from '../../../../shared/facts/documents.ts';
import type { HeldFact } from '../../../../shared/facts/fact.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { aCasesReferences } from '../../../builders/cases/aCasesReferences.ts';
import { aContract } from '../../../builders/cases/aContract.ts';
import { factId } from '../../../builders/cases/ids.ts';
import { aHold, anArrival, aUnitGroup, recordedOn } from '../../../builders/cases/recordedFacts.ts';

/** Arrived Wed 18, held from Fri 20 to Wed 25 November: two working days and a weekend between. */
function dueOn(pausing: Contract['pausing'], hold: Partial<HeldFact> = {}): unknown {
  const held = aHold({ pausesClock: true, at: recordedOn('2026-11-20'), ...hold });
  const released = {
    ...held,
    id: factId('fact-released'),
    kind: 'released' as const,
    heldFactId: held.id,
    at: recordedOn('2026-11-25'),
  };
  const { reason: _reason, pausesClock: _pauses, ...release } = released;
  const file = readCaseFile(aCase(), [anArrival(), aUnitGroup(), held, release]);
  const contract = aContract(pausing ? { pausing } : {});
  const decided = decideCase(policyInputOf(file, aCasesReferences({ contract }), '2026-11-26'));
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  return decided.value.clauses.find((c) => c.clause === 'III-INSPECT')?.why.data['dueOn'];
}

test('a hold does not stop the clock where the contract names no reasons', () => {
  expect(dueOn(undefined)).toBe('2026-11-30');
  expect(dueOn([])).toBe('2026-11-30');
});

test('a hold stops it for a reason the contract names, on the whole days between', () => {
  expect(dueOn(['awaitingClient'])).toBe('2026-12-02');
});

test('a hold for another reason does not', () => {
  expect(dueOn(['awaitingClient'], { reason: 'hazard' })).toBe('2026-11-30');
});

test('a hold that was not meant to stop it does not, whatever the contract says', () => {
  expect(dueOn(['awaitingClient'], { pausesClock: false })).toBe('2026-11-30');
});
