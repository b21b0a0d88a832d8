import type { ReactNode } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Identifier } from '../../components/Identifier.tsx';
import { ListRow } from '../../components/RowList.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import { useWorklist } from '../../queries/worklist.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './ExpectedHere.module.css';

/** What may come through the door next. Only to look at: the scan finds its case by itself. */
export function ExpectedHere(): ReactNode {
  const { t, formatDate, formatNumber, formatList } = useWording();
  const rows = useWorklist('dock');
  return (
    <section>
      <SectionHead
        title={t('dock.expected.title')}
        {...(rows && rows.length > 0 && { count: formatNumber(rows.length) })}
      />
      {rows?.length === 0 && <EmptyState icon="dock" title={t('dock.expected.empty')} />}
      <ul>
        {rows?.map((row) => (
          <li key={row.caseId} className={styles['row']}>
            <ListRow
              title={row.clientName}
              under={formatList(row.articles)}
              end={row.rma && <Identifier value={row.rma} />}
              endUnder={
                row.expectedOn && t('dock.expected.on', { date: formatDate(row.expectedOn, 'day') })
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
