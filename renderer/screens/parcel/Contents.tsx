import type { ReactNode } from 'react';
import { nameOfArticle } from '../../../shared/facts/articles.ts';
import { IconButton } from '../../components/generic/fields/Button.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import type { CountOf } from '../../workflow/openParcel.ts';
import styles from './Contents.module.css';
import { type ContentsRow, contentsRows } from './contentsRows.ts';

/** What was announced beside what is there, one large number a line. */
export function Contents(props: {
  readonly view: CaseView;
  readonly onCount: (count: CountOf) => void;
}): ReactNode {
  const { t } = useWording();
  const rows = contentsRows(props.view);
  const announced = rows.filter((row) => row.announced !== null);
  const isComplete =
    announced.length > 0 && announced.every((row) => row.counted >= (row.announced ?? 0));
  return (
    <section>
      <SectionHead
        title={t('dock.parcel.contents')}
        aside={
          isComplete && (
            <span className={styles['complete']}>
              <Icon name="check" />
              {t('dock.parcel.complete')}
            </span>
          )
        }
      />
      {rows.length === 0 && <EmptyState size="part" title={t('dock.parcel.nothingYet')} />}
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <Row key={row.key} row={row} onCount={props.onCount} />
        ))}
      </ul>
    </section>
  );
}

function Row(props: {
  readonly row: ContentsRow;
  readonly onCount: (count: CountOf) => void;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const { row } = props;
  const name = nameOfArticle(row.count);
  // What is printed on it: without a GTIN its own number.
  const sign = row.gtin ?? row.count.article.number;
  const share = row.announced === null ? 1 : Math.min(1, row.counted / Math.max(1, row.announced));
  return (
    <li
      className={styles['row']}
      data-odd={row.oddity !== null || undefined}
      data-complete={(row.announced !== null && share === 1) || undefined}
    >
      <p className={styles['count']}>
        <strong className={styles['number']}>{formatNumber(row.counted)}</strong>{' '}
        <span className={styles['of']}>
          {row.announced === null
            ? t('dock.parcel.extra')
            : t('dock.parcel.of', { count: formatNumber(row.announced) })}
        </span>
      </p>
      <div className={styles['article']}>
        <p className={styles['name']} title={name}>
          <bdi>{name}</bdi>
        </p>
        <p className={styles['under']}>
          {row.oddity && (
            <Tag tone="amber">
              {t(row.isForeignLot ? 'identity.foreignLot' : `identity.${row.oddity}`)}
            </Tag>
          )}
          {sign && <Identifier value={sign} size="small" />}
          {row.lot && <Identifier value={row.lot} size="small" isPlain />}
        </p>
      </div>
      <IconButton
        icon="plus"
        look="quiet"
        label={t('dock.parcel.plusOne', { name })}
        onPress={() => props.onCount({ ...row.count, quantity: 1 })}
      />
      <span className={styles['track']} aria-hidden>
        <span className={styles['done']} style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </li>
  );
}
