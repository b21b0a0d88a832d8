import { bounds } from '../table/bounds.ts';
import { FileRefused } from '../table/fileRefusal.ts';
import type { CellKind, RawRow } from '../table/rawRow.ts';
import { jsonObjects } from './jsonObjects.ts';

/**
 * The objects of a JSON array, or of a text with one on each line (NDJSON), as rows: what lies inside
 * another is named by its path (`article.number`), a list of plain values is one cell with a line for
 * each. `headings` grows as names are met; numbers keep the digits they were written with.
 */
export async function* jsonRows(
  text: AsyncIterable<string>,
  headings: string[],
): AsyncGenerator<readonly RawRow[], void, undefined> {
  const columns = new Map(headings.map((name, column) => [name, column]));
  let row = 0;
  let rows: RawRow[] = [];
  let characters = 0;
  for await (const object of jsonObjects(text)) {
    row += 1;
    const texts: (string | undefined)[] = [];
    const kinds: (CellKind | undefined)[] = [];
    for (const { path, text: said, kind } of leavesOf(parsed(object, row), row)) {
      const column = columns.get(path) ?? headings.length;
      if (column >= bounds.columns)
        throw new FileRefused({ code: 'tooManyColumns', row, most: bounds.columns });
      if (column === headings.length) {
        headings.push(path);
        columns.set(path, column);
      }
      texts[column] = said;
      if (kind !== 'text') kinds[column] = kind;
    }
    rows.push({ row, texts, kinds: kinds.length > 0 ? kinds : null });
    characters += object.length;
    if (rows.length < bounds.together.rows && characters < bounds.together.characters) continue;
    yield rows;
    rows = [];
    characters = 0;
  }
  yield rows;
}

type Leaf = { readonly path: string; readonly text: string; readonly kind: CellKind };

class Digits {
  readonly written: string;

  constructor(written: string) {
    this.written = written;
  }

  toJSON(): number {
    return Number(this.written);
  }
}

function parsed(text: string, row: number): object {
  try {
    const value: unknown = JSON.parse(text, (_key, read: unknown, context?: { source?: string }) =>
      typeof read === 'number' ? new Digits(context?.source ?? String(read)) : read,
    );
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.slice(0, 100) : '';
    throw new FileRefused({ code: 'brokenJson', row, why });
  }
  throw new FileRefused({ code: 'brokenJson', row, why: 'it is a plain value' });
}

function* leavesOf(object: object, row: number, before = '', depth = 0): Generator<Leaf> {
  if (depth > bounds.depth)
    throw new FileRefused({ code: 'brokenJson', row, why: 'it is too deep' });
  for (const [name, value] of Object.entries(object) as [string, unknown][]) {
    const path = before + name;
    const leaf = plain(value);
    if (leaf !== null) yield { path, ...leaf };
    else if (Array.isArray(value)) yield { path, text: listed(value), kind: 'text' };
    else if (typeof value === 'object' && value !== null)
      yield* leavesOf(value, row, `${path}.`, depth + 1);
  }
}

function plain(value: unknown): Omit<Leaf, 'path'> | null {
  if (typeof value === 'string') return { text: value, kind: 'text' };
  if (typeof value === 'boolean') return { text: String(value), kind: 'yesNo' };
  return value instanceof Digits ? { text: value.written, kind: 'number' } : null;
}

function listed(values: readonly unknown[]): string {
  return values.map((value) => plain(value)?.text ?? JSON.stringify(value)).join('\n');
}
