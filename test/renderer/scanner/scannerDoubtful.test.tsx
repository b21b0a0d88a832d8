import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { armScanner, type Unread } from '../../../renderer/scanner/armScanner.ts';
import { usualScanner } from '../../../renderer/scanner/profile.ts';
import { handKeys } from '../../builders/station/burstOutcome.ts';
import { typeKeys } from '../../builders/station/wedge.ts';

const code = '4006381333931';
const unevenly = { gaps: [80, 132, 95, 148, 76, 120], dwellMs: 55 };

let found: Unread[] = [];
let disarm: () => void;
beforeEach(() => {
  found = [];
  vi.useFakeTimers();
  document.body.innerHTML =
    '<form><input id="note" value="wet"><input id="pin" type="password"></form>';
  disarm = armScanner(
    window,
    usualScanner,
    () => {},
    (unread) => found.push(unread),
  );
});
afterEach(() => {
  disarm();
  vi.useRealTimers();
});

function type(id: string, text = `${code}\t`) {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) throw new Error(`no field ${id}`);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  typeKeys(window, handKeys(text, { ...unevenly, from: window.performance.now() + 1000 }));
  return field;
}

describe('A code that came unevenly into a text field', () => {
  test('is asked about while it lies there, and taken back when it was a scan', () => {
    const field = type('note');
    vi.advanceTimersByTime(1000);
    expect(field.value).toBe(`wet${code}`);
    expect(found).toMatchObject([{ text: code, isSure: false }]);
    found[0]?.takeBack();
    expect(field.value).toBe('wet');
  });

  test('is left alone once somebody has gone on writing behind it', () => {
    const field = type('note');
    vi.advanceTimersByTime(1000);
    field.value += ' as the client said';
    found[0]?.takeBack();
    expect(field.value).toBe(`wet${code} as the client said`);
  });

  test('is not asked about where the field took it, as a search does', () => {
    const field = type('note', `${code}\r`);
    field.value = '';
    vi.advanceTimersByTime(1000);
    expect(found).toEqual([]);
  });

  test('is not asked about where it is looked up as it is written', () => {
    document.getElementById('note')?.setAttribute('data-looks-up', '');
    const field = type('note', `${code}\r`);
    vi.advanceTimersByTime(1000);
    expect(field.value).toContain(code);
    expect(found).toEqual([]);
  });

  test('is never shown of a field for PINs', () => {
    type('pin', '490713558201\r');
    vi.advanceTimersByTime(1000);
    expect(found).toEqual([]);
  });
});
