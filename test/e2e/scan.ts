import type { Page } from '@playwright/test';

/**
 * Types a barcode the way a keyboard-wedge scanner does: trusted key events with 8 ms between
 * them by their own time stamps, then Enter, however busy the machine is. The stamps lie a little
 * ahead, so that every key has arrived before the first is due; done when the last is past.
 */
export async function scan(page: Page, text: string): Promise<void> {
  await press(page, `${text}\r`, { ahead: 0.15, gapBefore: () => 0.008, down: 0.003 });
}

/**
 * Types as a person does: unevenly, and with a moment before Enter (`\r`), by the keys' own time
 * stamps, so that they are never taken for a scan because a busy machine handed them on in a bunch.
 */
export async function typeKeys(page: Page, text: string): Promise<void> {
  const gapBefore = (index: number) =>
    text[index] === '\r' ? 0.17 : index % 2 === 0 ? 0.07 : 0.12;
  await press(page, text, { ahead: 0.05, gapBefore, down: 0.05 });
}

/** Seconds: until the first key, before each of the others, and for how long each is held. */
type Rhythm = {
  readonly ahead: number;
  readonly gapBefore: (index: number) => number;
  readonly down: number;
};

async function press(page: Page, text: string, { ahead, gapBefore, down }: Rhythm): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const start = Date.now() / 1000 + ahead;
  let timestamp = start;
  const keys = text.split('').map((character, index) => {
    if (index > 0) timestamp += gapBefore(index);
    return { character, timestamp };
  });
  await Promise.all(
    keys.flatMap(({ character, timestamp: at }) => {
      const key = keyFor(character);
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp: at, ...key }),
        session.send('Input.dispatchKeyEvent', {
          type: 'keyUp',
          timestamp: at + down,
          key: key.key,
          code: key.code,
          windowsVirtualKeyCode: key.windowsVirtualKeyCode,
        }),
      ];
    }),
  );
  await session.detach();
  const pastMs = timestamp * 1000 + 88 - Date.now();
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, pastMs)));
}

const shifted: Readonly<Record<string, string>> = {
  '!': 'Digit1',
  '@': 'Digit2',
  '#': 'Digit3',
  $: 'Digit4',
  '%': 'Digit5',
  '^': 'Digit6',
  '&': 'Digit7',
  '*': 'Digit8',
  '(': 'Digit9',
  ')': 'Digit0',
  _: 'Minus',
  '+': 'Equal',
  ':': 'Semicolon',
  '"': 'Quote',
  '<': 'Comma',
  '>': 'Period',
  '?': 'Slash',
};
const plain: Readonly<Record<string, string>> = {
  '-': 'Minus',
  '=': 'Equal',
  '.': 'Period',
  '/': 'Slash',
  ',': 'Comma',
  ';': 'Semicolon',
  "'": 'Quote',
  ' ': 'Space',
};

/** One key of a US keyboard. FNC1 arrives as the control character 0x1D. */
export function keyFor(character: string) {
  if (character === '\r')
    return { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  const upper = character.toUpperCase();
  const isLetter = /[A-Za-z]/.test(character);
  const code = isLetter
    ? `Key${upper}`
    : /\d/.test(character)
      ? `Digit${character}`
      : (plain[character] ?? shifted[character] ?? 'BracketRight');
  const shift = (isLetter && character === upper) || character in shifted;
  return {
    key: character,
    code,
    text: character,
    windowsVirtualKeyCode: /[A-Z0-9]/.test(upper) ? upper.charCodeAt(0) : 0,
    modifiers: shift ? 8 : 0,
  };
}
