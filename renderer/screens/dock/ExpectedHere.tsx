import { memo, type ReactNode, useMemo } from 'react';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import { useBehindPaint } from '../../components/generic/afterPaint.ts';
import { rowHeights } from '../../components/generic/lists/rowHeights.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { useDrawnRows } from '../../components/generic/lists/useDrawnRows.ts';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { ClientName } from '../../components/returns/ClientName.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import type { CaseRow } from '../../queries/lists/caseRow.ts';
import { useExpected } from '../../queries/lists/expected.ts';
import { useNow } from '../../queries/StationStorage.tsx';
import { useSite } from '../../queries/station/site.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import styles from './ExpectedHere.module.css';
import { type ExpectedGroup, expectedGroups, keyOfGroup, linesOfGroups } from './expectedGroups.ts';

/** What may come through the door next. Only to look at: the scan finds its case by itself. */
export const ExpectedHere = memo(function ExpectedHere(): ReactNode {
  const { t, formatNumber } = useWording();
  const { enrolment } = useActionContext();
  const now = useNow();
  const zone = useSite(enrolment.siteId)?.timeZone ?? 'UTC';
  // The band is armed before thousands of rows are laid out.
  const days = useBehindPaint(useExpected() ?? null, null);
  const today = localDateOf(new Date(now).toISOString(), zone);
  const groups = useMemo(() => expectedGroups(days ?? [], today), [days, today]);
  if (days === null) return null;
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <section>
      <SectionHead
        title={t('dock.expected.title')}
        {...(count > 0 && { count: formatNumber(count) })}
      />
      {count === 0 ? (
        <EmptyState
          icon="dock"
          title={t('dock.expected.empty')}
          next={t('dock.expected.empty.next')}
        />
      ) : (
        <Groups groups={groups} />
      )}
    </section>
  );
});

const heights = rowHeights({ head: 40, row: 58 });

/** Head and rows of each group, one below the other; only what is in sight is drawn. */
function Groups(props: { readonly groups: readonly ExpectedGroup[] }): ReactNode {
  const { t, formatDate, formatNumber } = useWording();
  const { groups } = props;
  const lines = useMemo(() => linesOfGroups(groups), [groups]);
  const drawn = useDrawnRows({
    count: lines.length,
    keyAt: lines.keyAt,
    kindAt: (index) => (lines.isHeadAt(index) ? 'head' : 'row'),
    heights,
  });
  const shown = drawn.rows.flatMap((one) => {
    const line = lines.at(one.index);
    return line ? [{ ...one, ...line }] : [];
  });
  return (
    <div ref={drawn.listRef} style={drawn.size}>
      {groups.map((group) => {
        const its = shown.filter((line) => line.group === group);
        if (its.length === 0) return null;
        const name =
          group.when === 'later'
            ? formatDate(group.date ?? '', 'day')
            : t(`dock.expected.${group.when}`);
        const head = its.find((line) => line.row === null);
        return (
          <section key={keyOfGroup(group)}>
            {head && (
              <h3
                ref={drawn.measureRef}
                data-index={head.index}
                className={styles['when']}
                style={head.place}
              >
                {name}
                <span className={styles['many']}>{formatNumber(group.rows.length)}</span>
              </h3>
            )}
            <ul aria-label={name}>
              {its.map(
                ({ row, key, index, place, position }) =>
                  row && (
                    <li
                      key={key}
                      ref={drawn.measureRef}
                      data-index={index}
                      className={styles['row']}
                      style={place}
                      aria-setsize={group.rows.length}
                      aria-posinset={position}
                    >
                      <Row row={row} isOverdue={group.when === 'overdue'} />
                    </li>
                  ),
              )}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** The very same row while nothing it says can have changed: nothing of it is drawn because one scrolls. */
const Row = memo(function Row(props: {
  readonly row: CaseRow;
  readonly isOverdue: boolean;
}): ReactNode {
  const { t, formatDate, formatList, formatNumber } = useWording();
  const { row } = props;
  const articles = formatList(row.articles);
  const day = row.remainder?.until ?? row.expectedOn;
  return (
    <>
      <div className={styles['what']}>
        <ClientName className={styles['client']} name={row.clientName} />
        <ClientName className={styles['articles']} name={articles} />
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
    </>
  );
});
