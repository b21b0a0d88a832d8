import { type ReactNode, useState } from 'react';
import type { ClientId } from '../../../shared/ids.ts';
import { assertNever } from '../../../shared/result.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { RowList } from '../../components/generic/lists/RowList.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import type { CaseRow } from '../../queries/lists/caseRow.ts';
import type { Reason } from '../../queries/lists/likelihood.ts';
import { type LikelyCase, useLikelyCases } from '../../queries/lists/likelyCases.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import type { Wording } from '../../wording/createWording.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { ClientSheet } from './ClientSheet.tsx';
import styles from './WhoseGoods.module.css';

/** Which announced return goods without papers may be, with the reasons; or a case of their own. */
export function WhoseGoods(props: {
  readonly goods: CaseView;
  readonly onLink: (row: CaseRow) => void;
  /** Absent once a case was opened for them. */
  readonly onOpen?: (clientId: ClientId | null) => void;
}): ReactNode {
  const { t } = useWording();
  const likely = useLikelyCases(props.goods);
  const [isChoosing, setChoosing] = useState(false);
  return (
    <section className={styles['section']}>
      <SectionHead title={t('blind.whose')} />
      {likely?.length === 0 && (
        <EmptyState size="part" title={t('blind.noMatch')} next={t('blind.noMatch.next')} />
      )}
      {likely && likely.length > 0 && (
        <RowList
          label={t('blind.whose')}
          rows={likely}
          keyOf={(one) => one.caseId}
          wordsOf={({ row }) => `${row.rma ?? ''} ${row.clientName}`}
          onOpen={({ row }) => props.onLink(row)}
        >
          {(one) => <Row likely={one} />}
        </RowList>
      )}
      {props.onOpen && (
        <div className={styles['open']}>
          <Button icon="document" onPress={() => setChoosing(true)}>
            {t('blind.open')}
          </Button>
        </div>
      )}
      {isChoosing && (
        <ClientSheet
          onClose={() => setChoosing(false)}
          onChoose={(clientId) => {
            setChoosing(false);
            props.onOpen?.(clientId);
          }}
        />
      )}
    </section>
  );
}

function Row(props: { readonly likely: LikelyCase }): ReactNode {
  const wording = useWording();
  const { row, reasons } = props.likely;
  return (
    <div className={styles['row']}>
      <div>
        <p className={styles['client']}>
          <bdi>{row.clientName}</bdi>
        </p>
        <p className={styles['reasons']}>
          {reasons.map((reason) => (
            <Tag key={JSON.stringify(reason)} tone="accent">
              {sayReason(wording, reason)}
            </Tag>
          ))}
        </p>
      </div>
      <div className={styles['end']}>
        {row.rma && <Identifier value={row.rma} />}
        <span className={styles['link']}>{wording.t('blind.link')}</span>
      </div>
    </div>
  );
}

function sayReason({ t, formatDate, formatNumber }: Wording, reason: Reason): string {
  switch (reason.kind) {
    case 'label':
      return t('blind.because.label', { value: reason.value });
    case 'serial':
      return t('blind.because.serial', { value: reason.value });
    case 'article':
      return reason.name;
    case 'lot':
      return t('blind.because.lot', { value: reason.value });
    case 'quantity':
      return t('blind.because.quantity', { count: formatNumber(reason.counted) });
    case 'client':
      return t('blind.because.client', { name: reason.name });
    case 'expected':
      return t('blind.because.expected', { date: formatDate(reason.on, 'day') });
    default:
      return assertNever(reason);
  }
}
