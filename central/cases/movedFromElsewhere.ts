import { linesLeftBehind } from '../../shared/cases/decisions/movedUnits.ts';
import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import type { CaseReferences } from '../../shared/cases/reading/policyInput.ts';
import type { FactIndex } from './factsOfCase.ts';

/**
 * Groups of this case that may be goods another case was granted: counted in a parcel of both, after
 * that grant, while the other case took counts of that parcel back and holds fewer units than it was
 * granted. `others` reads another case; those that took something back are in the index.
 */
export function movedFromElsewhere(
  file: CaseFile,
  index: FactIndex,
  others: (caseId: string) => CaseFile | null,
): NonNullable<CaseReferences['movedHere']> {
  return [...takenBackOf(file, index)].flatMap(([caseId, arrivals]) => {
    const other = others(caseId);
    const [left] = other ? linesLeftBehind(other) : [];
    const granted = (other?.grants ?? []).filter((g) => g.added.some((a) => a.quantity > 0));
    const since = granted.map((grant) => Date.parse(grant.acceptedAt));
    if (left === undefined) return [];
    return file.unitGroups.flatMap(({ arrivalId, unitGroupId }) => {
      const isLater = file.facts.some(
        (f) =>
          f.kind === 'unitsCounted' &&
          f.unitGroupId === unitGroupId &&
          !file.corrected.has(f.id) &&
          Date.parse(index.acceptedAt.get(f.id) ?? '') >= Math.min(...since),
      );
      return arrivals.has(arrivalId) && isLater
        ? [{ unitGroupId, orderLineId: left.orderLineId }]
        : [];
    });
  });
}

/** By other case, the parcels of this one in which a count of it was taken back. */
function takenBackOf(file: CaseFile, index: FactIndex): ReadonlyMap<string, ReadonlySet<string>> {
  const own = new Set<string>(file.unitGroups.map((group) => group.arrivalId));
  const found = new Map<string, Set<string>>();
  for (const id of index.corrections.keys()) {
    const count = index.byId.get(id);
    if (count?.kind !== 'unitsCounted' || count.caseId === null) continue;
    if (count.caseId === file.returnCase.id || !own.has(count.arrivalId)) continue;
    found.set(count.caseId, (found.get(count.caseId) ?? new Set()).add(count.arrivalId));
  }
  return found;
}
