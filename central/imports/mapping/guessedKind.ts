import type { TableKind } from '../../../shared/sync/importsApi.ts';
import { tableKinds } from '../../../shared/sync/tableForms.ts';
import type { Look } from '../reading/look.ts';
import { draftPlan } from './planOf.ts';
import { tableOf } from './tables.ts';

/** The kind whose table has most of a file's headings, one that can be read before one that cannot. */
export function guessedKind(look: Look): TableKind {
  const scored = tableKinds.map((kind) => {
    const { plan, problems } = draftPlan(tableOf(kind), look);
    const hasId = !problems.some(({ code }) => code === 'noId');
    return { kind, score: plan.columns.length + (hasId ? 0.5 : 0) };
  });
  const [best] = scored.toSorted((one, other) => other.score - one.score);
  return best?.kind ?? 'articles';
}
