import type { FactId } from '../../shared/ids.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { CaseFile } from '../../shared/returns/caseFile.ts';
import type { Fact, FactOf } from '../../shared/returns/fact.ts';
import { isUnderVerdict } from '../../shared/returns/underVerdict.ts';
import { standingLinkOf, standingRows } from '../cases/blindFacts.ts';
import { loadCase } from '../cases/loadCases.ts';
import { rowsUnder } from '../storage/byIndex.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';
import { record } from './record.ts';

export type CorrectFact = {
  readonly factId: FactId;
  readonly reason: string;
};

/** Takes an earlier fact back by naming it; both stay on record. Refused: `underVerdict`, `goodsInIt`. */
export async function correctFact(
  context: ActionContext,
  input: CorrectFact,
): Promise<Result<FactOf<'correction'>, ActionRefusal>> {
  const target = await context.db.facts.get(input.factId);
  if (!target) return refuse({ code: 'unknownFact' });
  const { caseId } = target.fact;
  if (await isInUse(context, target.fact)) return refuse({ code: 'goodsInIt' });
  const owner = caseId === null ? await ownerOf(context, target.fact) : null;
  return await record<FactOf<'correction'>>(context, {
    caseId,
    fact: (stamp, loaded) =>
      [loaded?.file, owner].some((file) => file && isUnderVerdict(target.fact, file))
        ? refuse({ code: 'underVerdict' })
        : accept({
            ...stamp,
            kind: 'correction',
            caseId,
            corrects: input.factId,
            reason: input.reason,
          }),
  });
}

/** Counts, holds and links would hang on nothing, and goods without a case be on no list. */
async function isInUse({ db }: ActionContext, fact: Fact): Promise<boolean> {
  if (fact.kind !== 'arrival') return false;
  const rows = await standingRows(db, await rowsUnder(db.facts, 'arrivalId', [fact.arrivalId]));
  return rows.some(({ kind }) => ['unitsCounted', 'held', 'arrivalLinked'].includes(kind));
}

/** The case that goods counted before anybody knew whose they are turned out to be. */
async function ownerOf({ db, clock }: ActionContext, fact: Fact): Promise<CaseFile | null> {
  const arrivalId = 'arrivalId' in fact ? (fact.arrivalId ?? null) : null;
  const link = arrivalId === null ? null : await standingLinkOf(db, arrivalId);
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  return link && ((await loadCase(db, link.caseId, today))?.file ?? null);
}
