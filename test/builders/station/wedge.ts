import { type LayoutName, layouts } from '../../../renderer/scanner/layouts.ts';

/** What a keyboard reports for one key: its place, what the computer makes of it, what is held. */
export type Stroke = {
  readonly code: string;
  readonly key: string;
  readonly shift: boolean;
  readonly control: boolean;
  readonly alt: boolean;
};

export type Wedge = {
  /** The keyboard the scanner believes it is. */
  readonly layout?: LayoutName;
  /** What the computer is set to. */
  readonly host?: LayoutName;
  readonly prefix?: string;
  /** A named key after the code, or nothing. */
  readonly suffix?: 'Enter' | 'Tab' | 'none';
  /** From one key down to the next, milliseconds. */
  readonly gapMs?: number;
  /** How long a key stays down, milliseconds. */
  readonly dwellMs?: number;
  readonly gs?: '\u001d' | 'F8' | '~' | 'Alt0029';
};

export type TimedKey = Stroke & { readonly type: 'down' | 'up'; readonly at: number };

const named: Readonly<Record<string, string>> = {
  '\r': 'Enter',
  '\t': 'Tab',
  '\u001b': 'Escape',
  '\b': 'Backspace',
  '\u007f': 'Delete',
};

/** The keys a scanner presses for one character. */
export function strokesOf(char: string, wedge: Wedge = {}): readonly Stroke[] {
  const plain = { shift: false, control: false, alt: false };
  if (char === '\u001d' && wedge.gs === 'F8') return [{ ...plain, code: 'F8', key: 'F8' }];
  if (char === '\u001d' && wedge.gs === '~') return strokesOf('~', { ...wedge, gs: '\u001d' });
  if (char === '\u001d' && wedge.gs === 'Alt0029')
    return ['0', '0', '2', '9'].map((digit) => ({
      ...plain,
      code: `Numpad${digit}`,
      key: digit,
      alt: true,
    }));
  const name = named[char];
  if (name !== undefined) return [{ ...plain, code: name, key: name }];
  if (char === ' ') return [{ ...plain, code: 'Space', key: ' ' }];
  if (char < ' ') {
    const letter = String.fromCharCode(char.charCodeAt(0) | 0x40).toLowerCase();
    return strokesOf(letter, wedge).map((stroke) => ({ ...stroke, control: true }));
  }
  for (const [code, caps] of Object.entries(layouts[wedge.layout ?? 'us'])) {
    const level = caps.indexOf(char);
    if (level !== 0 && level !== 1) continue;
    const key = layouts[wedge.host ?? wedge.layout ?? 'us'][code]?.[level] ?? char;
    return [{ ...plain, code, key, shift: level === 1 }];
  }
  throw new Error(`This scanner has no key for ${JSON.stringify(char)}`);
}

/** One scan as the keyboard events it arrives as, `at` counted from its first key. */
export function keysOfScan(text: string, wedge: Wedge = {}): readonly TimedKey[] {
  const gap = wedge.gapMs ?? 8;
  const dwell = Math.min(wedge.dwellMs ?? 3, gap);
  const suffix = { Enter: '\r', Tab: '\t', none: '' }[wedge.suffix ?? 'Enter'];
  const keys: TimedKey[] = [];
  let at = 0;
  const modifier = (type: 'down' | 'up', key: string, code: string) =>
    keys.push({ type, key, code, shift: false, control: false, alt: false, at });
  for (const char of `${wedge.prefix ?? ''}${text}${suffix}`) {
    const strokes = strokesOf(char, wedge);
    const held = strokes[0];
    if (held?.shift) modifier('down', 'Shift', 'ShiftLeft');
    if (held?.control) modifier('down', 'Control', 'ControlLeft');
    if (held?.alt) modifier('down', 'Alt', 'AltLeft');
    for (const stroke of strokes) {
      keys.push({ ...stroke, type: 'down', at }, { ...stroke, type: 'up', at: at + dwell });
      at += gap;
    }
    at += dwell - gap;
    if (held?.alt) modifier('up', 'Alt', 'AltLeft');
    if (held?.control) modifier('up', 'Control', 'ControlLeft');
    if (held?.shift) modifier('up', 'Shift', 'ShiftLeft');
    at += gap - dwell;
  }
  return keys;
}

let scannedUntil = { clock: 0, at: 0 };

/**
 * Types a scan into a page under jsdom: whole, at once, each event stamped with the time it would
 * have had, so that no test depends on how busy the machine is. A scan after another is stamped
 * half a second later, since no hand is quicker.
 */
export function typeScan(window: Window & typeof globalThis, text: string, wedge: Wedge = {}) {
  const clock = window.performance.now();
  const keys = keysOfScan(text, wedge);
  const isClockReset = clock < scannedUntil.clock;
  const start = isClockReset ? clock : Math.max(clock, scannedUntil.at + 500);
  typeKeys(window, keys, start);
  scannedUntil = { clock, at: start + (keys.at(-1)?.at ?? 0) };
}

/** Presses keys, each stamped `start` and its own time. */
export function typeKeys(
  window: Window & typeof globalThis,
  keys: readonly TimedKey[],
  start = window.performance.now(),
) {
  for (const key of keys) {
    const target = window.document.activeElement ?? window.document.body;
    const event = new window.KeyboardEvent(key.type === 'down' ? 'keydown' : 'keyup', {
      code: key.code,
      key: key.key,
      shiftKey: key.shift,
      ctrlKey: key.control,
      altKey: key.alt,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    Object.defineProperty(event, 'timeStamp', { value: start + key.at });
    const goesOn = target.dispatchEvent(event);
    if (goesOn && key.type === 'down') asBrowser(window, target, key);
  }
}

/** What jsdom leaves out of a key that nobody held back: typing into the focused field. */
function asBrowser(window: Window & typeof globalThis, target: Element, key: TimedKey) {
  const isField =
    target instanceof window.HTMLInputElement || target instanceof window.HTMLTextAreaElement;
  if (!isField || key.key.length !== 1 || key.control || key.alt) return;
  const from = target.selectionStart ?? target.value.length;
  const to = target.selectionEnd ?? target.value.length;
  target.setRangeText(key.key, from, to, 'end');
  target.dispatchEvent(new window.InputEvent('input', { bubbles: true, data: key.key }));
}
