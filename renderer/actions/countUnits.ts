import { type ArrivalId, type CaseId, type ReturnLineId, UnitGroupId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { UnitsCountedFact } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';
import { identityOf } from './identityOf.ts';
import { record } from './record.ts';

export type CountUnits = {
  readonly caseId: CaseId;
  readonly arrivalId: ArrivalId;
  /** The group these units join; null starts one. */
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

/** A quantity of like units, counted; outcomes will belong to it. */
export async function countUnits(
  context: ActionContext,
  input: CountUnits,
): Promise<Result<UnitsCountedFact, ActionRefusal>> {
  return await record<UnitsCountedFact>(context, {
    caseId: input.caseId,
    fact: (stamp, loaded) => {
      const identity = input.identity ?? identityOf(input, loaded);
      const joined = loaded?.file.unitGroups.find((g) => g.unitGroupId === input.unitGroupId);
      return accept({
        ...stamp,
        kind: 'unitsCounted',
        ...input,
        // Units of another identity are another group, whatever the label says.
        unitGroupId:
          joined?.identity === identity ? joined.unitGroupId : UnitGroupId.parse(context.newId()),
        serials: [...input.serials],
        identity,
      });
    },
  });
}
