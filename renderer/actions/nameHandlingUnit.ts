import type { FactOf } from '../../shared/facts/fact.ts';
import { type ArrivalId, type CaseId, HandlingUnitId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

export type NameHandlingUnit = {
  readonly caseId: CaseId | null;
  readonly arrivalId: ArrivalId;
  readonly licencePlate: string;
};

/** The pallet, carton or tote an arrival stands on, by the plate it carries. */
export async function nameHandlingUnit(
  context: ActionContext,
  input: NameHandlingUnit,
): Promise<Result<FactOf<'handlingUnit'>, ActionRefusal>> {
  return await record<FactOf<'handlingUnit'>>(context, {
    caseId: input.caseId,
    fact: (stamp) =>
      accept({
        ...stamp,
        kind: 'handlingUnit',
        ...input,
        handlingUnitId: HandlingUnitId.parse(context.newId()),
        parentId: null,
        sscc: null,
      }),
  });
}
