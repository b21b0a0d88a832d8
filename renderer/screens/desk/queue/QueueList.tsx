import { type ReactNode, useCallback, useState } from 'react';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { keyNames } from '../../../components/generic/keys/keys.ts';
import { RowList } from '../../../components/generic/lists/RowList.tsx';
import { EmptyState } from '../../../components/generic/surfaces/EmptyState.tsx';
import type { DeskQueue } from '../../../queries/deskQueue/deskQueue.ts';
import { isFiltered, type QueueFilter } from '../../../queries/deskQueue/queueFilter.ts';
import type { CaseRow } from '../../../queries/lists/caseRow.ts';
import { useCasesBegun } from '../../../queries/station/begunDecisions.ts';
import { useNames } from '../../../queries/station/refusals.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import { BlindList } from '../../blind/BlindList.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import styles from './QueueList.module.css';
import { QueueRow } from './QueueRow.tsx';

/**
 * What is asked of this person, one line for each case, and below it what waits for somebody else.
 * Beside an open case it folds to a column.
 */
export function QueueList(props: {
  readonly queue: DeskQueue | undefined;
  readonly filter: QueueFilter;
  readonly onFilter: (filter: QueueFilter) => void;
  /** The case that is open, or was open last. */
  readonly chosen: string | null;
  readonly isNarrow: boolean;
  /** Its decision can still be called back. */
  readonly pending: string | null;
  readonly onOpen: (caseId: string) => void;
  readonly onBlind: (arrivalId: string) => void;
  readonly onWhole: () => void;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const { person } = useActionContext();
  const nameOf = useNames();
  const begun = useCasesBegun(person.personId);
  const { chosen, filter, isNarrow, pending, queue } = props;
  const [isShown, setShown] = useState<boolean | null>(null);
  const drawRow = useCallback(
    (row: CaseRow, isOpen: boolean) => (
      <QueueRow
        row={row}
        isNarrow={isNarrow}
        isOpen={isOpen}
        isInHand={row.caseId === pending}
        isBegun={begun.has(row.caseId)}
        nameOf={nameOf}
      />
    ),
    [isNarrow, pending, begun, nameOf],
  );
  if (!queue) return <EmptyState title={t('loading.title')} isLate />;
  const { apart, mine } = queue;
  const isChosenApart = chosen !== null && apart.placeOf(chosen) >= 0;
  const isApartShown = isShown ?? (isChosenApart || mine.length === 0);
  const list = (label: string, rows: DeskQueue['mine'], empty: ReactNode) => (
    <RowList
      label={label}
      rows={rows}
      size="line"
      keyOf={(row: CaseRow) => row.caseId}
      wordsOf={(row) => `${row.rma ?? ''} ${row.clientName || t('blind.opened')}`}
      onOpen={(row) => props.onOpen(row.caseId)}
      chosen={chosen}
      empty={empty}
    >
      {drawRow}
    </RowList>
  );
  const isAll = mine.length === queue.all;
  return (
    <>
      <div className={styles['head']} data-narrow={isNarrow || undefined}>
        <h1 className={styles['title']}>
          {t('desk.title')}
          <span className={styles['count']}>
            {isAll
              ? formatNumber(mine.length)
              : t('queue.shown', {
                  shown: formatNumber(mine.length),
                  all: formatNumber(queue.all),
                })}
          </span>
        </h1>
        {isNarrow ? (
          <Button look="bare" keys={keyNames('wholeQueue')} onPress={props.onWhole}>
            {t('queue.whole')}
          </Button>
        ) : (
          <QueueFilters
            queue={queue}
            filter={filter}
            onFilter={props.onFilter}
            personId={person.personId}
          />
        )}
      </div>
      {!isNarrow && mine.length > 0 && <Columns />}
      {list(
        t('desk.title'),
        mine,
        isFiltered(filter) ? (
          <EmptyState
            size="part"
            title={t('queue.filter.none')}
            next={t('queue.filter.none.next')}
          />
        ) : (
          <EmptyState size="part" title={t('desk.empty')} next={t('desk.empty.next')} />
        ),
      )}
      {apart.length > 0 && (
        <section className={styles['apart']} aria-label={t('queue.apart')}>
          <Button
            look="bare"
            icon={isApartShown ? 'chevronUp' : 'chevronDown'}
            isExpanded={isApartShown}
            onPress={() => setShown(!isApartShown)}
          >
            {t('queue.apart')} <span className={styles['count']}>{formatNumber(apart.length)}</span>
          </Button>
          {isApartShown && list(t('queue.apart'), apart, null)}
        </section>
      )}
      <BlindList onOpen={props.onBlind} />
    </>
  );
}

const columns = ['due', 'client', 'reason', 'amount', 'ask', 'from'] as const;

/** Each row is read out whole; the names of its parts are for the eye. */
function Columns(): ReactNode {
  const { t } = useWording();
  return (
    <div className={styles['columns']} aria-hidden>
      {columns.map((name) => (
        <span key={name} data-column={name}>
          {t(`queue.column.${name}`)}
        </span>
      ))}
    </div>
  );
}
