import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import type { StillWanted } from '../../shared/facts/decisionFacts.ts';
import type { Wording } from '../wording/createWording.ts';

/** What a supervisor wants of the bench, with the goods it is about. */
export function sayStillWanted(
  { t }: Pick<Wording, 't'>,
  { unitGroups }: Pick<CaseFile, 'unitGroups'>,
  wanted: StillWanted,
): string {
  const group = unitGroups.find((one) => one.unitGroupId === wanted.unitGroupId);
  const named = group?.article.name ?? '';
  const goods = named === '' ? t('wanted.goods') : named;
  return wanted.kind === 'photo'
    ? t('wanted.photo', { goods, shot: t(`shot.${wanted.shot}`) })
    : t(`wanted.${wanted.kind}`, { goods });
}
