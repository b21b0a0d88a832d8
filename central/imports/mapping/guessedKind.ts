import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { TableKind } from '../../../shared/sync/importsApi.ts';
import { tableKinds } from '../../../shared/sync/tableForms.ts';
import type { Look } from '../reading/look.ts';
import { draftPlan } from './planOf.ts';
import { tableOf } from './tables.ts';

/** The kind whose table has most of a file's headings, one that can be read before one that cannot. */
export function guessedKind(look: Look): TableKind {
  return fitsOf(look)[0]?.kind ?? 'articles';
}

/** The same where nobody looks at the guess: refused where two fit alike, or most headings mean nothing. */
export function certainKind(look: Look): Result<TableKind, string> {
  const [best, other] = fitsOf(look);
  const isClear = best?.hasId && best.columns * 2 > look.columns.length;
  if (!isClear || best.columns === (other?.hasId ? other.columns : 0))
    return refuse(`It is not clear what this file is of: say --kind ${tableKinds.join(', ')}.`);
  return accept(best.kind);
}

function fitsOf(look: Look) {
  const fits = tableKinds.map((kind) => {
    const { plan, problems } = draftPlan(tableOf(kind), look);
    const hasId = !problems.some(({ code }) => code === 'noId');
    return { kind, hasId, columns: plan.columns.length };
  });
  const score = ({ columns, hasId }: (typeof fits)[number]) => columns + (hasId ? 0.5 : 0);
  return fits.toSorted((one, other) => score(other) - score(one));
}
