import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import { nameOfArticle } from '../../shared/facts/articles.ts';
import type { UnitsCountedFact } from '../../shared/facts/fact.ts';

/** Their article; where more of it lies here in other lots, their own lot too. */
export function nameOfUnits(
  file: Pick<CaseFile, 'unitGroups'>,
  unitGroupId: string | null,
): string {
  const group = file.unitGroups.find((g) => g.unitGroupId === unitGroupId);
  if (!group) return '';
  const lot = lotApart(file, group);
  return lot === null ? nameOfArticle(group) : `${nameOfArticle(group)} · ${lot}`;
}

/** What tells these units from others of their article in the case; null: nothing has to. */
export function lotApart(
  { unitGroups }: Pick<CaseFile, 'unitGroups'>,
  group: UnitsCountedFact,
): string | null {
  const isAlike = (g: UnitsCountedFact) =>
    g.unitGroupId !== group.unitGroupId && nameOfArticle(g) === nameOfArticle(group);
  return unitGroups.some(isAlike) ? group.lot : null;
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
