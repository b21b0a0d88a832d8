import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { DateForm } from '../forms/dateForm.ts';
import type { DecimalForm } from '../forms/decimalForm.ts';
import { type ColumnLook, isMostly } from '../reading/columnLook.ts';
import type { Look } from '../reading/look.ts';
import { type Field, plainWord, plainWords, type Table, wordsOf } from './field.ts';
import type { CellForm } from './readCell.ts';

/** What a person says of the columns instead of having it guessed. */
export type SaidOfColumns = {
  /** Heading → path of a field; '' for a column nobody needs. */
  readonly columns?: ReadonlyMap<string, string>;
  /** Their word → our code. */
  readonly codes?: ReadonlyMap<string, string>;
  readonly decimal?: DecimalForm | undefined;
  readonly date?: DateForm | undefined;
};

export type MappedColumn = {
  readonly heading: string;
  readonly field: Field;
  readonly form: CellForm;
};

export type Plan = {
  readonly table: Table;
  readonly columns: readonly MappedColumn[];
  readonly unused: readonly string[];
};

/**
 * Which column is which field, and how it is written. Refused in words where a person has to say: a
 * heading or field that is not there, numbers or days that can be read both ways.
 */
export function planOf(
  table: Table,
  look: Look,
  said: SaidOfColumns = {},
): Result<Plan, readonly string[]> {
  const wrong = [...(said.columns ?? [])].flatMap(([heading, path]) => [
    ...(look.columns.some((column) => column.heading === heading)
      ? []
      : [`There is no column “${heading}”.`]),
    ...(path === '' || table.fields.some((field) => field.path === path)
      ? []
      : [
          `There is no field “${path}”; there is ${table.fields.map((field) => field.path).join(', ')}.`,
        ]),
  ]);
  const fieldOf = guessed(table, look.columns, said.columns ?? new Map());
  const mapped = look.columns.flatMap((column) => {
    const field = fieldOf.get(column.heading);
    return field ? [{ column, field }] : [];
  });
  const decimals = onlyOne(
    look.columns.flatMap((one) => (isMostly(one, 'numbers') ? [one.decimal] : [])),
    ['comma', 'point'] as const,
  );
  const columns = mapped.map(({ column, field }): MappedColumn => {
    const decimal = said.decimal ?? certain(column.decimal) ?? decimals;
    const date = said.date ?? certainDate(column.date);
    if (isNumber(field) && decimal === null && mustAsk(column.decimal))
      wrong.push(
        `“${column.heading}” (${column.samples.join(', ')}) can be read both ways: say --decimal comma or point.`,
      );
    if (isDay(field) && date === null && mustAsk(column.date))
      wrong.push(
        `“${column.heading}” (${column.samples.join(', ')}) can be read both ways: say --dates dayFirst or monthFirst.`,
      );
    const form = { decimal: decimal ?? 'point', date, codes: codesOf(said) };
    return { heading: column.heading, field, form };
  });
  const has = (path: string) => columns.some(({ field }) => field.path === path);
  if (!has('id') && (table.idFrom.length === 0 || !table.idFrom.every(has)))
    wrong.push(
      `No column holds the id${table.idFrom.length > 0 ? `, or ${table.idFrom.join(' and ')} it could be made of` : ''}: say --map "HEADING=id".`,
    );
  const unused = look.columns.flatMap(({ heading }) => (fieldOf.has(heading) ? [] : [heading]));
  return wrong.length > 0 ? refuse(wrong) : accept({ table, columns, unused });
}

/** Whether what was guessed for `table` holds an id, and how many of the columns are its own. */
export function fitOf(table: Table, { columns }: Pick<Look, 'columns'>): number {
  const found = [...guessed(table, columns, new Map()).values()].map(({ path }) => path);
  const hasId =
    found.includes('id') ||
    (table.idFrom.length > 0 && table.idFrom.every((path) => found.includes(path)));
  return hasId ? found.length : 0;
}

/** By what was said, then by its name, then by what it holds. */
function guessed(
  { fields }: Table,
  columns: readonly ColumnLook[],
  said: ReadonlyMap<string, string>,
): ReadonlyMap<string, Field> {
  const found = new Map<string, Field>();
  const isFree = (field: Field) => ![...found.values()].includes(field);
  const open = columns.filter(({ heading }) => !said.has(heading));
  for (const [heading, path] of said) {
    const field = fields.find((one) => one.path === path);
    if (field) found.set(heading, field);
  }
  const tries: readonly ((field: Field, column: ColumnLook) => boolean)[] = [
    ({ path }, { heading }) => plainWord(path) === plainWord(heading),
    ({ path, names }, { heading }) =>
      [lastOf(path), ...wordsOf(names)].includes(plainWord(heading)),
    ({ names }, { heading }) => names.split(',').map(plainWords).includes(plainWords(heading)),
    ({ type }, column) => type === 'gtins' && isMostly(column, 'gtins'),
  ];
  for (const isIt of tries)
    for (const column of open) {
      if (found.has(column.heading)) continue;
      const field = fields.find((one) => isFree(one) && isIt(one, column));
      if (field) found.set(column.heading, field);
    }
  return found;
}

function lastOf(path: string): string {
  return path.startsWith('lines.')
    ? plainWord(path.slice(6))
    : path.includes('.')
      ? ''
      : plainWord(path);
}

function codesOf({ codes = new Map() }: SaidOfColumns): ReadonlyMap<string, string> {
  return new Map([...codes].map(([word, code]) => [plainWord(word), code]));
}

const isNumber = ({ type }: Field) => type === 'whole' || type === 'quantity' || type === 'decimal';
const isDay = ({ type }: Field) => type === 'day' || type === 'moment';
const mustAsk = (form: string) => form === 'ask' || form === 'mixed';

function certain(form: ColumnLook['decimal']): DecimalForm | null {
  return form === 'comma' || form === 'point' ? form : null;
}

function certainDate(form: ColumnLook['date']): DateForm | null {
  return form === 'none' || form === 'ask' || form === 'mixed' ? null : form;
}

/** What all columns that say something agree on. */
function onlyOne<T extends string>(forms: readonly string[], known: readonly T[]): T | null {
  const [one, other] = known.filter((form) => forms.includes(form));
  return other === undefined && !forms.includes('mixed') ? (one ?? null) : null;
}
