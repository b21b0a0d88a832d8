import type { Table } from '../mapping/field.ts';
import { writtenPart } from '../mapping/readCell.ts';
import type { WrittenRow } from './writeTable.ts';

/** The headings an export or a template has: the paths, which an import knows by themselves. */
export function headingsOf({ fields }: Table): readonly string[] {
  return fields.map(({ path }) => path);
}

/** Two rows somebody may write over. */
export async function* exampleRows({ fields }: Table): AsyncGenerator<WrittenRow> {
  yield fields.map(({ examples }) => examples[0]);
  yield fields.map(({ examples }) => examples[1]);
}

/** A record as rows of its kind's table, one for each of its lines: what an import would read it from. */
export function rowsOfRecord(
  { fields, blankLine }: Table,
  { id, body }: { readonly id: string; readonly body: unknown },
): readonly WrittenRow[] {
  const lines = blankLine === undefined ? [null] : listOf(valueAt(body, 'lines'));
  return lines.map((line) =>
    fields.map(({ path }) => {
      if (path === 'id') return id;
      return textOf(path.startsWith('lines.') ? valueAt(line, path.slice(6)) : valueAt(body, path));
    }),
  );
}

function valueAt(of: unknown, path: string): unknown {
  let value = of;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === name)?.[1];
  }
  return value;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return listText(value);
  return JSON.stringify(value);
}

/** One part with a comma in it is closed, or it would be read as two. */
function listText(parts: readonly unknown[]): string {
  const text = parts
    .map((one) => writtenPart(packOf(one) ?? limitsOf(one) ?? textOf(one)))
    .join('; ');
  return parts.length === 1 && text.includes(',') ? `${text};` : text;
}

function packOf(value: unknown): string | null {
  const gtin = valueAt(value, 'gtin');
  return typeof gtin === 'string' ? `${gtin}=${textOf(valueAt(value, 'quantity'))}` : null;
}

function limitsOf(value: unknown): string | null {
  const what = valueAt(value, 'what');
  if (typeof what !== 'string') return null;
  const [least, most, unit] = ['least', 'most', 'unit'].map((name) => textOf(valueAt(value, name)));
  return `${what} ${least}..${most} ${unit}`.trim();
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
