import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { PlanProblem } from '../../../shared/sync/importsApi.ts';
import type { DateForm } from '../forms/dateForm.ts';
import type { DecimalForm } from '../forms/decimalForm.ts';
import { type ColumnLook, isMostly } from '../reading/columnLook.ts';
import type { Look } from '../reading/look.ts';
import { type Field, plainWord, type Table } from './field.ts';
import { guessedFields } from './guessedFields.ts';
import type { CellForm } from './readCell.ts';

export type SaidCode = {
  /** null: wherever the word stands. */
  readonly field: string | null;
  readonly word: string;
  readonly code: string;
};

/** What a person says of the columns instead of having it guessed. */
export type SaidOfColumns = {
  /** Heading → path of a field; '' for a column nobody needs. */
  readonly columns?: ReadonlyMap<string, string>;
  /** Their word → our code. */
  readonly codes?: readonly SaidCode[];
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

/** A plan as far as it goes, and what a person has to say before it is one. */
export type DraftPlan = { readonly plan: Plan; readonly problems: readonly PlanProblem[] };

/**
 * Which column is which field, and how it is written. Refused where a person has to say: a heading or
 * field that is not there, numbers or days that can be read both ways.
 */
export function planOf(
  table: Table,
  look: Look,
  said: SaidOfColumns = {},
): Result<Plan, readonly PlanProblem[]> {
  const { plan, problems } = draftPlan(table, look, said);
  return problems.length > 0 ? refuse(problems) : accept(plan);
}

export function draftPlan(table: Table, look: Look, said: SaidOfColumns = {}): DraftPlan {
  const problems: PlanProblem[] = [...(said.columns ?? [])].flatMap(([heading, path]) =>
    notThere(table, look, heading, path),
  );
  const fieldOf = guessedFields(table, look.columns, said.columns ?? new Map());
  const mapped = look.columns.flatMap((column) => {
    const field = fieldOf.get(column.heading);
    return field ? [{ column, field }] : [];
  });
  const decimals = onlyOne(
    look.columns.flatMap((one) => (isMostly(one, 'numbers') ? [one.decimal] : [])),
    ['comma', 'point'] as const,
  );
  const columns = mapped.map(({ column, field }): MappedColumn => {
    const { heading } = column;
    const samples = [...column.samples];
    const decimal = said.decimal ?? certain(column.decimal) ?? decimals;
    const date = said.date ?? certainDate(column.date);
    if (isNumber(field) && decimal === null && mustAsk(column.decimal))
      problems.push({ code: 'askDecimal', heading, samples });
    if (isDay(field) && date === null && mustAsk(column.date))
      problems.push({ code: 'askDate', heading, samples });
    const form = { decimal: decimal ?? 'point', date, codes: codesFor(field, said.codes ?? []) };
    return { heading, field, form };
  });
  const has = (path: string) => columns.some(({ field }) => field.path === path);
  if (!has('id') && (table.idFrom.length === 0 || !table.idFrom.every(has)))
    problems.push({ code: 'noId', from: [...table.idFrom] });
  const unused = look.columns.flatMap(({ heading }) => (fieldOf.has(heading) ? [] : [heading]));
  return { plan: { table, columns, unused }, problems };
}

function notThere(
  { fields }: Table,
  look: Look,
  heading: string,
  path: string,
): readonly PlanProblem[] {
  const isColumn = look.columns.some((column) => column.heading === heading);
  const isField = path === '' || fields.some((field) => field.path === path);
  return [
    ...(isColumn ? [] : [{ code: 'noColumn', heading } as const]),
    ...(isField
      ? []
      : [{ code: 'noField', path, fields: fields.map((field) => field.path) } as const]),
  ];
}

/** What is said of this field counts before what is said of any. */
function codesFor({ path }: Field, codes: readonly SaidCode[]): ReadonlyMap<string, string> {
  const own = codes.filter(({ field }) => field === path);
  const any = codes.filter(({ field }) => field === null);
  return new Map([...any, ...own].map(({ word, code }) => [plainWord(word), code]));
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
