import { describe, expect, test } from 'vitest';
import { feedsOf, handKeys, keysSeen, run, scan } from '../../builders/station/burstOutcome.ts';

describe('a slow scanner', () => {
  test.each([75, 90, 120, 145])('at %i ms a key is read, and presses nothing', (gapMs) => {
    for (const text of ['PARCEL42', '4006381333931', 'QS-CMD-UNDO', 'JJJJJJ']) {
      const onButton = scan(text, 'button', { gapMs, dwellMs: 12 });
      expect(onButton.scans).toEqual([text]);
      expect(keysSeen(onButton)).toEqual([]);
      const inField = scan(text, 'text', { gapMs, dwellMs: 12 });
      expect(inField.scans).toEqual([text]);
      expect(inField.restored).toBe(1);
      expect(keysSeen(inField)).not.toContain('Enter');
    }
  });

  test.each(['Tab', 'Enter'] as const)('may end with %s, and twice', (suffix) => {
    for (const focus of ['text', 'button'] as const)
      for (const more of ['', '\r', '\n', '\t']) {
        const outcome = scan('PARCEL42', focus, { gapMs: 75, suffix, dwellMs: 12 });
        const twice = scan(`PARCEL42\r${more}`, focus, { gapMs: 75, suffix: 'none', dwellMs: 12 });
        expect([outcome.scans, twice.scans]).toEqual([['PARCEL42'], ['PARCEL42']]);
        expect(keysSeen(twice)).not.toContain('Enter');
        expect(keysSeen(twice)).not.toContain('Tab');
      }
  });

  test('whose keys stay down like a finger’s does not press the focused button with its Enter', () => {
    for (const gapMs of [75, 110])
      for (const suffix of ['Enter', 'Tab'] as const) {
        const outcome = scan('4006381333931', 'button', { gapMs, dwellMs: 45, suffix });
        expect(outcome.scans).toEqual(['4006381333931']);
        expect(keysSeen(outcome)).not.toContain(suffix);
      }
  });

  test('whose keys stay down like a finger’s is said aloud where it went into a text field', () => {
    const outcome = scan('4006381333931', 'text', { gapMs: 75, dwellMs: 45 });
    expect(outcome.scans).toEqual([]);
    expect(outcome.unread).toBe(1);
  });

  const unevenly = { gaps: [80, 132, 95, 148, 76, 120, 103, 141], dwellMs: 55 };
  const codes = ['4006381333931', '1Z999AA10123456784', 'RMA00012345', 'QS-CMD-UNDO', 'JJD0149990'];

  test.each(codes)(
    'uneven and with a finger’s presses is asked about in a text field: %s',
    (code) => {
      for (const suffix of ['\r', '\t']) {
        const outcome = run(feedsOf(handKeys(`${code}${suffix}`, unevenly), 'text'));
        expect([outcome.scans, outcome.doubtful]).toEqual([[], [code]]);
        // What a person may have typed stays as it was typed.
        expect(keysSeen(outcome).join('')).toBe(`${code}${suffix === '\r' ? 'Enter' : 'Tab'}`);
      }
    },
  );

  test.each(codes)('uneven and with a finger’s presses is read where nobody types: %s', (code) => {
    const outcome = run(feedsOf(handKeys(`${code}\r`, unevenly), 'button'));
    expect(outcome.scans).toEqual([code]);
    expect(keysSeen(outcome)).not.toContain('Enter');
  });

  test.each([
    ['a word', 'centrifugal', unevenly],
    ['a sum', '12500.50', unevenly],
    ['a date', '2026-11-29', unevenly],
    ['a short number', '4711882', unevenly],
    ['a code with a pause to look it up', '4006381333931', { gaps: [120, 130, 400], dwellMs: 60 }],
    ['a code with rolling fingers', '4006381333931', { gaps: [90, 110, 70], dwellMs: 95 }],
  ])('is not what typing %s into a field is taken for', (_what, text, pace) => {
    const outcome = run(feedsOf(handKeys(`${text}\r`, pace), 'text'));
    expect([outcome.scans, outcome.unread]).toEqual([[], 0]);
    expect(keysSeen(outcome).at(-1)).toBe('Enter');
  });

  test('is not what a person typing unevenly is taken for', () => {
    const keys = handKeys('centrifugal\r', { gaps: [95, 130, 88, 140, 101], dwellMs: 70 });
    expect(run(feedsOf(keys, 'text')).unread).toBe(0);
    const pressed = run(feedsOf(keys, 'button'));
    expect(pressed.scans).toEqual([]);
    expect(keysSeen(pressed).at(-1)).toBe('Enter');
  });
});
