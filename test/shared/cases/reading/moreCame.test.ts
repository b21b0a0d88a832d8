import { describe, expect, test } from 'vitest';
import { projectCase } from '../../../../renderer/cases/projectCase.ts';
import { readCaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { aGrant } from '../../../builders/cases/aGrant.ts';
import {
  aCorrection,
  aDecision,
  aFinishedInspection,
} from '../../../builders/cases/decidedFacts.ts';
import { arrivalId, factId, unitGroupId } from '../../../builders/cases/ids.ts';
import { aFinding, anArrival, aPhoto, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';

const inspected = [anArrival(), aUnitGroup(), aFinding(), aPhoto(), aFinishedInspection()];
const second = anArrival({
  id: factId('fact-arrival-2'),
  arrivalId: arrivalId('arrival-2'),
  trackingNumber: 'SECOND',
  sscc: null,
});
const more = aUnitGroup({ id: factId('fact-group-2'), unitGroupId: unitGroupId('group-2') });

const decline = aDecision({ decision: 'decline', choices: [] });
const fileOf = (decision: 'open' | 'decline' | 'granted', ...facts: readonly Fact[]) =>
  readCaseFile(
    aCase(),
    [
      ...inspected,
      ...(decision === 'decline' ? [decline] : decision === 'granted' ? [aDecision()] : []),
      ...facts,
    ],
    [],
    decision === 'granted' ? [aGrant()] : [],
  );
const listsOf = (...given: Parameters<typeof fileOf>) =>
  projectCase(
    {
      file: fileOf(...given),
      references: null,
      refunds: [],
      rows: [],
      client: null,
      orderLines: [],
    },
    '2026-11-23',
  ).lists;

describe('What comes for a return after its inspection is on a list', () => {
  test('also where all that was there is decided', () => {
    for (const decided of ['decline', 'granted'] as const) {
      expect(fileOf(decided).state).not.toBe('partlyDecided');
      for (const goods of [second, more]) {
        expect(fileOf(decided, goods).state).toBe('partlyDecided');
        expect(listsOf(decided, goods)).toEqual(['bench', 'desk']);
      }
    }
  });

  test('while the verdict waits it is on the bench’s too', () => {
    expect(listsOf('open')).toEqual(['desk']);
    expect(listsOf('open', second)).toEqual(['bench', 'desk']);
    expect(listsOf('open', more)).toEqual(['bench', 'desk']);
  });

  test('but the same box received at another door, or a record taken back, is nothing more', () => {
    const twin = {
      ...anArrival(),
      id: factId('fact-arrival-9'),
      arrivalId: arrivalId('arrival-9'),
    };
    expect(fileOf('decline', twin).state).toBe('declined');
    const undone = aCorrection({ id: factId('fact-undo'), corrects: second.id });
    expect(fileOf('decline', second, undone).state).toBe('declined');
  });
});
