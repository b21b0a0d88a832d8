import type { FactOf, UnitsCountedFact } from '../../shared/facts/fact.ts';
import { type ArrivalId, type CaseId, type ReturnLineId, UnitGroupId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import { blindFactsOf, isPaperless } from '../cases/blindFacts.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { identityOf } from '../recording/identityOf.ts';
import { record } from '../recording/record.ts';

export type CountUnits = {
  /** null: nobody knows whose goods these are; what is counted follows its arrival. */
  readonly caseId: CaseId | null;
  readonly arrivalId: ArrivalId;
  /** The group these units join; null finds one of like units, or starts one. */
  readonly unitGroupId?: UnitGroupId | null;
  /** null: goods nobody announced. */
  readonly returnLineId: ReturnLineId | null;
  readonly article: UnitsCountedFact['article'];
  readonly lot: string | null;
  readonly serials: readonly string[];
  readonly quantity: number;
  /** null: worked out from the order line. */
  readonly identity: UnitsCountedFact['identity'] | null;
  readonly identifiedBy: UnitsCountedFact['identifiedBy'];
  readonly raw: string | null;
};

type Counted = FactOf<'unitsCounted'>;

/**
 * A quantity of like units, counted; outcomes will belong to it. What came without papers is counted
 * for its arrival, also where a case was opened for it: it must follow to the case it turns out to be.
 */
export async function countUnits(
  context: ActionContext,
  input: CountUnits,
): Promise<Result<Counted, ActionRefusal>> {
  return await record<Counted>(context, {
    caseId: input.caseId,
    fact: async (stamp, loaded) => {
      const caseId = loaded && isPaperless(loaded.file, input.arrivalId) ? null : input.caseId;
      const identity = input.identity ?? identityOf(input, loaded);
      const groups =
        caseId === null
          ? (await blindFactsOf(context.db, input.arrivalId)).filter(isCount)
          : (loaded?.file.unitGroups ?? []);
      const joined =
        groups.find((g) => g.unitGroupId === input.unitGroupId && g.identity === identity) ??
        groups.find((g) => g.identity === identity && isLike(g, input));
      return accept({
        ...stamp,
        kind: 'unitsCounted',
        ...input,
        caseId,
        // Units of another identity are another group, whatever the label says.
        unitGroupId: joined?.unitGroupId ?? UnitGroupId.parse(context.newId()),
        serials: [...input.serials],
        identity,
      });
    },
  });
}

/** Nothing but the serial tells them apart. */
function isLike(group: Counted, input: CountUnits): boolean {
  return (
    group.arrivalId === input.arrivalId &&
    group.returnLineId === input.returnLineId &&
    group.article.gtin === input.article.gtin &&
    group.article.number === input.article.number &&
    group.lot === input.lot
  );
}

function isCount(fact: { readonly kind: string }): fact is Counted {
  return fact.kind === 'unitsCounted';
}
