import type { ArrivalId, ClientId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { FactOf } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';

export type OpenCase = {
  readonly clientId: ClientId | null;
  /** The blind arrival it is opened for; linked to the new case at once. */
  readonly arrivalId: ArrivalId | null;
  readonly note: string;
};

/** Opens a case for goods nobody announced. Its id is in the fact. */
export async function openCase(
  _context: ActionContext,
  _input: OpenCase,
): Promise<Result<FactOf<'caseOpened'>, ActionRefusal>> {
  throw new Error('not built yet');
}
