import type { FactOf } from '../../shared/facts/fact.ts';
import { type ArrivalId, CaseId, type ClientId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';
import { linkArrival } from './linkArrival.ts';

export type OpenCase = {
  readonly clientId: ClientId | null;
  /** The blind arrival it is opened for; linked to the new case at once. */
  readonly arrivalId: ArrivalId | null;
  readonly note: string;
};

/** Opens a case for goods nobody announced. Its id is in the fact. */
export async function openCase(
  context: ActionContext,
  input: OpenCase,
): Promise<Result<FactOf<'caseOpened'>, ActionRefusal>> {
  const caseId = CaseId.parse(context.newId());
  const opened = await record<FactOf<'caseOpened'>>(context, {
    caseId,
    fact: (stamp) =>
      accept({ ...stamp, kind: 'caseOpened', caseId, clientId: input.clientId, note: input.note }),
  });
  if (!opened.ok || input.arrivalId === null) return opened;
  const linked = await linkArrival(context, {
    arrivalId: input.arrivalId,
    caseId,
    reason: input.note,
  });
  return linked.ok ? opened : linked;
}
