import type { ReactNode } from 'react';
import type { ArrivalId } from '../../../shared/ids.ts';
import { sumQuantities } from '../../../shared/returns/quantity.ts';
import { IconButton } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Identifier } from '../../components/Identifier.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import { Tag } from '../../components/Tag.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Contents.module.css';
import type { CountOf } from './routeScan.ts';

type Row = {
  readonly key: string;
  readonly name: string;
  readonly gtin: string;
  readonly lot: string | null;
  readonly counted: number;
  readonly announced: number | null;
  readonly oddity: 'mismatch_class' | 'mismatch_instance' | 'mismatch_quantity' | null;
  readonly count: CountOf;
};

/** What was announced beside what is there, one large number a line. */
export function Contents(props: {
  readonly view: CaseView;
  readonly arrivalId: ArrivalId;
  readonly onCount: (count: CountOf) => void;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const rows = rowsOf(props.view);
  return (
    <section>
      <SectionHead title={t('dock.parcel.contents')} />
      {rows.length === 0 && <EmptyState title={t('dock.parcel.nothingYet')} />}
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <li key={row.key} className={styles['row']} data-odd={row.oddity !== null || undefined}>
            <div className={styles['article']}>
              <p className={styles['name']}>{row.name || row.gtin}</p>
              <p className={styles['under']}>
                <Identifier value={row.gtin} size="small" />
                {row.lot && <Identifier value={row.lot} size="small" isPlain />}
                {row.oddity && <Tag>{t(`identity.${row.oddity}`)}</Tag>}
              </p>
            </div>
            <p className={styles['count']}>
              <strong className={styles['number']}>{formatNumber(row.counted)}</strong>{' '}
              <span className={styles['of']}>
                {row.announced === null
                  ? t('dock.parcel.extra')
                  : t('dock.parcel.of', { count: formatNumber(row.announced) })}
              </span>
            </p>
            <IconButton
              icon="plus"
              label={t('dock.parcel.plusOne', { name: row.name || row.gtin })}
              onPress={() => props.onCount({ ...row.count, quantity: 1 })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Announced lines first, each with what meets it; then what nobody announced. */
function rowsOf({ file, orderLines }: CaseView): readonly Row[] {
  const announced = file.returnCase.lines.flatMap((line): readonly Row[] => {
    const order = orderLines.find((o) => o.id === line.orderLineId);
    if (!order) return [];
    const meeting = file.unitGroups.filter(
      (g) => g.returnLineId === line.id && g.identity === 'match',
    );
    return [
      {
        key: line.id,
        name: order.article.name,
        gtin: order.article.gtin,
        lot: order.lot,
        counted: sumQuantities(meeting.map((g) => g.quantity)),
        announced: line.approvedQuantity ?? line.requestedQuantity,
        oddity: null,
        count: {
          returnLineId: line.id,
          unitGroupId: meeting[0]?.unitGroupId ?? null,
          article: order.article,
          lot: meeting[0]?.lot ?? order.lot,
          serials: [],
          quantity: 1,
        },
      },
    ];
  });
  const odd = file.unitGroups.flatMap((group): readonly Row[] =>
    group.identity === 'match'
      ? []
      : [
          {
            key: group.unitGroupId,
            name: group.article.name,
            gtin: group.article.gtin ?? '',
            lot: group.lot,
            counted: group.quantity,
            announced: null,
            oddity: group.identity,
            count: {
              returnLineId: group.returnLineId,
              unitGroupId: group.unitGroupId,
              article: { ...group.article, gtin: group.article.gtin ?? '' },
              lot: group.lot,
              serials: [],
              quantity: 1,
            },
          },
        ],
  );
  return [...announced, ...odd];
}
