import { lineOf } from '../../../shared/cases/reading/lineOf.ts';
import type { UnitGroupId } from '../../../shared/ids.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import type { Shown } from '../../workflow/photoViewer/pairPhotos.ts';

/** What these units are held against: the client's pictures, and the sample or drawing of their order line. */
export function referenceOf(
  { file, orderLines }: Pick<CaseView, 'file' | 'orderLines'>,
  unitGroupId: UnitGroupId | null,
): { readonly pictures: readonly Shown[]; readonly drawing: string | null } {
  const evidence = file.returnCase.application?.evidence ?? [];
  const lineId = unitGroupId === null ? null : lineOf(unitGroupId, file);
  return {
    pictures: evidence.flatMap(({ sha256, caption }) =>
      sha256 === null ? [] : [{ sha256, caption }],
    ),
    drawing: orderLines.find(({ id }) => id === lineId)?.drawing ?? null,
  };
}
