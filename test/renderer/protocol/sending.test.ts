import { describe, expect, test } from 'vitest';
import {
  afterAnswer,
  mayGo,
  nextBatch,
  roundEnds,
  type Sending,
  sendingBegins,
} from '../../../renderer/protocol/sending.ts';
import type { CommandResult } from '../../../shared/sync/centralApi.ts';
import { factId } from '../../builders/cases/ids.ts';

const yes = (id: string): CommandResult => ({ kind: 'applied', id, acceptedAt: '2026-11-20' });
const putOff = (id: string): CommandResult => ({ kind: 'deferred', id, missing: ['elsewhere'] });

describe('What goes next', () => {
  const most = { commands: 3, bytes: 100 };
  test.each([
    ['nothing of nothing', [], 0],
    ['all that fits', [10, 10], 2],
    ['as many as go at once, and not one more', [10, 10, 10, 10], 3],
    ['as many bytes as go at once', [40, 60, 1], 2],
    ['not what goes beyond them', [40, 61, 1], 1],
    ['what is larger than all that fits, alone', [500, 1], 1],
    ['nothing large behind something small', [1, 500], 1],
  ])('is %s', (_, bytes, goes) => {
    const waiting = bytes.map((it, index) => ({ bytes: it, place: index }));
    expect(nextBatch(waiting, most)).toEqual(waiting.slice(0, goes));
  });
});

describe('A round of sending', () => {
  test('begins with nothing put off, and ends empty', () => {
    expect(mayGo(sendingBegins, { id: factId('a') })).toBe(true);
    expect(sendingBegins.resumedFrom).toBe(null);
    expect(roundEnds(sendingBegins)).toBe('empty');
  });

  test('sends no more of what central has put off, whatever it says of others later', () => {
    const first = afterAnswer(sendingBegins, {
      results: [yes('a'), putOff('b')],
      expectedSequence: null,
    });
    const { sending } = afterAnswer(first.sending, { results: [yes('c')], expectedSequence: null });
    const third = afterAnswer(sending, { results: [putOff('d')], expectedSequence: null });
    const left = ['a', 'b', 'c', 'd', 'e'].filter((id) => mayGo(third.sending, { id: factId(id) }));
    expect(left).toEqual(['a', 'c', 'e']);
    expect(roundEnds(third.sending)).toBe('waiting');
  });

  const resumed: Sending = { putOff: new Set(), resumedFrom: 4 };
  test.each([
    ['goes on after answers', sendingBegins, [yes('a')], null, { kind: 'goOn' }],
    ['goes on where it had to begin anew', resumed, [yes('a')], null, { kind: 'goOn' }],
    ['waits where nothing is answered any more', resumed, [], null, { kind: 'wait' }],
    ['waits where nothing was answered', sendingBegins, [], null, { kind: 'wait' }],
    [
      'offers what central lacks, and waits if it has it no longer',
      sendingBegins,
      [],
      4,
      { kind: 'offer', from: 4, orWait: true },
    ],
    ['waits where central asks for the same again', resumed, [], 4, { kind: 'wait' }],
    [
      'offers where central asks for something else',
      resumed,
      [],
      5,
      { kind: 'offer', from: 5, orWait: true },
    ],
    [
      'offers the same again where there was an answer before the gap, and goes on without',
      resumed,
      [yes('a')],
      4,
      { kind: 'offer', from: 4, orWait: false },
    ],
  ] as const)('%s', (_, sending, results, expectedSequence, next) => {
    const after = afterAnswer(sending, { results: [...results], expectedSequence });
    expect(after).toEqual({
      sending: { putOff: new Set(), resumedFrom: expectedSequence },
      next,
    });
  });
});
