import { describe, expect, test } from 'vitest';
import { addToIndex } from '../../../central/cases/factsOfCase.ts';
import { dutyKey } from '../../../central/cases/workingSet.ts';
import { everyField } from '../../attacks/attackers/everyField.ts';
import { personId } from '../../builders/cases/ids.ts';
import { aHold, aRelease } from '../../builders/cases/recordedFacts.ts';
import { aReturn } from '../aReturn.ts';
import { aBatch, acceptedAt, recorded } from './aBatch.ts';

const { inspected, arrival, count, finding, approval } = aReturn();
const olga = personId('olga');

describe('Central’s own four eyes, where the facts at hand do not show it', () => {
  test('whoever the database knows to have touched the goods decides nothing', () => {
    const duties = new Map([[dutyKey('case-1', 'sara'), 'touched' as const]]);
    const batch = aBatch({ workingSet: { duties } });
    expect(recorded(batch, ...inspected, approval).at(-1)).toBe('refused ownHandsOnCase');
    expect(batch.workingSet.refunds.size).toBe(0);
  });

  test('whoever the database knows to have decided touches nothing', () => {
    const duties = new Map([[dutyKey('case-1', 'dora'), 'decided' as const]]);
    expect(recorded(aBatch({ workingSet: { duties } }), arrival)).toEqual([
      'refused ownHandsOnCase',
    ]);
  });

  test('says in which of both the goods were in their hands', () => {
    const duties = new Map([[dutyKey('case-1', 'ivan'), 'decided' as const]]);
    const batch = aBatch({ workingSet: { duties } });
    const others = [arrival, { ...count, personId: personId('dora') }, finding];
    expect(recorded(batch, ...others)).toEqual(['applied', 'applied', 'refused ownHandsOnCase']);
    expect(batch.known.get(finding.id)?.result).toMatchObject({ refusal: { hands: 'inspected' } });
  });

  test('is of each case by itself', () => {
    const duties = new Map([
      [dutyKey('case-2', 'sara'), 'touched' as const],
      [dutyKey('case-2', 'dora'), 'decided' as const],
    ]);
    const batch = aBatch({ workingSet: { duties } });
    expect(recorded(batch, ...inspected, approval)).toEqual([
      ...inspected.map(() => 'applied'),
      'applied',
    ]);
  });

  test('remembers within a push who did what', () => {
    const batch = aBatch();
    recorded(batch, ...inspected, approval);
    expect(Object.fromEntries(batch.workingSet.duties)).toEqual({
      [dutyKey('case-1', 'dora')]: 'touched',
      [dutyKey('case-1', 'ivan')]: 'touched',
      [dutyKey('case-1', 'sara')]: 'decided',
    });
  });

  test('leaves whoever touched them once to go on, and to decide about nothing', () => {
    const batch = aBatch();
    recorded(batch, arrival, count, { ...finding, personId: olga });
    expect(recorded(batch, { ...approval, personId: olga })).toEqual(['deferred']);
    expect(batch.workingSet.duties.get(dutyKey('case-1', 'olga'))).toBe('touched');
  });

  test('does not count as touched what was only held, released or opened', () => {
    const hold = aHold({ personId: personId('sara') });
    expect(recorded(aBatch(), ...inspected, hold, aRelease(), approval).slice(-3)).toEqual([
      'applied',
      'applied',
      'applied',
    ]);
  });
});

test('whoever says which inspection counts has no hands on the case, as whoever decides', () => {
  const { workingSet } = aBatch();
  const chosen = everyField(1).filter((fact) => fact.kind === 'inspectionChosen');
  for (const fact of chosen) addToIndex(workingSet.facts, fact, acceptedAt);
  expect(workingSet.facts.decidingByCase.get('case-1')).toEqual(chosen);
  expect(chosen).toHaveLength(1);
});
