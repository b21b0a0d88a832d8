import type { ArrivalId, CaseId, ReturnLineId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { UnitsCountedFact } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';

export type CountUnits = {
  readonly caseId: CaseId;
  readonly arrivalId: ArrivalId;
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
  _context: ActionContext,
  _input: CountUnits,
): Promise<Result<UnitsCountedFact, ActionRefusal>> {
  throw new Error('not built yet');
}
