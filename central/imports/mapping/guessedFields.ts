import { type ColumnLook, isMostly } from '../reading/columnLook.ts';
import { type Field, plainWord, plainWords, type Table, wordsOf } from './field.ts';

const tries: readonly ((field: Field, column: ColumnLook) => boolean)[] = [
  ({ path }, { heading }) => plainWord(path) === plainWord(heading),
  ({ path, names }, { heading }) => [lastOf(path), ...wordsOf(names)].includes(plainWord(heading)),
  ({ names }, { heading }) => names.split(',').map(plainWords).includes(plainWords(heading)),
  ({ type }, column) => type === 'gtins' && isMostly(column, 'gtins'),
];

/** Which column is which field: by what was said, then by its name, then by what it holds. */
export function guessedFields(
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
  for (const isIt of tries)
    for (const column of open) {
      if (found.has(column.heading)) continue;
      const field = fields.find((one) => isFree(one) && isIt(one, column));
      if (field) found.set(column.heading, field);
    }
  return found;
}

function lastOf(path: string): string {
  if (path.startsWith('lines.')) return plainWord(path.slice(6));
  return path.includes('.') ? '' : plainWord(path);
}
