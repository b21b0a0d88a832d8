import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import { nameOfArticle } from '../../shared/facts/articles.ts';
import type { UnitsCountedFact } from '../../shared/facts/fact.ts';

export function nameOfUnits(file: CaseFile, unitGroupId: string | null): string {
  const group = file.unitGroups.find((g) => g.unitGroupId === unitGroupId);
  return group ? nameOfArticle(group) : '';
}

/** The words for how units stand against the papers: nothing is odd where nothing was announced. */
export function identityWords(
  { returnCase }: Pick<CaseFile, 'returnCase'>,
  group: UnitsCountedFact,
) {
  if (returnCase.lines.length === 0) return 'dock.parcel.extra';
  const isOtherLot =
    group.identity === 'mismatch_instance' && group.lot !== null && group.serials.length === 0;
  return isOtherLot ? 'identity.foreignLot' : (`identity.${group.identity}` as const);
}
