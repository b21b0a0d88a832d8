import type { ReactNode } from 'react';
import type { Pace } from '../../../shared/deadlines/predictedBreach.ts';
import { NumberStepper } from '../../components/generic/fields/NumberStepper.tsx';
import { Select } from '../../components/generic/fields/Select.tsx';
import { RowList } from '../../components/generic/lists/RowList.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { ClientName } from '../../components/returns/ClientName.tsx';
import { SevenDayBar } from '../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import {
  type DeadlineBoard as Board,
  type BoardRow,
  useDeadlineBoard,
} from '../../queries/lists/deadlineBoard.ts';
import { useRecentPace } from '../../queries/lists/recentPace.ts';
import { useSite } from '../../queries/station/site.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import styles from './DeadlineBoard.module.css';
import { MyDay } from './MyDay.tsx';
import { stateOfRow } from './stateOfRow.ts';

/** Nobody has closed a case lately: a guess to start from. */
const guessedPace = 1;
const halfHours = Array.from({ length: 48 }, (_, half) => {
  const hour = String(Math.floor(half / 2)).padStart(2, '0');
  return `${hour}:${half % 2 === 0 ? '00' : '30'}`;
});

/** Every open case by risk: what is late, what will be at this pace, what only has to be sent. */
export function DeadlineBoard(props: {
  readonly shift: Pace['shift'];
  readonly onShift: (shift: Pace['shift']) => void;
  /** null: as fast as lately. */
  readonly casesPerHour: number | null;
  readonly onCasesPerHour: (pace: number) => void;
  readonly onOpen: (caseId: string) => void;
  /** What the other stations of the site have not sent. */
  readonly others: ReactNode;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const { enrolment } = useActionContext();
  const zone = useSite(enrolment.siteId)?.timeZone ?? 'UTC';
  const { shift } = props;
  const lately = useRecentPace(enrolment.siteId, shift);
  const measured = lately ? Math.max(0.1, Math.round(lately * 10) / 10) : guessedPace;
  const casesPerHour = props.casesPerHour ?? measured;
  const board = useDeadlineBoard({ casesPerHour, shift });
  if (!board) return null;
  return (
    <main className={styles['board']}>
      <SectionHead
        level={1}
        title={t('desk.place.deadlines')}
        {...(board.rows.length > 0 && { count: formatNumber(board.rows.length) })}
        aside={t('desk.board.order')}
      />
      <MyDay board={board} zone={zone} />
      {props.others}
      <div className={styles['head']}>
        <Figures board={board} />
        <div className={styles['pace']}>
          <NumberStepper
            label={t('desk.board.pace')}
            value={casesPerHour}
            least={0.1}
            most={100}
            step={0.1}
            onChange={props.onCasesPerHour}
            aside={lately && props.casesPerHour === null ? t('desk.board.measured') : ''}
          />
          <Select
            label={t('desk.board.from')}
            chosen={shift.from}
            onChoose={(from) => props.onShift({ ...shift, from })}
            choices={halfHours.filter((h) => h < shift.until).map((key) => ({ key, word: key }))}
          />
          <Select
            label={t('desk.board.until')}
            chosen={shift.until}
            onChoose={(until) => props.onShift({ ...shift, until })}
            choices={halfHours.filter((h) => h > shift.from).map((key) => ({ key, word: key }))}
          />
        </div>
      </div>
      <RowList
        label={t('desk.place.deadlines')}
        rows={board.rows}
        keyOf={(row) => row.caseId}
        wordsOf={(row) => `${row.rma ?? ''} ${row.clientName || t('blind.opened')}`}
        onOpen={(row) => props.onOpen(row.caseId)}
        empty={
          <EmptyState icon="clock" title={t('desk.board.empty')} next={t('desk.empty.next')} />
        }
      >
        {drawRow}
      </RowList>
    </main>
  );
}

const drawRow = (row: BoardRow) => <Row row={row} />;

function Figures(props: { readonly board: Board }): ReactNode {
  const { t, formatNumber, formatDate } = useWording();
  const { board } = props;
  return (
    <dl className={styles['figures']}>
      {board.uncounted > 0 && (
        <div className={styles['figure']} data-tone="late">
          <dd className={styles['number']}>{formatNumber(board.uncounted)}</dd>
          <dt className={styles['name']}>{t('desk.board.uncounted')}</dt>
        </div>
      )}
      <div className={styles['figure']} data-tone={board.breached > 0 ? 'late' : undefined}>
        <dd className={styles['number']}>{formatNumber(board.breached)}</dd>
        <dt className={styles['name']}>{t('desk.board.breached')}</dt>
      </div>
      <div className={styles['figure']} data-tone={board.willBreach > 0 ? 'red' : undefined}>
        <dd className={styles['number']}>{formatNumber(board.willBreach)}</dd>
        <dt className={styles['name']}>{t('desk.board.willBreach')}</dt>
      </div>
      <div className={styles['figure']} data-tone={board.unsent > 0 ? 'amber' : undefined}>
        <dd className={styles['number']}>{formatNumber(board.unsent)}</dd>
        <dt className={styles['name']}>
          {board.sendBy
            ? t('desk.board.sendBy', {
                moment: formatDate(board.sendBy, 'moment'),
                count: board.unsent,
              })
            : t('desk.board.unsent')}
        </dt>
      </div>
    </dl>
  );
}

function Row(props: { readonly row: BoardRow }): ReactNode {
  const { t, formatList } = useWording();
  const { row } = props;
  const articles = formatList(row.articles);
  return (
    <div className={styles['row']}>
      <div className={styles['what']}>
        <ClientName className={styles['client']} name={row.clientName || t('blind.opened')} />
        <p className={styles['under']} title={articles}>
          {row.rma && <Identifier value={row.rma} size="small" />} {articles}
        </p>
      </div>
      <SevenDayBar standing={row.standing} uncounted={row.uncounted} />
      <p className={styles['state']}>{t(stateOfRow(row))}</p>
      <Forecast row={row} />
    </div>
  );
}

function Forecast(props: { readonly row: BoardRow }): ReactNode {
  const { t, formatDate } = useWording();
  const { row } = props;
  const ready = row.readyAt && t('desk.board.ready', { moment: formatDate(row.readyAt, 'moment') });
  const words = {
    uncounted: <Tag tone="late">{t('desk.board.noDeadline')}</Tag>,
    breached: <Tag tone="late">{t('desk.board.isLate')}</Tag>,
    willBreach: <Tag tone="red">{t('desk.board.willBeLate')}</Tag>,
    onlyIfNotSent: (
      <Tag tone="amber">
        {t('desk.board.send', { moment: row.sendBy ? formatDate(row.sendBy, 'moment') : '' })}
      </Tag>
    ),
    none: null,
  } as const;
  return (
    <div className={styles['forecast']}>
      {words[row.risk]}
      <span className={styles['ready']}>
        {row.waitsFor === 'central' ? t('desk.board.atCentral') : ready}
      </span>
    </div>
  );
}
