import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dispatcher } from '../../electron/main/dispatch.ts';
import { type Desktop, desktopApi } from '../../shared/desktop/desktopApi.ts';
import { type DesktopAnswer, desktopNames } from '../../shared/desktop/desktopNames.ts';
import { anArrival } from '../builders/cases/recordedFacts.ts';
import { aDraft, aStation } from './station/aStation.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const failed = (failure: string) => ({ ok: false, failure });

async function aDispatcher(changes: Partial<Desktop> = {}) {
  const { desktop } = await aStation({ folder: await temporaryFolder() });
  const lines: string[] = [];
  const log = (event: string, detail: string) => void lines.push(`${event} ${detail}`);
  return { lines, dispatch: dispatcher({ ...desktop, ...changes }, log) };
}

describe('the door between page and operating system', () => {
  test('answers what is in the contract', async () => {
    const { dispatch } = await aDispatcher();
    expect(await dispatch('stationState', {}, true)).toMatchObject({
      ok: true,
      value: { enrolment: null, revoked: false },
    });
    const sealed = await dispatch('sealCommand', { draft: aDraft(anArrival()), pin: null }, true);
    const value = { ok: false, refusal: { code: 'notEnrolled' } };
    expect(sealed).toEqual({ ok: true, value });
  });

  test('does nothing for anybody but our own page', async () => {
    const { dispatch } = await aDispatcher();
    expect(await dispatch('stationState', {}, false)).toEqual(failed('notOurPage'));
  });

  test.each(['', 'nothing', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 7, null, {}])(
    'knows no ability called %j',
    async (name) => {
      const { dispatch } = await aDispatcher();
      expect(await dispatch(name, {}, true)).toEqual(failed('unknownName'));
    },
  );

  test.each([
    ['stationState', { more: 1 }],
    ['stationState', undefined],
    ['signIn', { badge: 'DORA1' }],
    ['signIn', { badge: 'DORA1', pin: '1', path: '/etc/passwd' }],
    ['readPhoto', { sha256: '../../etc/passwd' }],
    ['readPhoto', { sha256: 'A'.repeat(64) }],
    ['letPhotoGo', { sha256: `${'a'.repeat(63)}/` }],
    ['keepPhoto', { sha256: 'a'.repeat(64), bytes: 'text' }],
    ['readJournal', { afterSequence: -1, limit: 10 }],
    ['readJournal', { afterSequence: 0, limit: 100_000 }],
    ['settleCommands', { ids: Array.from({ length: 1001 }, () => 'x') }],
    ['reportUnsent', { count: Number.NaN }],
  ])('refuses bad input to %s: %j', async (name, input) => {
    const { dispatch } = await aDispatcher();
    expect(await dispatch(name, input, true)).toEqual(failed('badInput'));
  });

  test('refuses what is too large, too deep or a circle, before looking closer', async () => {
    const { dispatch } = await aDispatcher();
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    let deep: unknown = {};
    for (let i = 0; i < 1000; i += 1) deep = [deep];
    const large = 'x'.repeat(2_000_000);
    for (const input of [
      circle,
      deep,
      { badge: large, pin: '' },
      Array.from({ length: 300_000 }, () => 0),
    ])
      expect(await dispatch('signIn', input, true)).toEqual(failed('tooLarge'));
    const photo = { sha256: 'a'.repeat(64), bytes: new Uint8Array(17 * 1024 * 1024) };
    expect(await dispatch('keepPhoto', photo, true)).toEqual(failed('tooLarge'));
  });

  test('lets no error text out, and no answer that breaks the contract', async () => {
    const { dispatch, lines } = await aDispatcher({
      signedIn: () => Promise.reject(new Error('/home/someone/secret')),
      demoCards: () => Promise.resolve(JSON.parse('[{"token":"secret"}]')),
    });
    expect(await dispatch('signedIn', {}, true)).toEqual(failed('failed'));
    expect(await dispatch('demoCards', {}, true)).toEqual(failed('badOutput'));
    expect(lines[0]).toContain('abilityFailed signedIn: Error: /home/someone/secret');
    expect(lines[1]).toMatch(/^badOutput demoCards/);
    expect(lines[1]).not.toContain('secret');
  });

  test('takes no more than a hundred questions at once', async () => {
    let release = () => {};
    const held = new Promise<null>((resolve) => {
      release = () => resolve(null);
    });
    const { dispatch } = await aDispatcher({ signedIn: () => held });
    const asked = Array.from({ length: 101 }, () => dispatch('signedIn', {}, true));
    expect(await asked.at(-1)).toEqual(failed('tooMany'));
    release();
    const answers = await Promise.all(asked.slice(0, 100));
    expect(answers.every((it) => it.ok)).toBe(true);
    expect((await dispatch('signedIn', {}, true)).ok).toBe(true);
  });

  test('answers 3 000 senseless questions with a typed refusal or a value, and still works', async () => {
    const { dispatch, lines } = await aDispatcher();
    const name = fc.oneof(fc.constantFrom(...Object.keys(desktopApi)), fc.string(), fc.anything());
    const shaped = fc.record(
      {
        badge: fc.anything(),
        pin: fc.anything(),
        draft: fc.anything(),
        sha256: fc.oneof(fc.anything(), fc.stringMatching(/^[0-9a-f]{64}$/)),
        bytes: fc.oneof(fc.uint8Array(), fc.anything()),
        ids: fc.array(fc.anything()),
        afterSequence: fc.anything(),
        limit: fc.anything(),
        count: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const input = fc.oneof(fc.anything({ withTypedArray: true, withMap: true }), shaped);
    const known = ['unknownName', 'badInput', 'tooLarge', undefined];
    await fc.assert(
      fc.asyncProperty(name, input, async (asked, given) => {
        const answer: DesktopAnswer = await dispatch(asked, given, true);
        expect(known).toContain(answer.ok ? undefined : answer.failure);
      }),
      { numRuns: 3000 },
    );
    expect(lines).toEqual([]);
    expect((await dispatch('stationState', {}, true)).ok).toBe(true);
  });

  test('has exactly the names the preload shows to the page', () => {
    expect(desktopNames.toSorted()).toEqual(Object.keys(desktopApi).toSorted());
  });
});
