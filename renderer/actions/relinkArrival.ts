import { accept, type Result, refuse } from '../../shared/result.ts';
import type { FactKind, FactOf } from '../../shared/returns/fact.ts';
import { standingLinkOf, standingRows } from '../cases/blindFacts.ts';
import { rowsUnder } from '../storage/byIndex.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';
import { correctFact } from './correctFact.ts';
import { type LinkArrival, linkArrival } from './linkArrival.ts';

/** What may stay behind, since nothing of the goods is in it. */
const moves: readonly FactKind[] = ['caseOpened', 'arrivalLinked', 'correction'];

/**
 * Goods for which the warehouse opened a case turn out to be a return somebody announced. The case
 * opened for them is taken back, unless its inspection has begun: findings do not move.
 */
export async function relinkArrival(
  context: ActionContext,
  input: LinkArrival,
): Promise<Result<FactOf<'arrivalLinked'>, ActionRefusal>> {
  const link = await standingLinkOf(context.db, input.arrivalId);
  if (link) {
    const taken = await takeBack(context, link);
    if (!taken.ok) return taken;
  }
  return await linkArrival(context, input);
}

async function takeBack(
  context: ActionContext,
  link: FactOf<'arrivalLinked'>,
): Promise<Result<null, ActionRefusal>> {
  const rows = await standingRows(
    context.db,
    await rowsUnder(context.db.facts, 'caseId', [link.caseId]),
  );
  const facts = rows.map((row) => row.fact);
  const opening = facts.find((fact) => fact.kind === 'caseOpened');
  const isBegun = facts.some((fact) => !moves.includes(fact.kind));
  if (!opening || isBegun) return refuse({ code: 'alreadyLinked', caseId: link.caseId });
  for (const fact of [link, opening]) {
    const taken = await correctFact(context, { factId: fact.id, reason: 'LINKED ELSEWHERE' });
    if (!taken.ok) return taken;
  }
  return accept(null);
}
