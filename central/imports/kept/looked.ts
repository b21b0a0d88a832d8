import type { AskLook, Looked, SaidOfTable } from '../../../shared/sync/importsApi.ts';
import { codesFound } from '../mapping/codesFound.ts';
import { guessedKind } from '../mapping/guessedKind.ts';
import { draftPlan, type Plan, type SaidOfColumns } from '../mapping/planOf.ts';
import { tableOf } from '../mapping/tables.ts';
import { type Remembered, withRemembered } from '../mappingRows.ts';
import { type ColumnLook, isMostly } from '../reading/columnLook.ts';
import type { Look } from '../reading/look.ts';
import type { TableForm } from '../reading/openTable.ts';

type LookedAt = Extract<Looked, { kind: 'looked' }>;

/** What is shown of a file before anything is read from it: all of it may be said otherwise. */
export function lookedAt(look: Look, now: AskLook, remembered: Remembered | null): LookedAt {
  const asked = withRemembered(now, remembered);
  const kind = asked.kind ?? guessedKind(look);
  const said = saidOfColumns(asked);
  const { plan, problems } = draftPlan(tableOf(kind), look, said);
  const { form, headingsRow, rows, emptyRows, ragged } = look;
  return {
    kind: 'looked',
    table: kind,
    form: formOf(form),
    headingsRow,
    rows,
    emptyRows,
    ragged: { count: ragged.count, firstRow: ragged.first[0]?.row ?? null },
    columns: look.columns.map((column) => columnOf(column, plan, byOf(now.columns, asked.columns))),
    codes: codesFound(plan, look, said.codes).map(({ isSaid, ...found }) => ({
      ...found,
      by: found.code === null ? null : codeBy(isSaid, now, found),
    })),
    decimal: asked.decimal ?? null,
    date: asked.date ?? null,
    fields: plan.table.fields.map(({ path, codes = {} }) => ({
      path,
      codes: Object.keys(codes),
    })),
    problems: [...problems],
  };
}

export function saidOfColumns({
  columns,
  codes,
  decimal,
  date,
}: Pick<SaidOfTable, 'columns' | 'codes' | 'decimal' | 'date'>): SaidOfColumns {
  return {
    columns: new Map(Object.entries(columns)),
    codes,
    decimal: decimal ?? undefined,
    date: date ?? undefined,
  };
}

type By = 'said' | 'remembered' | null;

function byOf(now: AskLook['columns'], all: AskLook['columns']): (heading: string) => By {
  return (heading) => {
    if (Object.hasOwn(now, heading)) return 'said';
    return Object.hasOwn(all, heading) ? 'remembered' : null;
  };
}

function codeBy(
  isSaid: boolean,
  { codes }: AskLook,
  { field, word }: { readonly field: string; readonly word: string },
): 'said' | 'remembered' | 'guessed' {
  if (!isSaid) return 'guessed';
  return codes.some((one) => one.field === field && one.word === word) ? 'said' : 'remembered';
}

function columnOf(
  column: ColumnLook,
  plan: Plan,
  by: (heading: string) => By,
): LookedAt['columns'][number] {
  const { heading, letters, filled, samples, decimal, date } = column;
  const field = plan.columns.find((one) => one.heading === heading)?.field.path ?? null;
  return {
    heading,
    letters,
    filled,
    samples: [...samples],
    field,
    by: by(heading) ?? (field === null ? null : 'guessed'),
    decimal: isMostly(column, 'numbers') && decimal !== 'none' ? decimal : null,
    date: isMostly(column, 'dates') && date !== 'none' ? date : null,
  };
}

export function formOf(form: TableForm): LookedAt['form'] {
  if (form.kind === 'xlsx') return { ...form, sheets: [...form.sheets] };
  const { encoding, by } = form.encoding;
  return form.kind === 'json'
    ? { kind: 'json', encoding, by }
    : { kind: 'csv', encoding, by, delimiter: form.delimiter.delimiter };
}
