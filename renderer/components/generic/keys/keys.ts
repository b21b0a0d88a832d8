import type { WordingId } from '../../../wording/catalogues.ts';
import type { KeyName } from './KeyHint.tsx';

type Declared = {
  /** What the key says (`event.key`), or where it lies on every layout (`event.code`). */
  readonly press:
    | { readonly key: string }
    | { readonly code: string }
    /** Any of several, which one is told; `printed` is how they are shown. */
    | { readonly anyOf: RegExp; readonly printed: KeyName }
    /** The number keys above the letters from 1 to this many, on every layout; told which. */
    | { readonly digitsTo: number };
  /** Held down with it, and nothing else; `any` where a layout needs its own for the sign. */
  readonly held?: readonly ('control' | 'shift' | 'Alt')[] | 'any';
  /** What it does: the sheet that `?` opens shows it. */
  readonly help: WordingId;
  /** Listed apart from what the screen adds. */
  readonly isEverywhere?: true;
  /**
   * Who has the key first: a field one types into; one with words in it, which a PIN is not; an open
   * dialog as well, or alone; or (usual) nobody.
   */
  readonly yieldsTo?: 'typing' | 'words' | 'dialogs' | 'dialogsAlone';
  /** What uses this key itself while it has the focus. */
  readonly spares?: string;
  /** Held down it goes on. */
  readonly repeats?: true;
  /** Whatever has the focus does not see it. */
  readonly isUsedUp?: true;
};

/**
 * Every key that is heard wherever the focus is. What a component does with the keys while it has
 * the focus stays in it: arrows, Enter and letters in a list, Enter in a form, digits in a PIN, and
 * Escape, by which a sheet closes.
 */
const declared = {
  shortcuts: {
    press: { key: '?' },
    held: 'any',
    help: 'shortcuts.this',
    isEverywhere: true,
    yieldsTo: 'typing',
  },
  find: {
    press: { code: 'KeyK' },
    held: ['control'],
    help: 'find.title',
    isEverywhere: true,
    isUsedUp: true,
  },
  firstPlace: modeKey('Digit1'),
  secondPlace: modeKey('Digit2'),
  thirdPlace: modeKey('Digit3'),
  handOver: {
    press: { code: 'KeyH' },
    held: ['control', 'shift'],
    help: 'shortcuts.handOver',
    isEverywhere: true,
  },
  /** Of the case that lies open, wherever that is; also while one types. */
  history: { press: { code: 'KeyH' }, held: ['control'], help: 'history.open' },

  // Every command card has a key. F5, F8 and F12 stay free: reload, a scanner's separator, tools.
  undo: { press: { key: 'F2' }, help: 'dock.command.undo' },
  hazard: { press: { key: 'F3' }, help: 'dock.command.hazard' },
  damaged: { press: { key: 'F4' }, help: 'dock.command.damaged' },
  missing: { press: { key: 'F6' }, help: 'dock.command.missing' },
  photo: { press: { key: 'F7' }, help: 'dock.command.photo' },
  done: { press: { key: 'F9' }, help: 'dock.command.done' },
  ok: { press: { key: 'F10' }, help: 'dock.command.ok' },

  shoot: {
    press: { key: ' ' },
    help: 'bench.keys.shoot',
    yieldsTo: 'dialogs',
    spares:
      'button, a[href], input, summary, [role="button"], [role="radio"], [role="checkbox"], [role="option"], [role="row"]',
  },

  // On a work list: the row that has the focus.
  take: { press: { key: 't' }, help: 'workList.keys.take', yieldsTo: 'dialogs' },
  give: { press: { key: 'g' }, help: 'workList.keys.give', yieldsTo: 'dialogs' },
  hold: { press: { key: 'h' }, help: 'workList.keys.hold', yieldsTo: 'dialogs' },
  findInList: { press: { key: '/' }, held: 'any', help: 'workList.keys.find', yieldsTo: 'dialogs' },

  /** The number of a label no scanner can read. */
  typeNumber: { press: { key: '/' }, held: 'any', help: 'dock.type', yieldsTo: 'dialogs' },

  /** What the goods are held against, beside the live picture. */
  reference: {
    press: { code: 'KeyR' },
    held: ['Alt'],
    help: 'reference.open',
    yieldsTo: 'dialogs',
  },

  // What is asked of the finding that is put together. A letter is heard by one of the two.
  choose: {
    press: { anyOf: /^[0-9]$/, printed: '0–9' },
    help: 'bench.keys.choose',
    yieldsTo: 'dialogs',
  },
  note: { press: { key: 'n' }, help: 'bench.keys.note', yieldsTo: 'dialogs' },
  findDefect: {
    press: { anyOf: /^[\p{L}#]$/u, printed: 'A–Z' },
    help: 'bench.keys.find',
    yieldsTo: 'dialogs',
    spares: '[role="listbox"], [role="row"], select',
  },
  /** A sign on every keyboard, also where only its numbers are at hand. */
  nameUnits: { press: { key: '.' }, held: 'any', help: 'bench.keys.units', yieldsTo: 'dialogs' },
  measure: {
    press: { code: 'KeyM' },
    held: ['Alt'],
    help: 'bench.keys.measure',
    yieldsTo: 'dialogsAlone',
  },
  parts: { press: { code: 'KeyP' }, held: ['Alt'], help: 'parts.tick', yieldsTo: 'dialogsAlone' },
  nextArticle: articleKey('PageDown'),
  previousArticle: articleKey('PageUp'),
  questionBefore: questionKey('ArrowUp'),
  questionAfter: questionKey('ArrowDown'),
  record: {
    press: { key: 'Enter' },
    help: 'bench.keys.record',
    yieldsTo: 'dialogs',
    spares: 'button, a[href], input, summary, [role="button"], [role="option"], [role="row"]',
  },

  queue: { press: { key: '1' }, help: 'desk.place.queue', yieldsTo: 'dialogs' },
  deadlines: { press: { key: '2' }, help: 'desk.place.deadlines', yieldsTo: 'dialogs' },
  replay: { press: { key: '3' }, help: 'desk.place.replay', yieldsTo: 'dialogs' },
  nextCase: { press: { key: 'j' }, help: 'desk.keys.step', yieldsTo: 'dialogs', repeats: true },
  previousCase: { press: { key: 'k' }, help: 'desk.keys.step', yieldsTo: 'dialogs', repeats: true },
  wholeQueue: {
    press: { key: 'Escape' },
    help: 'queue.keys.whole',
    yieldsTo: 'dialogs',
    spares: '[role="listbox"], [role="option"]',
  },
  /** What stands beside the case; what was begun in it stays. */
  closeColumn: {
    press: { key: 'Escape' },
    help: 'action.close',
    yieldsTo: 'dialogsAlone',
    spares: '[role="listbox"], [role="option"]',
  },
  /** Opens the sheet. Deciding itself is never one key. */
  decide: { press: { key: 'd' }, help: 'desk.keys.decide', yieldsTo: 'dialogs' },
  /** While the PIN has the focus, which takes digits alone. */
  whichDecision: {
    press: { digitsTo: 4 },
    held: ['control'],
    help: 'desk.keys.which',
    yieldsTo: 'dialogsAlone',
    isUsedUp: true,
  },
  /** Before a focused digit takes it for a press. */
  sign: {
    press: { key: 'Enter' },
    held: ['control'],
    help: 'desk.keys.sign',
    yieldsTo: 'dialogsAlone',
    isUsedUp: true,
  },
  undoDecision: {
    press: { key: 'z' },
    held: ['control'],
    help: 'desk.keys.undo',
    yieldsTo: 'words',
  },
  photosLeft: photoKey('ArrowLeft'),
  photosRight: photoKey('ArrowRight'),

  // In the viewer, which is a dialog itself. Moving comes first: Shift with an arrow is an arrow too.
  panLeft: panKey('ArrowLeft'),
  panRight: panKey('ArrowRight'),
  panUp: panKey('ArrowUp'),
  panDown: panKey('ArrowDown'),
  previousPhoto: { press: { key: 'ArrowLeft' }, help: 'desk.keys.photo', repeats: true },
  nextPhoto: { press: { key: 'ArrowRight' }, help: 'desk.keys.photo', repeats: true },
  nearer: { press: { key: 'z' }, help: 'desk.photos.near' },
  zoomIn: { press: { key: '+' }, held: 'any', help: 'desk.keys.zoom', repeats: true },
  zoomOut: { press: { key: '-' }, help: 'desk.keys.zoom', repeats: true },

  // On central's page.
  findRecord: {
    press: { key: '/' },
    held: 'any',
    help: 'shortcuts.findRecord',
    isEverywhere: true,
    yieldsTo: 'dialogs',
  },
} as const satisfies Readonly<Record<string, Declared>>;

export type KeyId = keyof typeof declared;
export const keys: Readonly<Record<KeyId, Declared>> = declared;
/** To the first, second and third place one may work at. */
export const placeKeys = [
  'firstPlace',
  'secondPlace',
  'thirdPlace',
] as const satisfies readonly KeyId[];
/** What may be chosen by its name as well, in the palette: never to sign. */
export const namedKeys: readonly KeyId[] = [
  'shortcuts',
  'handOver',
  'undo',
  'hazard',
  'damaged',
  'missing',
  'photo',
  'done',
  'ok',
  'queue',
  'deadlines',
  'replay',
  'decide',
];
export const keyIds = Object.keys(declared).filter((id): id is KeyId => id in declared);

function modeKey<const Code extends string>(code: Code) {
  return {
    press: { code },
    held: ['Alt'],
    help: 'shortcuts.modes',
    isEverywhere: true,
  } as const;
}

/** Opens the photos, unless what has the focus moves by arrows itself. */
function photoKey<const Key extends string>(key: Key) {
  return {
    press: { key },
    help: 'desk.keys.photos',
    yieldsTo: 'dialogs',
    spares: '[role="row"], [role="radiogroup"], [role="slider"], [role="tablist"]',
  } as const;
}

function panKey<const Key extends string>(key: Key) {
  return { press: { key }, held: ['shift'], help: 'desk.keys.pan', repeats: true } as const;
}

/** From one article of the case to the next, unless what has the focus scrolls by it. */
function articleKey<const Key extends string>(key: Key) {
  return {
    press: { key },
    help: 'bench.keys.article',
    yieldsTo: 'dialogs',
    spares: '[role="row"], [role="listbox"], section[tabindex], aside[tabindex]',
  } as const;
}

/** From question to question, unless what has the focus moves or scrolls by arrows itself. */
function questionKey<const Key extends string>(key: Key) {
  return {
    press: { key },
    help: 'bench.keys.question',
    yieldsTo: 'dialogs',
    spares:
      'input, [role="row"], [role="radiogroup"], [role="listbox"], section[tabindex], aside[tabindex]',
  } as const;
}

const printed: Readonly<Record<string, KeyName>> = {
  ' ': 'space',
  Enter: 'enter',
  Escape: 'escape',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

/** What is printed on a key, and on what is held down with it. */
export function keyNames(id: KeyId): readonly KeyName[] {
  const { press, held = [] } = keys[id];
  const name = nameOf(press);
  return held === 'any' ? [name] : [...held, name];
}

function nameOf(press: Declared['press']): KeyName {
  if ('code' in press) return press.code.replace(/^(Digit|Key)/, '');
  if ('anyOf' in press) return press.printed;
  if ('digitsTo' in press) return `1–${press.digitsTo}`;
  return printed[press.key] ?? press.key.toUpperCase();
}

/** Somebody presses this key, and means the application and not what has the focus. */
export function isMeant(id: KeyId, event: KeyboardEvent): boolean {
  const { yieldsTo, spares, repeats } = keys[id];
  // An input method puts a word together: Enter and Escape are its own.
  if (event.isComposing) return false;
  if (!isPressed(keys[id], event) || (event.repeat && !repeats)) return false;
  const isForField = yieldsTo === 'words' ? !isPin(event.target) : yieldsTo !== 'dialogsAlone';
  if (yieldsTo && isForField && isTyping(event.target)) return false;
  if (yieldsTo?.startsWith('dialogs') && isDialogOpen()) return false;
  const { target } = event;
  return !(spares && target instanceof Element && target.closest(spares) !== null);
}

function isPressed({ press, held = [] }: Declared, event: KeyboardEvent): boolean {
  if (!isOneOf(press, event)) return false;
  if (held === 'any') return true;
  const isHeld = (name: 'control' | 'shift' | 'Alt') => held.includes(name);
  return (
    event.ctrlKey === isHeld('control') &&
    event.altKey === isHeld('Alt') &&
    !event.metaKey &&
    // Some layouts need Shift for a sign; of a key by where it lies it makes another one.
    ('code' in press ? event.shiftKey === isHeld('shift') : event.shiftKey || !isHeld('shift'))
  );
}

function isOneOf(press: Declared['press'], event: KeyboardEvent): boolean {
  if ('code' in press) return press.code === event.code;
  if ('digitsTo' in press) {
    const digit = digitOf(event);
    return digit >= 1 && digit <= press.digitsTo;
  }
  return 'anyOf' in press ? press.anyOf.test(event.key) : press.key === event.key;
}

/** What the key says to whoever hears it: a number where it lies, whatever its layout makes of it. */
export function saidBy(id: KeyId, event: KeyboardEvent): string {
  return 'digitsTo' in keys[id].press ? String(digitOf(event)) : event.key;
}

/** NaN: no number key. */
function digitOf({ code }: KeyboardEvent): number {
  return Number(/^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? Number.NaN);
}

const typedInto =
  'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Letters belong to the field they are typed into. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typedInto) !== null;
}

function isPin(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'password';
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}
