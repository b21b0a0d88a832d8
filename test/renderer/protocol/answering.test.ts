import { describe, expect, test } from 'vitest';
import {
  afterResult,
  isAnsweredByFeed,
  isForGood,
  isNoLongerRefused,
  reasonIn,
} from '../../../renderer/protocol/answering.ts';
import type { CommandResult } from '../../../shared/sync/centralApi.ts';

const acceptedAt = '2026-11-20T15:00:00.000Z';
const id = 'fact-1';
const applied: CommandResult = { kind: 'applied', id, acceptedAt };
const duplicate: CommandResult = { kind: 'duplicate', id, acceptedAt };
const refused: CommandResult = { kind: 'refused', id, refusal: { code: 'otherSite' } };
const quarantined: CommandResult = { kind: 'quarantined', id, reason: 'version: unknown' };
const deferred: CommandResult = { kind: 'deferred', id, missing: ['fact-0'] };

describe('An answer of central', () => {
  const here = { sequence: 7, acceptance: 'here', acceptedAt: null } as const;
  test.each([
    [applied, { ...here, acceptance: 'accepted', acceptedAt }],
    [duplicate, { ...here, acceptance: 'accepted', acceptedAt }],
    [refused, { ...here, acceptance: 'refused' }],
    [quarantined, { ...here, acceptance: 'refused' }],
    [deferred, { ...here, acceptance: 'sent' }],
  ])('$kind is noted in the fact', (result, row) => {
    expect(afterResult(here, result)).toEqual(row);
  });

  test('none says what the station does not know', () => {
    // As a newer central might.
    const unknown = { kind: 'postponed', id } as unknown as CommandResult;
    expect(() => afterResult(here, unknown)).toThrow('postponed');
  });

  test.each([
    [applied, true],
    [duplicate, true],
    [refused, true],
    [quarantined, true],
    [deferred, false],
  ])('$kind is for good: %s', (result, forGood) => {
    expect(isForGood(result)).toBe(forGood);
  });

  test.each([
    [applied, null],
    [duplicate, null],
    [refused, { kind: 'refused', refusal: { code: 'otherSite' } }],
    [quarantined, { kind: 'quarantined', reason: 'version: unknown' }],
    [deferred, null],
  ])('$kind has a reason to be shown: %j', (result, why) => {
    expect(reasonIn(result)).toEqual(why);
  });

  test.each(['here', 'sent', 'refused', 'accepted'] as const)(
    'takes back a no that stood before, but nothing that was accepted: %s',
    (acceptance) => {
      const isYes = (result: CommandResult) => isNoLongerRefused({ acceptance }, result);
      const wasOpen = acceptance !== 'accepted';
      expect([applied, duplicate, refused, quarantined, deferred].map(isYes)).toEqual([
        wasOpen,
        wasOpen,
        false,
        false,
        false,
      ]);
    },
  );
});

describe('What the feed shows to be accepted', () => {
  test.each([
    ['answers an own command that waits', 1, 'here', true],
    ['answers one that was put off', 9, 'sent', true],
    ['answers one that was refused', 9, 'refused', true],
    ['answers nothing that is accepted already', 9, 'accepted', false],
    ['answers nothing of another station', 0, 'here', false],
  ] as const)('%s', (_, sequence, acceptance, isAnswered) => {
    expect(isAnsweredByFeed({ sequence, acceptance })).toBe(isAnswered);
  });
});
