import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { armScanner } from '../../../renderer/scanner/armScanner.ts';
import { usualScanner } from '../../../renderer/scanner/profile.ts';
import { strokesOf, typeScan } from '../../builders/station/wedge.ts';

let scans: string[] = [];
let unread = 0;
let submitted = 0;
let disarm = () => {};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  [scans, unread, submitted] = [[], 0, 0];
  disarm = armScanner(
    window,
    usualScanner,
    (text) => scans.push(text),
    () => {
      unread += 1;
    },
  );
  document.body.innerHTML = '<form><input id="field" value="wet"></form>';
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    submitted += 1;
  });
});
afterEach(() => {
  disarm();
  document.body.innerHTML = '';
  vi.useRealTimers();
});

const wait = (ms: number) => vi.advanceTimersByTime(ms);

function field(): HTMLInputElement {
  const element = document.querySelector('input');
  if (element === null) throw new Error('No field');
  element.focus();
  return element;
}

describe('a scan into an input method', () => {
  /** Keys as Chromium tells them while an input method has them. */
  function composing(text: string, gapMs: number, plainFrom = text.length) {
    const target = document.activeElement ?? document.body;
    let at = window.performance.now();
    const held: boolean[] = [];
    for (const [i, char] of Array.from(`${text}\r`).entries()) {
      const [stroke] = strokesOf(char);
      at += gapMs;
      const takes = i < plainFrom;
      const event = new KeyboardEvent('keydown', {
        code: stroke?.code ?? '',
        key: takes ? 'Process' : (stroke?.key ?? ''),
        shiftKey: stroke?.shift ?? false,
        isComposing: takes,
        bubbles: true,
        cancelable: true,
      });
      Object.defineProperty(event, 'timeStamp', { value: at });
      held.push(!target.dispatchEvent(event));
      if (takes && target instanceof HTMLInputElement) target.value += '字';
    }
    wait(1000);
    return held;
  }

  test('is read by the places of its keys, and the field is put back', () => {
    const text = field();
    composing('PARCEL-42', 8);
    expect(scans).toEqual(['PARCEL-42']);
    expect(text.value).toBe('wet');
    expect(document.activeElement).toBe(text);
    expect(submitted).toBe(0);
  });

  test('is read too where the method lets go of digits, and their Enter submits nothing', () => {
    const text = field();
    const held = composing('PARCEL42', 8, 6);
    expect(scans).toEqual(['PARCEL42']);
    expect(held.slice(6)).toEqual([true, true, true]);
    expect(text.value).toBe('wet');
    expect(submitted).toBe(0);
  });

  test('at a person’s pace is composing, and nobody takes it for a scan', () => {
    field();
    composing('nihaoma', 110);
    expect(scans).toEqual([]);
    expect(unread).toBe(0);
  });
});

test('an even slow run of keys into a field is said aloud, and stays there', () => {
  const text = field();
  text.setSelectionRange(0, text.value.length);
  typeScan(window, '4006381333931', { gapMs: 80, dwellMs: 45 });
  wait(1000);
  expect(unread).toBe(1);
  expect(text.value).toContain('4006381333931');
});
