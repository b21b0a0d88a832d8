import { isNothingBegun } from '../../shared/cases/decisions/takenBack.ts';
import type { FactOf } from '../../shared/facts/fact.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { standingLinkOf } from '../cases/blindFacts.ts';
import { loadCase } from '../cases/loadCases.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { packedRowsBy, papersIn } from '../storage/packed/packedRows.ts';
import { correctFact } from './correctFact.ts';
import { holdCase } from './holdCase.ts';
import { type LinkArrival, linkArrival } from './linkArrival.ts';

/**
 * Goods for which the warehouse opened a case turn out to be a return somebody announced. The case
 * opened for them is taken back, unless its inspection has begun: findings do not move. A return the
 * office cancelled is held, as it is where it is received. Refused: `otherSite`, `alreadyLinked`.
 */
export async function relinkArrival(
  context: ActionContext,
  input: LinkArrival,
): Promise<Result<FactOf<'arrivalLinked'>, ActionRefusal>> {
  const [paper] = await packedRowsBy(papersIn(context.db), [input.caseId]);
  if (paper && paper.siteId !== context.enrolment.siteId) return refuse({ code: 'otherSite' });
  const link = await standingLinkOf(context.db, input.arrivalId);
  if (link) {
    const taken = await takeBack(context, link);
    if (!taken.ok) return taken;
  }
  const linked = await linkArrival(context, input);
  if (!linked.ok || !paper?.cancelled) return linked;
  const { caseId } = input;
  const note = paper.cancelled.reason;
  const held = await holdCase(context, { caseId, reason: 'cancelled', pausesClock: false, note });
  return held.ok ? linked : held;
}

async function takeBack(
  context: ActionContext,
  link: FactOf<'arrivalLinked'>,
): Promise<Result<null, ActionRefusal>> {
  const today = new Date(context.clock.now()).toISOString().slice(0, 10);
  const loaded = await loadCase(context.db, link.caseId, today);
  if (!loaded || !isNothingBegun(loaded.file))
    return refuse({ code: 'alreadyLinked', caseId: link.caseId });
  const { facts, corrected, arrivals } = loaded.file;
  const opening = facts.find((fact) => fact.kind === 'caseOpened' && !corrected.has(fact.id));
  const isLast = arrivals.every(({ arrivalId }) => arrivalId === link.arrivalId);
  for (const fact of [link, ...(opening && isLast ? [opening] : [])]) {
    const taken = await correctFact(context, { factId: fact.id, reason: 'LINKED ELSEWHERE' });
    if (!taken.ok) return taken;
  }
  return accept(null);
}
