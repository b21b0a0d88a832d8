import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import { sumQuantities } from '../../shared/facts/quantity.ts';

/**
 * What was announced, did not come with its parcel, and stays expected until a day of its own; null
 * while the dock has not said that something is missing, or once the rest has come.
 */
export function remainderOf(file: Pick<CaseFile, 'returnCase' | 'unitGroups' | 'countedOff'>) {
  const said = file.countedOff
    .filter(({ missing }) => missing.length > 0)
    .reduce<CaseFile['countedOff'][number] | null>(
      (last, fact) => (last && last.at.utc > fact.at.utc ? last : fact),
      null,
    );
  const until = said?.expectedUntil ?? null;
  const quantity = sumQuantities(missingIn(file).map((line) => line.quantity));
  return until === null || quantity === 0 ? null : { quantity, until };
}

/** By announced line, what is not here yet. */
export function missingIn({ returnCase, unitGroups }: Pick<CaseFile, 'returnCase' | 'unitGroups'>) {
  return returnCase.lines.flatMap((line) => {
    const here = unitGroups.filter((g) => g.returnLineId === line.id && g.identity === 'match');
    const quantity = sumQuantities([
      line.approvedQuantity ?? line.requestedQuantity,
      ...here.map((group) => -group.quantity),
    ]);
    return quantity > 0 ? [{ returnLineId: line.id, quantity }] : [];
  });
}
