import type { FactOf } from '../../shared/facts/fact.ts';
import type { ArrivalId, CaseId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

type DoorChecked = FactOf<'doorChecked'>;

export type CheckDoor = Pick<
  DoorChecked,
  'carrier' | 'packages' | 'seal' | 'condition' | 'note'
> & {
  readonly caseId: CaseId | null;
  readonly arrivalId: ArrivalId;
};

/** What the dock saw at the door, said after the arrival. */
export async function checkDoor(
  context: ActionContext,
  input: CheckDoor,
): Promise<Result<DoorChecked, ActionRefusal>> {
  return await record<DoorChecked>(context, {
    caseId: input.caseId,
    fact: (stamp) => accept({ ...stamp, kind: 'doorChecked', ...input }),
  });
}
