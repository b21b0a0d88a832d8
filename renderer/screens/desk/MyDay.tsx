import type { ReactNode } from 'react';
import { useDeskQueue } from '../../queries/deskQueue/deskQueue.ts';
import { noFilter } from '../../queries/deskQueue/queueFilter.ts';
import type { BoardRow, DeadlineBoard } from '../../queries/lists/deadlineBoard.ts';
import { useDecidedToday } from '../../queries/station/decidedToday.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import styles from './MyDay.module.css';

/** No forecast reaches further than anybody plans. */
const daysForeseen = 3;

/** What this person decided today and what waits for them; then, in sentences, what becomes late at this pace. */
export function MyDay(props: { readonly board: DeadlineBoard; readonly zone: string }): ReactNode {
  const { t, formatDate } = useWording();
  const { person } = useActionContext();
  const decided = useDecidedToday(person.personId, props.zone);
  const queue = useDeskQueue(person.personId, noFilter);
  const days = lateByDay(props.board.rows).slice(0, daysForeseen);
  return (
    <div className={styles['day']}>
      <p className={styles['own']}>
        {decided !== undefined && <span>{t('desk.day.decided', { count: decided })}</span>}
        {queue && <span>{t('desk.day.waiting', { count: queue.all })}</span>}
      </p>
      <ul className={styles['forecast']}>
        {days.map(([dueOn, count]) => (
          <li key={dueOn}>{t('desk.day.forecast', { count, date: formatDate(dueOn, 'day') })}</li>
        ))}
        {days.length === 0 && <li>{t('desk.day.inTime')}</li>}
      </ul>
    </div>
  );
}

/** Those that will be late, by the day that is their last, nearest first. */
export function lateByDay(
  rows: readonly Pick<BoardRow, 'risk' | 'standing'>[],
): readonly (readonly [dueOn: string, count: number])[] {
  const days = new Map<string, number>();
  for (const { risk, standing } of rows) {
    if (risk !== 'willBreach' || !standing) continue;
    const { dueOn } = standing.deadline;
    days.set(dueOn, (days.get(dueOn) ?? 0) + 1);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}
