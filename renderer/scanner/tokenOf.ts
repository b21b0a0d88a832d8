import type { KeyDown } from './keyFeed.ts';
import { layouts } from './layouts.ts';
import type { ScannerProfile } from './profile.ts';

const separator = '\u001d';

const controls: Readonly<Record<string, string>> = {
  Enter: '\r',
  NumpadEnter: '\r',
  Tab: '\t',
  Escape: '\u001b',
  Backspace: '\b',
  Delete: '\u007f',
  Space: ' ',
};

/**
 * What the scanner meant by a key: a character, or the key's name in angle brackets where it is
 * none. Read from the key's place, so that a computer set to another layout changes nothing.
 */
export function tokenOf(down: KeyDown, profile: ScannerProfile): string {
  if (down.key.length === 1 && down.key < ' ') return down.key;
  const typed = controls[down.code] ?? controls[down.key] ?? printed(down, profile);
  if (profile.gs === '~' && typed === '~') return separator;
  if (profile.gs === 'F8' && down.key === 'F8') return separator;
  if (typed === undefined) return `<${down.key}>`;
  return down.control && !down.altGraph ? controlCharacter(typed) : typed;
}

function printed(down: KeyDown, profile: ScannerProfile): string | undefined {
  const caps = layouts[profile.layout][down.code];
  if (caps === undefined) return down.key.length === 1 ? down.key : undefined;
  const [plain, shifted, altGr] = caps;
  if (down.altGraph) return altGr ?? plain;
  // Keys injected by software name a US capital without pressing Shift.
  const isInjected = profile.layout === 'us' && down.key === shifted && !down.capsLock;
  if (isInjected) return shifted;
  return down.shift ? shifted : plain;
}

/** Ctrl+A is 0x01, Ctrl+] is 0x1D: the way scanners type control characters. */
function controlCharacter(typed: string): string {
  const code = typed.toUpperCase().charCodeAt(0);
  return code >= 0x40 && code <= 0x5f ? String.fromCharCode(code & 0x1f) : typed;
}

/** The character of Alt and a number on the keypad: Alt+0029 is 0x1D. */
export function altCharacter(digits: string): string {
  return String.fromCharCode(Number(digits) & 0xff);
}

/** The text of a scan. A key that is no character becomes U+FFFD, which no reader accepts. */
export function textOf(tokens: readonly string[]): string {
  return tokens.map((token) => (token.length > 1 ? '\ufffd' : token)).join('');
}

/** Tokens of a configured prefix: "<F9>" is one key, anything else its characters. */
export function prefixTokens(prefix: string | undefined): readonly string[] {
  if (prefix === undefined || prefix === '') return [];
  return /^<\w+>$/.test(prefix) ? [prefix] : prefix.split('');
}
