import { accept, assertNever, type Result, refuse } from '../../result.ts';

/**
 * How RMA numbers look, written as people write it. No regular expression: a pattern comes from a
 * document, and is matched in as many steps as the number has characters.
 *
 *   #            a digit
 *   A            a letter, A to Z
 *   *            a letter or a digit
 *   YY  YYYY     the year
 *   C  CC        the check digit, or both of them
 *   #{3,8}       from three to eight of them; once in a pattern
 *   #{6}         six of them
 *   'RMA'        these characters themselves
 *
 * All else stands for itself. A word of other letters too (`R-######`, `CASE ####`): `A`, `YY` and `C`
 * mean something only where the whole word is made of them. Letters are compared as capitals.
 */
export type RmaPattern = { readonly parts: readonly Part[] };

type Slot =
  | { readonly kind: 'digit' | 'letter' | 'either' | 'year' | 'check' }
  | { readonly kind: 'itself'; readonly character: string };

type Part = { readonly slot: Slot; readonly least: number; readonly most: number };

export type RmaPatternRefusal =
  | { readonly code: 'rmaPatternEmpty' }
  /** Numbers of more characters than a return may have. */
  | { readonly code: 'rmaPatternTooLong'; readonly most: number }
  /** A quote or a brace that is not closed, or closes nothing; counted in characters from 0. */
  | { readonly code: 'rmaPatternUnclosed'; readonly position: number }
  | { readonly code: 'rmaPatternRepeat'; readonly position: number }
  /** A second part of variable length: where one ends and the other begins, nobody could say. */
  | { readonly code: 'rmaPatternTwoLengths'; readonly position: number }
  /** A word that is not only `YY` but has it: in quotes it would be clear. */
  | { readonly code: 'rmaPatternUnclear'; readonly word: string };

/** Of a number as a document holds it. */
const mostRmaCharacters = 40;
/** Its quotes and repeats included. */
const longestPattern = 100;

/** Reads a pattern. Refusals: see RmaPatternRefusal. Never throws. */
export function readRmaPattern(written: string): Result<RmaPattern, RmaPatternRefusal> {
  const text = capitals(written.trim());
  if (text.length > longestPattern)
    return refuse({ code: 'rmaPatternTooLong', most: mostRmaCharacters });
  const parts: Part[] = [];
  for (let at = 0; at < text.length; ) {
    const read = slotsAt(text, at);
    if (!read.ok) return read;
    const { slots, next } = read.value;
    const times = timesAt(text, next, slots.at(-1));
    if (!times.ok) return times;
    const { least, most, end } = times.value;
    if (least !== most && parts.some((part) => part.least !== part.most))
      return refuse({ code: 'rmaPatternTwoLengths', position: next });
    parts.push(...slots.map((slot) => ({ slot, least: 1, most: 1 })));
    const last = parts.pop();
    if (last) parts.push({ ...last, least, most });
    at = end;
  }
  if (parts.every(({ slot }) => slot.kind === 'itself')) return refuse({ code: 'rmaPatternEmpty' });
  return sum(parts.map(({ most }) => most)) > mostRmaCharacters
    ? refuse({ code: 'rmaPatternTooLong', most: mostRmaCharacters })
    : accept({ parts });
}

export type Placed = readonly { readonly slot: Slot; readonly character: string }[];

/**
 * What of a number stands where, as the pattern writes it: who types leaves hyphens out, all of them.
 * null: it does not look like this.
 */
export function matchRmaPattern(pattern: RmaPattern, number: string): Placed | null {
  const exact = placed(pattern.parts, number);
  if (exact) return exact;
  const parts = pattern.parts.filter(({ slot }) => !isSeparator(slot));
  const found = placed(parts, number.replaceAll(' ', ''));
  if (!found) return null;
  const rest = [...found];
  const extra = found.length - sum(parts.map(({ least }) => least));
  return slotsOf(pattern.parts, extra).flatMap((slot) =>
    slot.kind === 'itself' && isSeparator(slot)
      ? [{ slot, character: slot.character }]
      : rest.splice(0, 1),
  );
}

function isSeparator(slot: Slot): boolean {
  return slot.kind === 'itself' && !/[\p{L}\p{N}]/u.test(slot.character);
}

function placed(parts: RmaPattern['parts'], number: string): Placed | null {
  const extra = number.length - sum(parts.map(({ least }) => least));
  const room = sum(parts.map(({ least, most }) => most - least));
  if (extra < 0 || extra > room) return null;
  const found = slotsOf(parts, extra).map((slot, at) => ({ slot, character: number.charAt(at) }));
  return found.every(({ slot, character }) => fits(slot, character)) ? found : null;
}

/** One place for each character. One part alone may be longer than its least: it takes what is left. */
export function slotsOf(parts: RmaPattern['parts'], extra: number): readonly Slot[] {
  return parts.flatMap(({ slot, least, most }) =>
    Array.from({ length: least + (least === most ? 0 : extra) }, () => slot),
  );
}

/** As numbers are written down and compared: capitals, and one kind of hyphen. */
export function capitals(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\p{Pd}\u2212]/gu, '-');
}

function fits(slot: Slot, character: string): boolean {
  const isDigit = character >= '0' && character <= '9';
  const isLetter = character >= 'A' && character <= 'Z';
  switch (slot.kind) {
    case 'digit':
    case 'year':
      return isDigit;
    case 'letter':
      return isLetter;
    case 'either':
    case 'check':
      return isDigit || isLetter;
    case 'itself':
      return character === slot.character;
    default:
      return assertNever(slot);
  }
}

type Read = { readonly slots: readonly Slot[]; readonly next: number };

/** A quoted text, a word, or one character. */
function slotsAt(text: string, at: number): Result<Read, RmaPatternRefusal> {
  const character = text.charAt(at);
  if (character === "'") {
    const end = text.indexOf("'", at + 1);
    return end < 0
      ? refuse({ code: 'rmaPatternUnclosed', position: at })
      : accept({ slots: themselves(text.slice(at + 1, end)), next: end + 1 });
  }
  if (character === '{' || character === '}')
    return refuse({ code: 'rmaPatternUnclosed', position: at });
  const word = /^[A-Z]+/.exec(text.slice(at))?.[0] ?? '';
  const next = at + Math.max(1, word.length);
  if (/^(A|YY|C)+$/.test(word)) return accept({ slots: Array.from(word, slotOf), next });
  if (word.includes('YY')) return refuse({ code: 'rmaPatternUnclear', word });
  return accept({ slots: word ? themselves(word) : [slotOf(character)], next });
}

function slotOf(character: string): Slot {
  const kind = meanings.get(character);
  return kind ? { kind } : { kind: 'itself', character };
}

const meanings: ReadonlyMap<string, 'digit' | 'either' | 'letter' | 'year' | 'check'> = new Map([
  ['#', 'digit'],
  ['*', 'either'],
  ['A', 'letter'],
  ['Y', 'year'],
  ['C', 'check'],
]);

function themselves(text: string): readonly Slot[] {
  return Array.from(text, (character) => ({ kind: 'itself', character }));
}

type Times = { readonly least: number; readonly most: number; readonly end: number };

/** How often what stands before it comes; once where nothing is said. */
function timesAt(text: string, at: number, of: Slot | undefined): Result<Times, RmaPatternRefusal> {
  if (text.charAt(at) !== '{') return accept({ least: 1, most: 1, end: at });
  const said = /^\{(\d{1,2})(?:,(\d{1,2}))?\}/.exec(text.slice(at));
  const [least, most] = [Number(said?.[1]), Number(said?.[2] ?? said?.[1])];
  const isRepeatable = of && ['digit', 'letter', 'either'].includes(of.kind);
  return said && isRepeatable && least >= 1 && most >= least
    ? accept({ least, most, end: at + said[0].length })
    : refuse({ code: 'rmaPatternRepeat', position: at });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
