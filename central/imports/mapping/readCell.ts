import { ExternalId, type Reference } from '../../../shared/office/externalId.ts';
import { accept, assertNever, type Result, refuse } from '../../../shared/result.ts';
import { type DateForm, readDate } from '../forms/dateForm.ts';
import { type DecimalForm, readDecimal } from '../forms/decimalForm.ts';
import type { Cell } from '../reading/row.ts';
import { unneutralised } from '../table/neutralised.ts';
import { serialDate } from '../xlsx/serialDate.ts';
import { type Field, plainWord, wordsOf } from './field.ts';

/** How the cells of one column are read. */
export type CellForm = {
  readonly decimal: DecimalForm | null;
  readonly date: DateForm | null;
  /** Words of the sender for our codes, as `plainWord` makes them. */
  readonly codes: ReadonlyMap<string, string>;
};

/** Days around 1954 to 2119, as a spreadsheet counts them. */
const serialDays = /^[2-7]\d{4}(\.\d+)?$/;

/** Why a cell says nothing: by a code, in English, and the text that is wrong. */
type CellTrouble = { readonly code: CellCode; readonly text: string; readonly says: string };
type CellCode =
  | 'showsError'
  | 'uncomputed'
  | 'shortened'
  | 'noNumber'
  | 'noDay'
  | 'neitherYesNorNo'
  | 'noCode'
  | 'noLimits';

/** What a cell says for a field, or why it says nothing. An empty one says `undefined`. */
export function readCell(
  field: Field,
  cell: Cell | undefined,
  form: CellForm,
): Result<unknown, CellTrouble> {
  if (!cell) return accept(undefined);
  if (cell.kind === 'error')
    return trouble('showsError', cell.text, `The cell shows the error ${cell.text}`);
  if (cell.kind === 'uncomputed')
    return trouble(
      'uncomputed',
      '',
      'The formula was never computed; open the file, save it and send it again',
    );
  const text = textIn(cell);
  if (text === '') return accept(undefined);
  switch (field.type) {
    case 'text':
      return textOrShortened(text);
    case 'reference':
      return referenceOf(text);
    case 'capitals':
      return accept(text === '€' ? 'EUR' : text.toUpperCase());
    case 'texts':
      return accept(partsOf(text, field));
    case 'references': {
      const read = partsOf(text, field).map(referenceOf);
      return read.find(({ ok }) => !ok) ?? accept(read.map((one) => (one.ok ? one.value : null)));
    }
    case 'whole':
    case 'quantity':
    case 'decimal':
      return numberOf(
        field.type,
        cell.kind === 'number'
          ? readDecimal(text, 'point')
          : form.decimal && readDecimal(text, form.decimal),
        text,
      );
    case 'day':
      return dayOf(cell, text, form.date);
    case 'moment':
      return momentOf(cell, text, form.date);
    case 'yesNo':
      return yesNoOf(text);
    case 'code':
      return codeOf(field, text, form.codes);
    case 'codes': {
      const read = partsOf(text, field).map((part) => codeOf(field, part, form.codes));
      return read.find(({ ok }) => !ok) ?? accept(read.map((one) => (one.ok ? one.value : null)));
    }
    case 'gtins':
      return accept(partsOf(text, field).map(gtinOf));
    case 'characteristics': {
      const read = partsOf(text, field).map(characteristicOf);
      return read.find(({ ok }) => !ok) ?? accept(read.map((one) => (one.ok ? one.value : null)));
    }
    default:
      return assertNever(field.type);
  }
}

function trouble(code: CellCode, text: string, says: string): Result<never, CellTrouble> {
  return refuse({ code, text: short(text), says });
}

function short(text: string): string {
  return text.slice(0, 40);
}

/** What somebody meant to write in a cell. */
export function textIn(cell: Cell): string {
  return unneutralised(cell.text.trim());
}

/** A spreadsheet program that shortened a long number to 4,00638E+12 has lost its end. */
function textOrShortened(text: string): Result<string, CellTrouble> {
  return /^\d[.,]\d+E\+\d+$/i.test(text)
    ? trouble(
        'shortened',
        text,
        'A spreadsheet program has shortened this number; format the column as text',
      )
    : accept(text);
}

/** An id of the sender, or an export's `{"source":"crm","id":"K-1"}` of another one, in either order. */
function referenceOf(text: string): Result<Reference, CellTrouble> {
  if (!text.startsWith('{"')) return textOrShortened(text);
  try {
    const read = ExternalId.safeParse(JSON.parse(text));
    if (read.success) return accept(read.data);
  } catch {
    // No JSON: an id that only begins like one.
  }
  return accept(text);
}

/**
 * The parts of a list in one cell. One that stands in quotes is whole, whatever is in it, its own quotes
 * doubled (as `writtenPart` writes it).
 */
export function partsOf(text: string, { hasCommas }: Pick<Field, 'hasCommas'>): readonly string[] {
  const isCutByOthers =
    hasCommas === true || piecesOf(text, cutByOthers).length > 1 || /[;\n\r]\s*$/.test(text);
  return piecesOf(text, isCutByOthers ? cutByOthers : cutByCommas).filter((part) => part !== '');
}

const quotedPart = '"((?:[^"]|"")*)"';
const cutByOthers = new RegExp(
  String.raw`[^\S\n\r]*(?:${quotedPart}[^\S\n\r]*(?=[;\n\r]|$)|([^;\n\r]*))[;\n\r]?`,
  'gy',
);
const cutByCommas = new RegExp(String.raw`\s*(?:${quotedPart}\s*(?=,|$)|([^,]*)),?`, 'gy');

function piecesOf(text: string, cut: RegExp): readonly string[] {
  const pieces: string[] = [];
  for (const [all, quoted, plain = ''] of text.matchAll(cut)) {
    if (all === '') break;
    pieces.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
  }
  return pieces;
}

/** A part as it is written in a list, so that `partsOf` reads it as one. */
export function writtenPart(text: string): string {
  return /^\s|\s$|^"|[;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function numberOf(
  type: 'whole' | 'quantity' | 'decimal',
  read: string | null,
  text: string,
): Result<unknown, CellTrouble> {
  if (read === null)
    return trouble('noNumber', text, `“${short(text)}” is no number as the column writes them`);
  const plain = read.replace(/^(-?)0+(?=\d)/, '$1');
  if (type === 'decimal') return accept(plain);
  return accept(Number(plain));
}

function dayOf(cell: Cell, text: string, form: DateForm | null): Result<string, CellTrouble> {
  if (cell.kind === 'date') return accept(text.slice(0, 10));
  const serial = cell.kind === 'number' && serialDays.test(text) ? serialDate(text, false) : null;
  const day = serial?.slice(0, 10) ?? readDate(text, 'iso') ?? (form && readDate(text, form));
  return day === null
    ? trouble('noDay', text, `“${short(text)}” is no day as the column writes them`)
    : accept(day);
}

/** A day without a time, or a time without a zone, is noon in UTC: that day wherever the client is. */
function momentOf(cell: Cell, text: string, form: DateForm | null): Result<string, CellTrouble> {
  const hasZone = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(text);
  const moment = hasZone ? new Date(text) : null;
  if (moment && !Number.isNaN(moment.getTime())) return accept(moment.toISOString());
  const day = dayOf(cell, text, form);
  return day.ok ? accept(`${day.value}T12:00:00.000Z`) : day;
}

const yes = wordsOf('true, yes, y, ja, j, wahr, x, 1, sí, si, verdadero, 是');
const no = wordsOf('false, no, n, nein, falsch, 0, falso, 否');

function yesNoOf(text: string): Result<boolean, CellTrouble> {
  const word = plainWord(text);
  if (yes.includes(word)) return accept(true);
  return no.includes(word)
    ? accept(false)
    : trouble('neitherYesNorNo', text, `“${short(text)}” is neither yes nor no`);
}

function codeOf(
  field: Field,
  text: string,
  said: ReadonlyMap<string, string>,
): Result<string, CellTrouble> {
  const code = knownCode(field, text, said);
  if (code !== null) return accept(code);
  const known = Object.keys(field.codes ?? {}).join(', ');
  return trouble('noCode', text, `“${short(text)}” is none of ${known}`);
}

/** Our code for their word, by what was said and then by the words we know; null: none. */
export function knownCode(
  { codes = {} }: Field,
  text: string,
  said: ReadonlyMap<string, string>,
): string | null {
  const word = plainWord(text);
  const told = said.get(word);
  if (told !== undefined && told in codes) return told;
  const found = Object.entries(codes).find(
    ([code, words]) => plainWord(code) === word || wordsOf(words).includes(word),
  );
  return found?.[0] ?? null;
}

/** `14006381333938=12`: of a pack, with how many are in it. */
function gtinOf(part: string): object {
  const [gtin = '', quantity] = part.split('=').map((one) => one.trim());
  return quantity === undefined ? { gtin } : { gtin, quantity: Number(quantity) };
}

const aNumber = String.raw`[+-]?\d+(?:[.,]\d+)?`;
const limited = new RegExp(
  String.raw`^(.*\S)\s+(${aNumber})?\s*(?:\.\.\.?|…)\s*(${aNumber})?\s*([^\d\s.,][^\d.,]*)?$`,
  'u',
);

/** `Thickness 1.95..2.05 mm`, `Mass ..12,6 kg`: what is measured, from where to where, in which unit. */
function characteristicOf(part: string): Result<object, CellTrouble> {
  const [, what, least, most, unit = ''] = limited.exec(part) ?? [];
  if (what === undefined || (least === undefined && most === undefined))
    return trouble(
      'noLimits',
      part,
      `“${short(part)}” names no limits, as in: Thickness 1.95..2.05 mm`,
    );
  const limit = (text: string) => Number(text.replace(',', '.'));
  return accept({
    what,
    unit: unit.trim(),
    ...(least !== undefined && { least: limit(least) }),
    ...(most !== undefined && { most: limit(most) }),
  });
}
