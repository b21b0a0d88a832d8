import { memo, type ReactNode } from 'react';
import { ListRow, RowList } from '../../components/generic/lists/RowList.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { SavedMark } from '../../components/generic/marks/SavedMark.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { SevenDayBar } from '../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { type BlindParcel, useBlindParcels } from '../../queries/lists/blindParcels.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './BlindList.module.css';

/** Goods nobody announced, from their first second until they have a case; nothing while there are none. */
export const BlindList = memo(function BlindList(props: {
  readonly onOpen: (arrivalId: string) => void;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const parcels = useBlindParcels() ?? [];
  if (parcels.length === 0) return null;
  return (
    <section className={styles['section']}>
      <SectionHead title={t('blind.title')} count={formatNumber(parcels.length)} />
      <RowList
        label={t('blind.title')}
        rows={parcels}
        keyOf={({ arrival }) => arrival.arrivalId}
        wordsOf={({ label }) => label ?? t('blind.noLabel')}
        onOpen={({ arrival }) => props.onOpen(arrival.arrivalId)}
      >
        {drawRow}
      </RowList>
    </section>
  );
});

const drawRow = (parcel: BlindParcel) => <Row parcel={parcel} />;

function Row(props: { readonly parcel: BlindParcel }): ReactNode {
  const { t, formatDate, formatList, formatNumber } = useWording();
  const { arrival, label, receivedBy, units, articles, holds, standing, uncounted, saved } =
    props.parcel;
  return (
    <ListRow
      title={label === null ? t('blind.noLabel') : <Identifier value={label} />}
      under={
        units > 0
          ? t('blind.counted', { count: formatNumber(units), articles: formatList(articles) })
          : t('blind.by', { name: receivedBy, time: formatDate(arrival.at.utc, 'moment') })
      }
      middle={<SevenDayBar standing={standing} uncounted={uncounted} />}
      end={
        holds.length > 0 && (
          <span className={styles['holds']}>
            {holds.map((hold) => (
              <Tag key={hold.id} tone={hold.reason === 'hazard' ? 'red' : 'amber'} icon="pause">
                {t(`hold.${hold.reason}`)}
              </Tag>
            ))}
          </span>
        )
      }
      endUnder={saved !== 'accepted' && <SavedMark saved={saved} />}
    />
  );
}
