import { accept, type Result, refuse } from '../../result.ts';
import { rmaCheckNamed } from './rmaCheck.ts';
import {
  capitals,
  type RmaPattern,
  type RmaPatternRefusal,
  readRmaPattern,
  slotsOf,
} from './rmaPattern.ts';

/** How a company writes its RMA numbers, as its site's document says it. */
export type RmaForm = {
  /** See `rmaPattern.ts`. */
  readonly pattern: string;
  /** See `rmaChecks`; it covers every letter and digit that is not fixed. */
  readonly check?: string | undefined;
  /** What stands before the number on labels, and is no part of it. */
  readonly prefixes?: readonly string[] | undefined;
};

export type RmaFormRefusal =
  | RmaPatternRefusal
  | { readonly code: 'rmaCheckUnknown'; readonly check: string }
  /** The pattern has no place for the check (`C`, `CC`), or one and no check. */
  | { readonly code: 'rmaCheckPlace'; readonly needs: number }
  /** A check over digits, and letters in the pattern. */
  | { readonly code: 'rmaCheckLetters'; readonly check: string };

/** A form read once, to read numbers by. */
export type RmaReader = {
  readonly pattern: RmaPattern | null;
  readonly checkOf: ((body: string) => string) | null;
  /** In capitals, the longest first. */
  readonly prefixes: readonly string[];
  /**
   * What every number begins with; empty where that could be anybody's number. Where it is, a number
   * is found among papers and claims nothing by itself.
   */
  readonly head: string;
  readonly example: string;
};

/** Reads a form. Refusals: see RmaFormRefusal. Never throws. */
export function readRmaForm(form: RmaForm): Result<RmaReader, RmaFormRefusal> {
  const pattern = readRmaPattern(form.pattern);
  if (!pattern.ok) return pattern;
  const slots = pattern.value.parts.map(({ slot }) => slot);
  const places = slots.filter(({ kind }) => kind === 'check').length;
  const check = form.check === undefined ? null : rmaCheckNamed(form.check);
  if (check === undefined) return refuse({ code: 'rmaCheckUnknown', check: form.check ?? '' });
  const needs = check?.length ?? 0;
  if (places !== needs) return refuse({ code: 'rmaCheckPlace', needs });
  if (check?.over === 'digits' && slots.some(({ kind }) => kind === 'letter' || kind === 'either'))
    return refuse({ code: 'rmaCheckLetters', check: form.check ?? '' });
  const reader = {
    pattern: pattern.value,
    checkOf: check?.of ?? null,
    prefixes: (form.prefixes ?? [])
      .map((prefix) => capitals(prefix).trim())
      .filter((prefix) => prefix !== '')
      .toSorted((a, b) => b.length - a.length),
    head: headOf(pattern.value),
    example: '',
  };
  const sequence = 471 % 10 ** Math.min(3, countedIn(slotsOf(pattern.value.parts, 0)));
  return accept({ ...reader, example: rmaNumberIn(reader, { year: 2026, sequence }) });
}

/** Our own: `RMA-26-0004711` is the year, six digits counted within it, and a check over the eight. */
const ours = readRmaForm({ pattern: "'RMA'-YY-######C", check: 'mod11-2' });

const none: RmaReader = { pattern: null, checkOf: null, prefixes: [], head: '', example: '' };

export const productRma: RmaReader = ours.ok ? ours.value : none;

/** The reader of a site's form: the product's where it has none; one this build cannot read claims nothing. */
export function rmaReaderOf(form: RmaForm | undefined): RmaReader {
  if (form === undefined) return productRma;
  const read = readRmaForm(form);
  return read.ok ? read.value : none;
}

/** What nobody else begins a number with: two characters, a letter among them. */
export function isTelling(beginning: string): boolean {
  return beginning.length > 1 && /\p{L}/u.test(beginning);
}

function headOf({ parts }: RmaPattern): string {
  const head: string[] = [];
  for (const { slot } of parts) {
    if (slot.kind !== 'itself') break;
    head.push(slot.character);
  }
  return isTelling(head.join('')) ? head.join('') : '';
}

/**
 * The number of the `sequence`th return of `year`. Throws `RangeError` for more than the form has
 * places for: whoever hands out numbers has run out of them.
 */
export function rmaNumberIn(
  { pattern, checkOf }: Pick<RmaReader, 'pattern' | 'checkOf'>,
  { year, sequence }: { readonly year: number; readonly sequence: number },
): string {
  if (!Number.isInteger(year) || year < 2000 || year > 2099)
    throw new RangeError(`No RMA number for the year ${year}`);
  const parts = pattern?.parts ?? [];
  const room = countedIn(slotsOf(parts, 0));
  const extra = Math.max(0, (sequence === 0 ? 0 : String(sequence).length) - room);
  const most = countedIn(parts.flatMap((part) => slotsOf([part], part.most - part.least)));
  if (!Number.isInteger(sequence) || sequence < 0 || room + extra > most)
    throw new RangeError(`No RMA number for the sequence ${sequence}`);
  const slots = slotsOf(parts, extra);
  const counted = Array.from(String(sequence).padStart(room + extra, '0'));
  const years = slots.filter(({ kind }) => kind === 'year').length;
  const yearDigits = Array.from(String(year).slice(years === 2 ? 2 : 0));
  const said = slots.map((slot) => {
    if (slot.kind === 'itself') return slot.character;
    if (slot.kind === 'check') return '';
    if (slot.kind === 'letter') return 'A';
    return (slot.kind === 'year' ? yearDigits : counted).shift() ?? '0';
  });
  const covered = said.filter((_, at) => slots[at]?.kind !== 'itself').join('');
  const check = Array.from(checkOf?.(covered) ?? '');
  return said.map((character) => character || (check.shift() ?? '')).join('');
}

function countedIn(slots: ReturnType<typeof slotsOf>): number {
  return slots.filter(({ kind }) => kind === 'digit' || kind === 'either').length;
}
