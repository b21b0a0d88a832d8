import { describe, expect, test } from 'vitest';
import { factId, personId } from '../../builders/cases/ids.ts';
import { aReturn } from '../aReturn.ts';
import { aBatch, nothingProved, pushed, recorded, sealed } from './aBatch.ts';

const { arrival, count, finding, inspection } = aReturn();
const bySara = { ...count, personId: personId('sara') };

describe('What rests on something refused', () => {
  test('falls with it', () => {
    expect(recorded(aBatch(), arrival, bySara, finding, inspection)).toEqual([
      'applied',
      'refused notYourRole',
      'refused unknownUnitGroup',
      'refused unknownFact',
    ]);
  });

  test('falls with nothing any more once another brings the same: it waits for the rest', () => {
    const batch = aBatch();
    recorded(batch, arrival, bySara);
    expect([...batch.workingSet.rejected]).toEqual([count.id, 'group-1']);
    recorded(batch, { ...count, id: factId('counted-again') });
    expect([...batch.workingSet.rejected]).toEqual([count.id]);
  });

  test('does not fall with what could not be read: it may be read later', () => {
    const batch = aBatch();
    const [first, second] = sealed([arrival, count]);
    if (!first || !second) throw new Error('nothing was sealed');
    expect(pushed(batch, [{ ...first, command: null }, second])).toEqual([
      'quarantined',
      'deferred',
    ]);
  });

  test('does not fall with what another station brought unproved', () => {
    const batch = aBatch({ handedInBy: 'station-9', proved: nothingProved });
    pushed({ ...batch, chain: { lastSequence: 1, lastHash: null } }, sealed([arrival]));
    expect([...batch.workingSet.rejected]).toEqual([]);
  });

  test('does not fall with what is refused because its id is taken', () => {
    const [sent] = sealed([arrival]);
    if (!sent) throw new Error('nothing was sealed');
    const result = { kind: 'applied', id: sent.id, acceptedAt: '' } as const;
    const known = new Map([[sent.id, { contentHash: 'x', status: 'applied' as const, result }]]);
    const batch = aBatch({ known });
    expect(pushed(batch, [sent])).toEqual(['refused idReused']);
    expect([...batch.workingSet.rejected]).toEqual([]);
    expect(batch.known.get(sent.id)?.contentHash).toBe('x');
  });
});
