import type { ReactNode } from 'react';
import type { DeadlineStanding, ProofDay } from '../../../../shared/deadlines/deadline.ts';
import { saySkipped } from '../../../wording/sayDeadline.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { classesOf } from '../../generic/classesOf.ts';
import styles from './DeadlineProof.module.css';

const css = classesOf(styles);

/** The deadline day by day: every counted day with its number, every skipped one with its reason. */
export function DeadlineProof(props: { readonly standing: DeadlineStanding }): ReactNode {
  const { t, formatDate } = useWording();
  const { deadline, today } = props.standing;
  return (
    <div className={css('proof')}>
      <table className={css('days')}>
        <caption className={css('caption')}>{t('deadline.proof.title')}</caption>
        <thead className={css('hidden')}>
          <tr>
            <th scope="col">{t('deadline.proof.day')}</th>
            <th scope="col">{t('deadline.proof.date')}</th>
            <th scope="col">{t('deadline.proof.why')}</th>
          </tr>
        </thead>
        <tbody>
          {deadline.days.map((day) => (
            <tr key={day.date} data-kind={day.kind} data-today={day.date === today || undefined}>
              <td className={css('number')}>{day.kind === 'counted' ? day.number : '–'}</td>
              <th scope="row" className={css('date')}>
                {formatDate(day.date, 'day')}
              </th>
              <td className={css('why')}>
                <Why day={day} isDue={day.date === deadline.dueOn} />
                {day.date === today && (
                  <span className={css('today')}>{t('deadline.proof.today')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css('calendar')}>
        {t('deadline.proof.calendar', { version: deadline.calendarVersion, zone: deadline.zone })}
      </p>
    </div>
  );
}

function Why(props: { readonly day: ProofDay; readonly isDue: boolean }): ReactNode {
  const { t } = useWording();
  const { day } = props;
  if (day.kind === 'receipt') return t('deadline.proof.receipt');
  if (day.kind === 'skipped') return saySkipped({ t }, day.why);
  if (props.isDue) return <strong>{t('deadline.proof.due')}</strong>;
  return t(day.extra ? 'deadline.proof.extra' : 'deadline.proof.counted');
}
