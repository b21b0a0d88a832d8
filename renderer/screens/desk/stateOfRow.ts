import type { CaseRow } from '../../queries/lists/caseRow.ts';
import type { WordingId } from '../../wording/catalogues.ts';

/** An approval central knows and granted nothing by still wants a second signature. */
export function stateOfRow({ state, saved }: Pick<CaseRow, 'state' | 'saved'>): WordingId {
  return state === 'approved' && saved === 'accepted' ? 'state.approvedOnce' : `state.${state}`;
}
