import { distinctArrivals } from '../../../../../shared/cases/reading/distinctArrivals.ts';
import { labelOf } from '../../../../../shared/cases/reading/uncountedParcels.ts';
import type { ArrivalFact } from '../../../../../shared/facts/fact.ts';
import { Identifier } from '../../../../components/returns/Identifier.tsx';
import type { CaseView } from '../../../../queries/oneCase/caseView.ts';
import type { Wording } from '../../../../wording/createWording.ts';
import type { CompareRow } from './CompareTable.tsx';

/** The way there, and the way back: each parcel as the dock saw it last. */
export function deliveryRow(wording: Wording, view: CaseView): CompareRow {
  const { t, formatDate } = wording;
  const { file } = view;
  const parcels = distinctArrivals(file.arrivals, file.acceptedAt).map((arrival) => {
    const checked = file.doorChecks.findLast((check) => check.arrivalId === arrival.arrivalId);
    return { ...arrival, ...(checked && seenIn(checked)) };
  });
  return {
    key: 'delivery',
    name: t('compare.delivery'),
    said: <Delivered wording={wording} view={view} />,
    found:
      parcels.length === 0
        ? t('bench.notHere')
        : parcels.map((parcel) => (
            <p key={parcel.id}>
              {[
                formatDate(parcel.at.localDate, 'day'),
                ...(parcel.carrier === null ? [] : [parcel.carrier]),
                t('compare.packages', { count: parcel.packages }),
                ...(parcel.condition === 'good' ? [t('condition.good')] : []),
                ...(parcel.seal?.intact === true ? [t('dock.door.seal.intact')] : []),
              ].join(' · ')}{' '}
              <Identifier value={labelOf(parcel)} size="small" />
            </p>
          )),
    differs: [
      ...new Set(
        parcels.flatMap((parcel) => [
          ...(parcel.condition === 'good' ? [] : [t(`condition.${parcel.condition}`)]),
          ...(parcel.seal?.intact === false ? [t('dock.door.seal.broken')] : []),
        ]),
      ),
    ],
  };
}

function seenIn({
  carrier,
  packages,
  seal,
  condition,
}: Pick<ArrivalFact, 'carrier' | 'packages' | 'seal' | 'condition'>) {
  return { packages, seal, condition, ...(carrier !== null && { carrier }) };
}

function Delivered(props: { readonly wording: Wording; readonly view: CaseView }) {
  const { t, formatDate } = props.wording;
  const { returnCase } = props.view.file;
  const ways = props.view.orderLines.map(({ carrier, clientReceivedOn }) =>
    t('compare.delivered', {
      carrier: carrier.name,
      by: carrier.selectedBy,
      on: clientReceivedOn === null ? 'none' : formatDate(clientReceivedOn, 'day'),
    }),
  );
  return (
    <>
      {[...new Set(ways)].map((way) => (
        <p key={way}>{way}</p>
      ))}
      {returnCase.objectedOn !== null && (
        <p>{t('compare.objected', { date: formatDate(returnCase.objectedOn, 'day') })}</p>
      )}
      {returnCase.objection === 'notMade' && <p>{t('compare.noObjection')}</p>}
      {returnCase.expectedOn !== null && (
        <p>{t('compare.expected', { date: formatDate(returnCase.expectedOn, 'day') })}</p>
      )}
    </>
  );
}
