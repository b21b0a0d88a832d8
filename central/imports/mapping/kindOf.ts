import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { Look } from '../reading/look.ts';
import type { Table } from './field.ts';
import { fitOf } from './planOf.ts';
import { tableKinds, tableOf } from './tables.ts';

/** What a file is of, by its headings: the kind that most of them belong to. Refused where two are alike or most headings mean nothing. */
export function kindOf(look: Pick<Look, 'columns'>): Result<Table, string> {
  const fits = tableKinds
    .flatMap((kind) => tableOf(kind) ?? [])
    .map((table) => ({ table, fit: fitOf(table, look) }))
    .toSorted((a, b) => b.fit - a.fit);
  const [best, other] = fits;
  if (!best || best.fit * 2 <= look.columns.length || best.fit === other?.fit)
    return refuse(`It is not clear what this file is of: say --kind ${tableKinds.join(', ')}.`);
  return accept(best.table);
}
