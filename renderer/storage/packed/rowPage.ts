import type { RowPage } from '../rows.ts';

type Line = { readonly id: string; readonly text: string };

export function pageOf<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  documentsOf: (row: T) => readonly string[],
): RowPage {
  return {
    ids: rows.map(idOf),
    // JSON has no ends of lines in it.
    rows: rows.map((row) => JSON.stringify(row)).join('\n'),
    documents: [...new Set(rows.flatMap(documentsOf))],
  };
}

export function linesOf({ ids, rows }: RowPage): readonly Line[] {
  const texts = rows.split('\n');
  return ids.map((id, place) => ({ id, text: texts[place] ?? '' }));
}

/** Without the others; null where none is left. What it waited for it is still found by. */
export function pageWithout(page: RowPage, stays: (id: string) => boolean): RowPage | null {
  const left = linesOf(page).filter(({ id }) => stays(id));
  if (left.length === 0) return null;
  return {
    ...page,
    ids: left.map(({ id }) => id),
    rows: left.map(({ text }) => text).join('\n'),
  };
}

/** Each of its rows as another. */
export function pageWith<T>(page: RowPage, made: (row: T) => T): RowPage {
  const rows = linesOf(page).map((line) => JSON.stringify(made(rowIn<T>(line))));
  return { ...page, rows: rows.join('\n') };
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- who packed it knows what it is
export function rowIn<T>({ text }: Line): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as it was packed
  return JSON.parse(text) as T;
}
