import type { OrderLineId, UnitGroupId } from '../../ids.ts';
import type { CaseFile } from './caseFile.ts';

/** The order line a group stands under by the papers of today. */
export function lineOf(
  unitGroupId: UnitGroupId,
  { returnCase, unitGroups }: Pick<CaseFile, 'returnCase' | 'unitGroups'>,
): OrderLineId | null {
  const group = unitGroups.find((g) => g.unitGroupId === unitGroupId);
  return returnCase.lines.find((l) => l.id === group?.returnLineId)?.orderLineId ?? null;
}
