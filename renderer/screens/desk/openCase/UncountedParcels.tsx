import type { ReactNode } from 'react';
import { labelOf, uncountedParcels } from '../../../../shared/cases/reading/uncountedParcels.ts';
import { Notice } from '../../../components/generic/surfaces/Notice.tsx';
import { Identifier } from '../../../components/returns/Identifier.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';

/** The bench may finish although a parcel was not counted; whoever signs hears of it. */
export function UncountedParcels({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useWording();
  return uncountedParcels(view.file).map((parcel) => (
    <Notice key={parcel.id} tone="warning" icon="bench" title={t('bench.unfinished.uncounted')}>
      <Identifier value={labelOf(parcel)} /> {t('desk.uncountedParcel')}
    </Notice>
  ));
}
