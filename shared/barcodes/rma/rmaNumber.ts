import { accept, type Result, refuse } from '../../result.ts';
import { isTelling, type RmaReader } from './rmaForm.ts';
import { capitals, matchRmaPattern } from './rmaPattern.ts';

export type RmaRefusal =
  /** Another form than the company's, of which this is an `example`. */
  | { readonly code: 'badRmaForm'; readonly text: string; readonly example: string }
  | { readonly code: 'badRmaCheck'; readonly expected: string; readonly found: string };

/**
 * Reads an RMA number, typed or scanned, in either case, with or without a label's prefix and its own
 * hyphens. Refuses `badRmaForm` for another form and `badRmaCheck` for a wrong digit.
 */
export function readRma(text: string, reader: RmaReader): Result<string, RmaRefusal> {
  const written = capitals(text.trim());
  const bare = withoutPrefix(written, reader);
  const tried = [...(bare === null ? [] : [bare]), written].map((one) => proved(one, reader));
  const read = tried.find((one) => one?.ok) ?? tried.find((one) => one !== null);
  return read ?? refuse({ code: 'badRmaForm', text, example: reader.example });
}

/**
 * What a label claims to be a return's number of, and whether it is one; `undefined` where it claims
 * nothing: not every text that could be a number of the company's is one.
 */
export function readRmaLabel(
  text: string,
  reader: RmaReader,
): Result<string, RmaRefusal> | undefined {
  const written = capitals(text.trim());
  const isClaimed =
    (reader.head !== '' && written.startsWith(reader.head)) ||
    reader.prefixes.some((prefix) => isTelling(prefix) && written.startsWith(prefix));
  if (isClaimed) return readRma(text, reader);
  const bare = withoutPrefix(written, reader) ?? (reader.head === '' ? null : written);
  return (bare === null ? null : proved(bare, reader)) ?? undefined;
}

/** All by which papers may name a return of which somebody says this, as it was said first. */
export function rmaNamesOf(text: string, reader: RmaReader): readonly string[] {
  const written = capitals(text.trim());
  const number = readRma(text, reader);
  const names = [text, number.ok ? number.value : '', withoutPrefix(text, reader) ?? '', written];
  return [...new Set(names)].filter((name) => name !== '');
}

/** The wrong check of what looks like one of the company's numbers, where it claims to be none. */
export function typoInRma(text: string, reader: RmaReader): RmaRefusal | null {
  const read = proved(capitals(text.trim()), reader);
  return read?.ok === false ? read.refusal : null;
}

/** The text behind a label's prefix, in capitals; null where none stands before it. */
export function withoutPrefix(text: string, { prefixes }: RmaReader): string | null {
  const written = capitals(text.trim());
  const prefix = prefixes.find((one) => written.startsWith(one) && written.length > one.length);
  return prefix === undefined ? null : written.slice(prefix.length).trim();
}

/** null: of another form. */
function proved(
  written: string,
  { pattern, checkOf }: RmaReader,
): Result<string, RmaRefusal> | null {
  const found = pattern && matchRmaPattern(pattern, written);
  if (!found) return null;
  const number = found.map(({ character }) => character).join('');
  if (!checkOf) return accept(number);
  const variable = found.filter(({ slot }) => slot.kind !== 'itself');
  const textOf = (isCheck: boolean) =>
    variable
      .filter(({ slot }) => (slot.kind === 'check') === isCheck)
      .map(({ character }) => character)
      .join('');
  const [expected, said] = [checkOf(textOf(false)), textOf(true)];
  return expected === said
    ? accept(number)
    : refuse({ code: 'badRmaCheck', expected, found: said });
}
