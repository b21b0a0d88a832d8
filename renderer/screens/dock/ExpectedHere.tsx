import type { ReactNode } from 'react';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Identifier } from '../../components/Identifier.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import { Tag } from '../../components/Tag.tsx';
import type { CaseRow } from '../../queries/caseRow.ts';
import { useNow } from '../../queries/StationStorage.tsx';
import { useSite } from '../../queries/site.ts';
import { useWorklist } from '../../queries/worklist.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../atWork/AtWork.tsx';
import styles from './ExpectedHere.module.css';
import { type ExpectedGroup, expectedGroups } from './expectedGroups.ts';

/** What may come through the door next. Only to look at: the scan finds its case by itself. */
export function ExpectedHere(): ReactNode {
  const { t, formatNumber } = useWording();
  const { enrolment } = useActionContext();
  const now = useNow();
  const zone = useSite(enrolment.siteId)?.timeZone ?? 'UTC';
  const rows = useWorklist('dock');
  if (rows === undefined) return null;
  const groups = expectedGroups(rows, localDateOf(new Date(now).toISOString(), zone));
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <section>
      <SectionHead
        title={t('dock.expected.title')}
        {...(count > 0 && { count: formatNumber(count) })}
      />
      {count === 0 && (
        <EmptyState
          icon="dock"
          title={t('dock.expected.empty')}
          next={t('dock.expected.empty.next')}
        />
      )}
      {groups.map((group) => (
        <Group key={`${group.when} ${group.date ?? ''}`} group={group} />
      ))}
    </section>
  );
}

function Group(props: { readonly group: ExpectedGroup }): ReactNode {
  const { t, formatDate, formatNumber } = useWording();
  const { group } = props;
  return (
    <section className={styles['group']}>
      <h3 className={styles['when']}>
        {group.when === 'later'
          ? formatDate(group.date ?? '', 'day')
          : t(`dock.expected.${group.when}`)}
        <span className={styles['many']}>{formatNumber(group.rows.length)}</span>
      </h3>
      <ul>
        {group.rows.map((row) => (
          <Row key={row.caseId} row={row} isOverdue={group.when === 'overdue'} />
        ))}
      </ul>
    </section>
  );
}

function Row(props: { readonly row: CaseRow; readonly isOverdue: boolean }): ReactNode {
  const { t, formatDate, formatList, formatNumber } = useWording();
  const { row } = props;
  const articles = formatList(row.articles);
  const day = row.remainder?.until ?? row.expectedOn;
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <p className={styles['client']} title={row.clientName}>
          {row.clientName}
        </p>
        <p className={styles['articles']} title={articles}>
          {articles}
        </p>
      </div>
      <div className={styles['end']}>
        {row.rma && <Identifier value={row.rma} />}
        {props.isOverdue && day && (
          <span className={styles['articles']}>{formatDate(day, 'day')}</span>
        )}
        {row.remainder ? (
          <Tag tone="amber">
            {t('dock.expected.rest', { count: formatNumber(row.remainder.quantity) })}
          </Tag>
        ) : (
          row.state !== 'authorised' && <Tag>{t(`state.${row.state}`)}</Tag>
        )}
      </div>
    </li>
  );
}
