import { describe, expect, test } from 'vitest';
import type { Batch, KnownCommand } from '../../../central/commands/batch.ts';
import { decideCommands } from '../../../central/commands/decideCommands.ts';
import type { SentCommand } from '../../../central/commands/readCommand.ts';
import type { CommandResult } from '../../../shared/sync/centralApi.ts';
import { chainStart } from '../../../shared/sync/command.ts';
import { stationId } from '../../builders/cases/ids.ts';
import { anArrival } from '../../builders/cases/recordedFacts.ts';
import { aReturn } from '../aReturn.ts';
import { aBatch, acceptedAt, nothingProved, pushed, said, sealed } from './aBatch.ts';

const { arrival, count, finding } = aReturn();
const anywhere = { sequence: 41, hash: 'a'.repeat(64) };

function oneOf(sent: readonly SentCommand[], place = 0): SentCommand {
  const found = sent[place];
  if (!found) throw new Error('nothing was sealed');
  return found;
}
const sentArrival = () => oneOf(sealed([arrival]));
/** As central puts aside what a newer station sends. */
const unread = (sent: SentCommand): SentCommand => ({ ...sent, command: null, trouble: 'newer' });

function decideOne(batch: Batch, sent: SentCommand) {
  const { decided, expectedSequence } = decideCommands([sent], batch);
  const [one] = decided;
  return {
    expectedSequence,
    says: one && said(one),
    keep: one?.keep,
    numbered: one?.numbered,
    keptFor: one?.keptFor,
    lastSequence: batch.chain.lastSequence,
  };
}
const kept = { keep: true, expectedSequence: null };

describe('A number', () => {
  test('is taken by each command in turn, and the chain goes on behind the last', () => {
    const batch = aBatch();
    const sent = sealed([arrival, count, finding]);
    expect(pushed(batch, sent)).toEqual(['applied', 'applied', 'applied']);
    expect(batch.chain).toMatchObject({ lastSequence: 3, lastHash: oneOf(sent, 2).hash });
  });

  test('that is missing ends the push there, and is asked for', () => {
    const batch = aBatch();
    const [first, , third] = sealed([arrival, count, finding]);
    const { decided, expectedSequence } = decideCommands(
      [first, third].flatMap((one) => one ?? []),
      batch,
    );
    expect(decided.map(said)).toEqual(['applied']);
    expect(expectedSequence).toBe(2);
  });

  test('is waited for up to a million ahead; what lies beyond is put aside and not kept', () => {
    const at = (sequence: number) =>
      decideOne(aBatch(), oneOf(sealed([arrival], { ...anywhere, sequence: sequence - 1 })));
    expect(at(1_000_000)).toMatchObject({ expectedSequence: 1, says: undefined });
    expect(at(1_000_001)).toMatchObject({
      expectedSequence: null,
      says: 'quarantined',
      keep: false,
      numbered: false,
    });
  });

  test('that another command has used is not given again', () => {
    const batch = aBatch({ chain: { lastSequence: 1, lastHash: chainStart } });
    expect(decideOne(batch, sentArrival())).toMatchObject({
      ...kept,
      says: 'refused brokenChain',
      numbered: false,
      lastSequence: 1,
    });
  });

  test('nobody waited for any more is refused with who said so, and no other', () => {
    const gap = { from: 3, through: 5, by: 'Ada', at: acceptedAt };
    const at = (sequence: number) => {
      const batch = aBatch({ chain: { lastSequence: 9, lastHash: null }, steppedOver: [gap] });
      const sent = sealed([arrival], { ...anywhere, sequence: sequence - 1 });
      return decideCommands(sent, batch).decided[0]?.result;
    };
    const refused = { kind: 'refused', id: arrival.id };
    const gone = { ...refused, refusal: { code: 'steppedOver', by: 'Ada', at: acceptedAt } };
    const broken = { ...refused, refusal: { code: 'brokenChain' } };
    expect([2, 3, 5, 6].map(at)).toEqual([broken, gone, gone, broken]);
  });

  test('is taken by what is refused, put aside or put off as well', () => {
    const batch = aBatch();
    const [first, second, third] = sealed([count, arrival, finding]);
    if (!first || !second || !third) throw new Error('nothing was sealed');
    expect(pushed(batch, [first, unread(second), third])).toEqual([
      'deferred',
      'quarantined',
      'deferred',
    ]);
    expect(batch.chain).toMatchObject({ lastSequence: 3, lastHash: third.hash });
  });

  test('is not taken by what has none, or comes from another station', () => {
    expect(decideOne(aBatch(), { ...unread(sentArrival()), sequence: null })).toMatchObject({
      ...kept,
      says: 'quarantined',
      numbered: false,
      lastSequence: 0,
    });
    const posing = aBatch({ station: { id: 'station-2', siteId: 'site-1' } });
    expect(decideOne(posing, sentArrival())).toMatchObject({
      says: 'refused brokenChain',
      keep: false,
      numbered: false,
      lastSequence: 0,
    });
  });

  test('is not taken by what no database can hold', () => {
    const sent = { ...unread(sentArrival()), envelope: null };
    expect(decideOne(aBatch(), sent)).toMatchObject({
      says: 'quarantined',
      keep: false,
      numbered: false,
    });
  });
});

describe('The chain', () => {
  const behind = (chain: Batch['chain'], sent = sentArrival()) =>
    decideOne(aBatch({ chain }), sent);
  test('holds each command to the one before', () => {
    const after = { lastSequence: 41, lastHash: 'b'.repeat(64) };
    expect(behind(after, oneOf(sealed([arrival], anywhere)))).toMatchObject({
      ...kept,
      says: 'refused brokenChain',
      numbered: true,
      lastSequence: 42,
    });
  });
  test('begins anew behind numbers nobody waits for any more', () => {
    const after = { lastSequence: 41, lastHash: null };
    expect(behind(after, oneOf(sealed([arrival], anywhere))).says).toBe('applied');
  });
  test('takes nothing whose content is not what was sealed', () => {
    const altered = { ...sentArrival(), hash: 'c'.repeat(64) };
    expect(behind({ lastSequence: 0, lastHash: chainStart }, altered)).toMatchObject({
      ...kept,
      says: 'refused brokenChain',
      numbered: true,
    });
  });
});

describe('A command central has seen', () => {
  const known = (sent: SentCommand, status: KnownCommand['status']) => {
    const { id, contentHash } = sent;
    const results: Readonly<Record<KnownCommand['status'], CommandResult>> = {
      applied: { kind: 'applied', id, acceptedAt: '2026-11-19T00:00:00.000Z' },
      refused: { kind: 'refused', id, refusal: { code: 'otherSite' } },
      deferred: { kind: 'deferred', id, missing: ['elsewhere'] },
      quarantined: { kind: 'quarantined', id, reason: 'newer' },
    };
    return new Map([[id, { contentHash, status, result: results[status] }]]);
  };
  const again = { keep: false, numbered: false, lastSequence: 0 };

  test.each([
    ['applied', 'duplicate'],
    ['refused', 'refused otherSite'],
  ] as const)('and %s is answered as it was, without a number', (status, says) => {
    const sent = sentArrival();
    expect(decideOne(aBatch({ known: known(sent, status) }), sent)).toMatchObject({
      ...again,
      says,
    });
  });

  test.each(['deferred', 'quarantined'] as const)(
    'and left open (%s) is decided once more, without a number',
    (status) => {
      const sent = sentArrival();
      expect(decideOne(aBatch({ known: known(sent, status) }), sent)).toMatchObject({
        ...kept,
        says: 'applied',
        numbered: false,
        lastSequence: 0,
      });
    },
  );

  test('unread, and still unreadable, stays as it is', () => {
    const sent = unread(sentArrival());
    expect(decideOne(aBatch({ known: known(sent, 'quarantined') }), sent)).toMatchObject({
      ...again,
      says: 'quarantined',
    });
  });

  test('to be waiting, and unreadable now, waits no longer', () => {
    const sent = unread(sentArrival());
    expect(decideOne(aBatch({ known: known(sent, 'deferred') }), sent)).toMatchObject({
      ...kept,
      says: 'quarantined',
      numbered: false,
    });
  });

  test('unread, and not what was sealed, is refused once it can be read', () => {
    const sent = { ...sentArrival(), hash: 'c'.repeat(64) };
    expect(decideOne(aBatch({ known: known(sent, 'quarantined') }), sent)).toMatchObject({
      ...kept,
      says: 'refused brokenChain',
      numbered: false,
    });
  });

  test('lends its id to no other, which takes its own number all the same', () => {
    const sent = sentArrival();
    const other = anArrival({ id: arrival.id, note: 'another' });
    const batch = aBatch({ known: known(oneOf(sealed([other])), 'applied') });
    expect(decideOne(batch, sent)).toMatchObject({
      says: 'refused idReused',
      keep: false,
      numbered: true,
      lastSequence: 1,
    });
    const late = aBatch({
      known: known(oneOf(sealed([other])), 'applied'),
      chain: { lastSequence: 7, lastHash: chainStart },
    });
    expect(decideOne(late, sent)).toMatchObject({ numbered: false, lastSequence: 7 });
  });

  test('twice in one push counts once', () => {
    const [sent] = sealed([arrival]);
    if (!sent) throw new Error('nothing was sealed');
    expect(pushed(aBatch(), [sent, sent])).toEqual(['applied', 'duplicate']);
  });
});

describe('What another station hands in', () => {
  const handedIn = (changes: Partial<Batch> = {}) =>
    aBatch({ handedInBy: 'station-9', ...changes });
  const aside = { ...kept, says: 'quarantined', numbered: false, keptFor: 'station-9' };

  test('counts where it is provably the station’s own', () => {
    expect(decideOne(handedIn(), sentArrival())).toMatchObject({
      ...kept,
      says: 'applied',
      numbered: true,
      keptFor: undefined,
    });
  });

  test('counts where a key signed it that was its person’s then', () => {
    const sent = oneOf(sealed([arrival]));
    const [dora] = aBatch().workingSet.people.values();
    if (!dora) throw new Error('nobody');
    const key = {
      publicKey: '',
      stationId: null,
      retiredAt: '2026-11-21T00:00:00.000Z',
      why: 'left' as const,
      person: dora,
    };
    const batch = handedIn({ proved: nothingProved, retired: new Map([[sent, key]]) });
    expect(decideOne(batch, sent).says).toBe('applied');
  });

  test.each<[string, Partial<Batch>, (sent: SentCommand) => SentCommand]>([
    ['nobody signed it', { proved: nothingProved }, (sent) => sent],
    ['it is not what was sealed', {}, (sent) => ({ ...sent, hash: 'c'.repeat(64) })],
    ['it cannot be read', {}, unread],
    [
      'it does not follow what came last',
      { chain: { lastSequence: 0, lastHash: 'b'.repeat(64) } },
      (sent) => sent,
    ],
  ])('is kept with whoever brought it where %s', (_, changes, change) => {
    expect(decideOne(handedIn(changes), change(sentArrival()))).toMatchObject(aside);
  });

  test('says why it is put aside', () => {
    const batch = handedIn({ proved: nothingProved });
    expect(decideCommands([sentArrival()], batch).decided[0]?.result).toEqual({
      kind: 'quarantined',
      id: arrival.id,
      reason: 'handed in by another station, and not provably its own',
    });
  });

  test('is put aside where the fact is another station’s than the command', () => {
    const fact = { ...arrival, stationId: stationId('station-2') };
    const sent = { ...oneOf(sealed([fact])), stationId: 'station-1' };
    expect(decideOne(handedIn(), sent)).toMatchObject(aside);
  });

  test('follows a chain that begins anew', () => {
    const batch = handedIn({ chain: { lastSequence: 0, lastHash: null } });
    expect(decideOne(batch, sentArrival()).says).toBe('applied');
  });

  test('without a number, or with one used, takes nothing away from the station', () => {
    const unproved = { proved: nothingProved };
    const numberless = { ...unread(sentArrival()), sequence: null };
    expect(decideOne(handedIn(unproved), numberless)).toMatchObject(aside);
    const late = handedIn({ ...unproved, chain: { lastSequence: 1, lastHash: chainStart } });
    expect(decideOne(late, sentArrival())).toMatchObject({
      ...aside,
      says: 'refused brokenChain',
    });
  });

  test('unproved uses up no id: the station’s own command of that id counts', () => {
    const batch = handedIn({ proved: nothingProved });
    const [sent] = sealed([arrival]);
    if (!sent) throw new Error('nothing was sealed');
    pushed(batch, [sent]);
    expect([...batch.known.keys()]).toEqual([]);
    expect(pushed({ ...batch, ...aBatch(), known: batch.known }, [sent])).toEqual(['applied']);
  });
});
