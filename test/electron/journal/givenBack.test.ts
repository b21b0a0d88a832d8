import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { givenBack } from '../../../electron/main/journal/givenBack.ts';
import { seal } from '../../../shared/node/seal.ts';
import type { Command } from '../../../shared/sync/command.ts';
import { factId, stationId } from '../../builders/cases/ids.ts';
import { anArrival } from '../../builders/cases/recordedFacts.ts';

const doras = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const others = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const spki = ({ publicKey }: typeof doras) =>
  publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

const end = { sequence: 10, hash: 'e'.repeat(64) };

/** Sealed by this key, whoever the fact names: Dora. */
function command(
  sequence: number,
  { by = others, previousHash = 'a'.repeat(64), station = 'station-1' } = {},
): Command {
  return seal(
    {
      version: 1,
      fact: anArrival({ id: factId(`fact-${sequence}`) }),
      basis: { cursor: null, heads: [] },
      stationId: stationId(station),
      sequence,
      previousHash,
    },
    by.privateKey,
  );
}

function taken(
  commands: readonly Command[],
  changes: Partial<Parameters<typeof givenBack>[1]> = {},
) {
  const known = {
    stationId: 'station-1',
    end,
    publicKeysOf: (personId: string) => (personId === 'dora' ? [spki(doras)] : []),
    isAnybodyKnown: true,
    ...changes,
  };
  return givenBack(commands, known).map(({ sequence }) => sequence);
}
const bySomebodyKnown = { by: doras };

describe('The journal takes back', () => {
  test('what lies behind its end, whoever signed it, the end itself with it', () => {
    expect(taken([command(9), command(10), command(11)])).toEqual([9, 10]);
  });

  test('what follows its end by number and by hash', () => {
    const next = command(11, { previousHash: end.hash });
    const after = command(12, { previousHash: next.hash });
    expect(taken([next, after])).toEqual([11, 12]);
    expect(taken([command(12, { previousHash: end.hash })])).toEqual([]);
  });

  test('what follows in its order, however it is given', () => {
    const next = command(11, { previousHash: end.hash });
    const after = command(12, { previousHash: next.hash });
    expect(taken([after, command(3), next])).toEqual([3, 11, 12]);
  });

  test('what a person known here has signed, over a gap too', () => {
    const far = command(500, bySomebodyKnown);
    expect(taken([far, command(501, { previousHash: far.hash })])).toEqual([500, 501]);
    expect(taken([command(500)])).toEqual([]);
  });

  test('nothing as signed where nothing of the kind can be told', () => {
    const signed = command(500, bySomebodyKnown);
    expect(taken([signed], { publicKeysOf: () => [] })).toEqual([]);
    expect(taken([signed], { publicKeysOf: () => ['no key', spki(doras)] })).toEqual([500]);
    expect(taken([signed], { publicKeysOf: () => ['no key'] })).toEqual([]);
    expect(taken([{ ...signed, signature: command(500).signature }])).toEqual([]);
  });

  test('no number further ahead than a station ever records, whoever signed it', () => {
    expect(taken([command(1_000_010, bySomebodyKnown)])).toEqual([1_000_010]);
    expect(taken([command(1_000_011, bySomebodyKnown)])).toEqual([]);
  });

  test('what nobody can prove where nobody is known any more', () => {
    expect(taken([command(500)], { isAnybodyKnown: false })).toEqual([500]);
    expect(taken([command(1_000_011)], { isAnybodyKnown: false })).toEqual([]);
  });

  test('nothing of another station, unless it does not know its own name', () => {
    const foreign = command(9, { station: 'station-2' });
    expect(taken([foreign])).toEqual([]);
    expect(taken([foreign], { stationId: null })).toEqual([9]);
  });

  test('nothing that is not what was sealed', () => {
    const { fact, ...rest } = command(9);
    expect(
      taken([{ ...rest, fact: { ...fact, personId: 'sara' as typeof fact.personId } }]),
    ).toEqual([]);
    expect(taken([{ ...rest, fact, signature: '' }])).toEqual([]);
  });

  test('what lies behind without counting on from there', () => {
    const old = command(4);
    expect(taken([old, command(5, { previousHash: old.hash }), command(11)])).toEqual([4, 5]);
    const next = command(11, { previousHash: end.hash });
    expect(taken([old, next])).toEqual([4, 11]);
  });
});
