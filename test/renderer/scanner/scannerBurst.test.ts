import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdMs } from '../../../renderer/scanner/burstPace.ts';
import { idle } from '../../../renderer/scanner/burstState.ts';
import type { Feed } from '../../../renderer/scanner/keyFeed.ts';
import { type ScannerProfile, usualScanner } from '../../../renderer/scanner/profile.ts';
import {
  downOf,
  type Focus,
  feedsOf,
  hand,
  handKeys,
  keysSeen,
  run,
  scan,
} from '../../builders/station/burstOutcome.ts';
import { keysOfScan } from '../../builders/station/wedge.ts';

const laterBy = (feed: Feed, ms: number): Feed =>
  'timeStamp' in feed ? { ...feed, timeStamp: feed.timeStamp + ms } : feed;
/** Nothing more is told until then. */
const told = (timeStamp: number): Feed => ({ type: 'tick', timeStamp });

describe('a scan', () => {
  test.each([5, 8, 20, 35, 40, 60])(
    'at %i ms a key is read, and a focused button sees none of it',
    (gapMs) => {
      const outcome = scan('QS-L-A01-02', 'button', { gapMs });
      expect(outcome.scans).toEqual(['QS-L-A01-02']);
      expect(keysSeen(outcome)).toEqual([]);
    },
  );

  test.each([5, 8, 20, 35, 40, 60])(
    'at %i ms a key into a text field is read and the field put back',
    (gapMs) => {
      const outcome = scan('QS-L-A01-02', 'text', { gapMs });
      expect(outcome.scans).toEqual(['QS-L-A01-02']);
      expect(outcome.restored).toBe(1);
      expect(keysSeen(outcome)).toEqual(['Q', 'S', '-']);
    },
  );

  test('whose keys stay down half the time is read, slow as it is', () => {
    expect(scan('PARCEL42', 'text', { gapMs: 58, dwellMs: 45 }).scans).toEqual(['PARCEL42']);
  });

  test('may end with Tab, or with nothing but a pause', () => {
    const withTab: ScannerProfile = { ...usualScanner, suffix: 'Tab' };
    const withNone: ScannerProfile = { ...usualScanner, suffix: 'none' };
    for (const focus of ['text', 'button'] as const) {
      expect(scan('PARCEL42', focus, { suffix: 'Tab' }, withTab).scans).toEqual(['PARCEL42']);
      expect(scan('PARCEL42', focus, { suffix: 'none' }, withNone).scans).toEqual(['PARCEL42']);
    }
  });

  test('of a scanner that ends otherwise than its profile says is read all the same', () => {
    for (const focus of ['text', 'button'] as const)
      expect(scan('PARCEL42', focus, { suffix: 'Tab' }).scans).toEqual(['PARCEL42']);
    expect(scan('PARCEL42', 'button', { suffix: 'none' }).scans).toEqual(['PARCEL42']);
  });

  test.each(['text', 'button'] as const)(
    'of which the computer tells the second half late is read whole, into a %s: its scanner ends with Enter',
    (focus) => {
      const code = ']C10109521187200102217101A001';
      const before = feedsOf(keysOfScan('PARCEL42'), focus);
      const keys = feedsOf(keysOfScan(code), focus).map((feed) => laterBy(feed, 2_000));
      const half = Math.floor(keys.length / 2);
      expect(
        run([...before, ...keys.slice(0, half), told(2_900), ...keys.slice(half)]).scans,
      ).toEqual(['PARCEL42', code]);
    },
  );

  test('of a second scanner that sends no Enter is waited for once, and not each time', () => {
    const [first, second, third] = ['PARCEL42', 'PARCEL43', 'PARCEL44'];
    const bare = (text: string, at: number) =>
      feedsOf(keysOfScan(text, { suffix: 'none' }), 'button').map((feed) => laterBy(feed, at));
    const before = [...feedsOf(keysOfScan(first), 'button'), ...bare(second, 1_000), told(8_000)];
    expect(run(before).scans).toEqual([first, second]);
    expect(run([...before, ...bare(third, 9_000), told(9_900)]).scans).toEqual([
      first,
      second,
      third,
    ]);
  });

  test('keeps capitals, small letters, hyphen, slash, point and underscore', () => {
    expect(scan('Ab-c/D.e_F 9', 'button').scans).toEqual(['Ab-c/D.e_F 9']);
  });

  test.each(['us', 'fr', 'de'] as const)(
    'reads the same on a computer set to %s, by the places of the keys',
    (host) => {
      for (const text of ['HA112', ']C10109521101530001', "(01)(10)a-b/c.d_e'f"]) {
        expect(scan(text, 'button', { layout: 'us', host }).scans).toEqual([text]);
        expect(scan(text, 'text', { layout: 'us', host }).scans).toEqual([text]);
      }
    },
  );

  test.each(['us', 'fr', 'de'] as const)(
    'reads from a scanner that believes it is %s',
    (layout) => {
      const text = 'HA112-zq/YM.w';
      const outcome = scan(text, 'button', { layout, host: 'us' }, { ...usualScanner, layout });
      expect(outcome.scans).toEqual([text]);
    },
  );

  test('reads letters with Caps Lock on as they were printed', () => {
    const feeds = feedsOf(keysOfScan('Ab1c'), 'button').map((feed): Feed => {
      if (feed.type !== 'down' || feed.key.length !== 1) return feed;
      const isLower = feed.key === feed.key.toLowerCase();
      const key = isLower ? feed.key.toUpperCase() : feed.key.toLowerCase();
      return { ...feed, key, capsLock: true };
    });
    expect(run(feeds).scans).toEqual(['Ab1c']);
  });

  test.each(['\u001d', 'F8', '~', 'Alt0029'] as const)(
    'keeps the separator, arriving as %j',
    (gs) => {
      const profile: ScannerProfile = { ...usualScanner, gs };
      const text = ']C110AB-123\u001d17210119';
      expect(scan(text, 'button', { gs }, profile).scans).toEqual([text]);
      expect(scan(text, 'text', { gs }, profile).scans).toEqual([text]);
    },
  );

  test('with a key that is no character in it is marked, never read as something shorter', () => {
    const outcome = scan('10AB\u001d17210119', 'button', { gs: 'F8' });
    expect(outcome.scans).toEqual(['10AB\ufffd17210119']);
  });

  test('of a label with any control character in any place presses nothing', () => {
    const pressed: unknown[] = [];
    for (let code = 0; code < 32; code += 1) {
      const control = String.fromCharCode(code);
      for (const text of [`${control}PARCEL`, `PAR${control}CEL`, `PARCEL${control}`])
        for (const suffix of ['Enter', 'Tab', 'none'] as const)
          for (const gapMs of [5, 30, 50]) {
            const seen = keysSeen(scan(text, 'button', { suffix, gapMs }));
            // Tab at the very beginning only moves the focus, which is put back.
            if (seen.some((key) => key !== 'Tab')) pressed.push({ text, suffix, gapMs, seen });
          }
    }
    expect(pressed).toEqual([]);
  });

  test('shorter than four characters is not read without a prefix, and presses nothing', () => {
    for (const text of ['A', 'AB', 'ABC', '\r', '\r\r', ' '])
      for (const focus of ['text', 'button'] as const) {
        const outcome = scan(text, focus, { gapMs: 10 });
        expect(outcome.scans).toEqual([]);
        expect(keysSeen(outcome).filter((key) => focus === 'button' || key === 'Enter')).toEqual(
          [],
        );
      }
  });

  test('that ends twice does not press the second Enter', () => {
    expect(keysSeen(scan('PARCEL42\r', 'button'))).toEqual([]);
    expect(keysSeen(scan('PARCEL42\r\n', 'button'))).toEqual([]);
  });

  test('may follow at once upon another', () => {
    expect(scan('PARCEL42\rPARCEL43', 'text').scans).toEqual(['PARCEL42', 'PARCEL43']);
  });

  test('whose keys the computer tells late is still one scan', () => {
    const keys = feedsOf(keysOfScan('PARCEL42'), 'text');
    const late = keys.flatMap((key, i): readonly Feed[] =>
      i % 10 === 9 ? [key, { type: 'tick', timeStamp: 10_000 }] : [key],
    );
    const outcome = run(late);
    expect(outcome.scans).toEqual(['PARCEL42']);
    expect(outcome.restored).toBe(1);
    expect(keysSeen(outcome)).not.toContain('Enter');
  });

  test('whatever it says and however fast, is told whole and presses nothing', () => {
    const text = fc.stringMatching(/^[!-~]([ -~]{2,126})[!-~]$/);
    const gap = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(text, gap, fc.constantFrom<Focus>('text', 'button'), (code, gapMs, focus) => {
        const outcome = scan(code, focus, { gapMs });
        expect(outcome.scans).toEqual([code]);
        const seen = keysSeen(outcome);
        expect(focus === 'button' ? seen : seen.filter((key) => key === 'Enter')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a prefix', () => {
  const prefixed = (prefix: string): ScannerProfile => ({ ...usualScanner, prefix });

  test('proves a scan however short and however slow, and never reaches a field', () => {
    for (const focus of ['text', 'button'] as const) {
      const outcome = scan('A', focus, { prefix: '`', gapMs: 55, dwellMs: 50 }, prefixed('`'));
      expect(outcome.scans).toEqual(['A']);
      expect(keysSeen(outcome)).toEqual([]);
    }
  });

  test('may be a function key, a control character, or the AIM identifier’s bracket', () => {
    const withF9 = keysOfScan('\u001dA1', { gs: 'F8' }).map((key) =>
      key.key === 'F8' ? { ...key, key: 'F9', code: 'F9' } : key,
    );
    expect(run(feedsOf(withF9, 'button'), prefixed('<F9>')).scans).toEqual(['A1']);
    expect(scan('A1', 'button', { prefix: '\u0002' }, prefixed('\u0002')).scans).toEqual(['A1']);
    expect(scan(']E0A', 'text', {}, prefixed(']')).scans).toEqual([']E0A']);
  });

  test('typed by a person is typed', () => {
    const outcome = run(hand('a`b`', 100, 'text'), prefixed('`'));
    expect(outcome.scans).toEqual([]);
    expect(keysSeen(outcome)).toEqual(['a', '`', 'b', '`']);
  });

  test('right after a person’s key still begins the scan', () => {
    const begun = handKeys('x', { gaps: [0], dwellMs: 20, from: 0 });
    const rest = keysOfScan('A1', { prefix: '`' }).map((key) => ({ ...key, at: key.at + 40 }));
    const outcome = run(feedsOf([...begun, ...rest], 'text'), prefixed('`'));
    expect(outcome.scans).toEqual(['A1']);
    expect(keysSeen(outcome)).toEqual(['x']);
  });

  test('that the scanner lost still presses nothing', () => {
    const outcome = scan('PARCEL42', 'button', {}, prefixed('`'));
    expect(outcome.scans).toEqual(['PARCEL42']);
    expect(keysSeen(outcome)).toEqual([]);
  });
});

describe('a person', () => {
  test('typing twelve keys a second into a field waits for no letter and loses none', () => {
    const outcome = run(hand('the parcel is wet, 2 of 3', 83, 'text'));
    expect(outcome.scans).toEqual([]);
    expect(keysSeen(outcome).join('')).toBe('the parcel is wet, 2 of 3');
    expect(outcome.seen.filter(({ pressedAt, seenAt }) => seenAt > pressedAt)).toEqual([]);
  });

  test('pressing keys on a button waits 35 ms at most and loses none', () => {
    const outcome = run(hand('jkj \rjj\r', 83, 'button'));
    expect(keysSeen(outcome)).toEqual(['j', 'k', 'j', ' ', 'Enter', 'j', 'j', 'Enter']);
    const waits = outcome.seen.map(({ pressedAt, seenAt }) => seenAt - pressedAt);
    expect(Math.max(...waits)).toBeLessThanOrEqual(holdMs);
    expect(outcome.ups).toHaveLength(8);
  });

  test('of any pace up to twelve keys a second loses nothing and gives no scan', () => {
    const text = fc.stringMatching(/^[a-z0-9 \r\t]{1,40}$/);
    const gaps = fc.array(fc.integer({ min: 83, max: 400 }), { minLength: 1, maxLength: 40 });
    const dwell = fc.integer({ min: 20, max: 160 });
    const focus = fc.constantFrom<Focus>('text', 'button');
    fc.assert(
      fc.property(text, gaps, dwell, focus, (keys, pauses, dwellMs, on) => {
        // Nobody presses six letters in a row on a button, evenly, and Enter at once.
        fc.pre(on === 'text' || !/[a-z0-9]{6}[\r\t]/.test(keys));
        // A key is let go before it is pressed again.
        fc.pre(dwellMs < 83 || !/(.)\1/s.test(keys));
        const timed = handKeys(keys, { gaps: pauses, dwellMs });
        const outcome = run(feedsOf(timed, on));
        expect(outcome.scans).toEqual([]);
        const pressed = timed.filter(({ type }) => type === 'down').map(({ key }) => key);
        expect(keysSeen(outcome)).toEqual(pressed);
        expect(outcome.ups).toHaveLength(pressed.length);
      }),
      { numRuns: 500 },
    );
  });

  test('rolling four fingers over the keys loses no letter', () => {
    const outcome = run(hand('asdf', 20, 'text', 60));
    expect(outcome.scans).toEqual([]);
    expect(keysSeen(outcome).join('')).toBe('asdf');
    expect(outcome.restored).toBe(0);
  });

  test('has the Shift key again right after such a roll', () => {
    const roll = handKeys('asdf', { gaps: [20], dwellMs: 60, from: 0 });
    const shift = { code: 'ShiftLeft', key: 'Shift', shift: true, control: false, alt: false };
    const outcome = run([...feedsOf(roll, 'text'), downOf(shift, 400, 'text')]);
    expect(outcome.seen.map(({ key }) => key)).toEqual(['a', 's', 'd', 'f', 'Shift']);
  });

  test('typing a short word quickly and Enter has both', () => {
    expect(keysSeen(run(hand('no\r', 58, 'text', 80)))).toEqual(['n', 'o', 'Enter']);
    expect(keysSeen(run(hand('no\r', 58, 'text', 50)))).toEqual(['n', 'o', 'Enter']);
  });

  test('holding a key down has it repeated', () => {
    const down = feedsOf(handKeys('j', { gaps: [0], dwellMs: 560, from: 0 }), 'button');
    const again = down.flatMap((feed): readonly Feed[] =>
      feed.type === 'down'
        ? [feed, ...[500, 530].map((timeStamp) => ({ ...feed, timeStamp, repeat: true }))]
        : [feed],
    );
    const outcome = run(again);
    expect(keysSeen(outcome)).toEqual(['j', 'j', 'j']);
    expect(outcome.ups).toEqual(['j']);
  });

  test('beginning to compose, or leaving the window, has what was held', () => {
    const [enter] = hand('\r', 0, 'button');
    const outcome = run(enter === undefined ? [] : [enter, { type: 'stop' }]);
    expect(keysSeen(outcome)).toEqual(['Enter']);
    expect(outcome.state).toBe(idle);
  });

  test('leaving the window in the middle of a scan presses nothing', () => {
    const keys = feedsOf(keysOfScan('PARCEL42'), 'button').slice(0, 24);
    const outcome = run([...keys, { type: 'stop' }]);
    expect(keysSeen(outcome)).toEqual([]);
    expect(outcome.scans).toEqual([]);
  });
});
