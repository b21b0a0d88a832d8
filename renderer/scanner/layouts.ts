export type LayoutName = 'us' | 'fr' | 'de';

/** What a key types plain, with Shift and with AltGr. */
type KeyCaps = readonly [plain: string, shifted: string, altGr?: string];

type Layout = Readonly<Record<string, KeyCaps>>;

function letters(swapped: Readonly<Record<string, string>> = {}): Layout {
  const keys: Record<string, KeyCaps> = {};
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')) {
    const typed = swapped[letter] ?? letter;
    keys[`Key${letter}`] = [typed.toLowerCase(), typed];
  }
  return keys;
}

const us: Layout = {
  ...letters(),
  Backquote: ['`', '~'],
  Digit1: ['1', '!'],
  Digit2: ['2', '@'],
  Digit3: ['3', '#'],
  Digit4: ['4', '$'],
  Digit5: ['5', '%'],
  Digit6: ['6', '^'],
  Digit7: ['7', '&'],
  Digit8: ['8', '*'],
  Digit9: ['9', '('],
  Digit0: ['0', ')'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  IntlBackslash: ['\\', '|'],
};

const fr: Layout = {
  ...letters({ A: 'Q', Q: 'A', W: 'Z', Z: 'W' }),
  Backquote: ['²', '²'],
  Digit1: ['&', '1'],
  Digit2: ['é', '2', '~'],
  Digit3: ['"', '3', '#'],
  Digit4: ["'", '4', '{'],
  Digit5: ['(', '5', '['],
  Digit6: ['-', '6', '|'],
  Digit7: ['è', '7', '`'],
  Digit8: ['_', '8', '\\'],
  Digit9: ['ç', '9', '^'],
  Digit0: ['à', '0', '@'],
  Minus: [')', '°', ']'],
  Equal: ['=', '+', '}'],
  BracketLeft: ['^', '¨'],
  BracketRight: ['$', '£', '¤'],
  Backslash: ['*', 'µ'],
  Semicolon: ['m', 'M'],
  Quote: ['ù', '%'],
  KeyM: [',', '?'],
  Comma: [';', '.'],
  Period: [':', '/'],
  Slash: ['!', '§'],
  IntlBackslash: ['<', '>'],
};

const de: Layout = {
  ...letters({ Y: 'Z', Z: 'Y' }),
  KeyQ: ['q', 'Q', '@'],
  KeyE: ['e', 'E', '€'],
  Backquote: ['^', '°'],
  Digit1: ['1', '!'],
  Digit2: ['2', '"', '²'],
  Digit3: ['3', '§', '³'],
  Digit4: ['4', '$'],
  Digit5: ['5', '%'],
  Digit6: ['6', '&'],
  Digit7: ['7', '/', '{'],
  Digit8: ['8', '(', '['],
  Digit9: ['9', ')', ']'],
  Digit0: ['0', '=', '}'],
  Minus: ['ß', '?', '\\'],
  Equal: ['´', '`'],
  BracketLeft: ['ü', 'Ü'],
  BracketRight: ['+', '*', '~'],
  Backslash: ['#', "'"],
  Semicolon: ['ö', 'Ö'],
  Quote: ['ä', 'Ä'],
  Comma: [',', ';'],
  Period: ['.', ':'],
  Slash: ['-', '_'],
  IntlBackslash: ['<', '>', '|'],
};

/** Printed keys by `KeyboardEvent.code`, the key's place, which no setting of the computer changes. */
export const layouts: Readonly<Record<LayoutName, Layout>> = { us, fr, de };
