import type { ReactNode } from 'react';
import type {
  DeadlineRefusal,
  DeadlineStanding,
  ProofDay,
} from '../../../../shared/deadlines/deadline.ts';
import type { Wording } from '../../../wording/createWording.ts';
import { sayDeadline, sayDeadlineShort, sayUncounted } from '../../../wording/sayDeadline.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { classesOf } from '../../generic/classesOf.ts';
import styles from './SevenDayBar.module.css';

const css = classesOf(styles);
const defaultTargets = [4, 5] as const;

/**
 * The working days of a case: one segment per counted day, a gap per skipped one, the current day
 * filling, the internal targets as ticks, and always the words. `daySpent` is how much of today is
 * over, 0 to 1.
 */
export function SevenDayBar(props: {
  readonly standing: DeadlineStanding | null;
  /** Goods are here and nobody can count their days: said in place of the deadline. */
  readonly uncounted?: DeadlineRefusal | null;
  /**
   * `line`: bar and short words beside each other, for a row that has one line. `strip`: a thin bar and
   * its words without the day, which lie in the areas `bar` and `words` of the grid they stand in.
   */
  readonly size?: 'small' | 'large' | 'line' | 'strip';
  readonly targets?: readonly number[];
  readonly daySpent?: number;
}): ReactNode {
  const { t, ...wording } = useWording();
  const { standing, uncounted = null, size = 'small' } = props;
  if (!standing) {
    const said = uncounted && sayUncounted({ t, formatDate: wording.formatDate }, uncounted);
    return (
      <div className={css('bar', size)} data-tone={said ? 'late' : 'none'}>
        <div className={css('track')} aria-hidden>
          {Array.from({ length: 7 }, (_, day) => (
            <span key={day} className={css('day')} data-fill="ahead" />
          ))}
        </div>
        <p className={css('words')} title={said?.date}>
          {said && <strong className={css('standing')}>{said.standing}</strong>}
          {said && ' · '}
          <span className={css('date')}>{said ? said.date : t('deadline.none')}</span>
        </p>
      </div>
    );
  }
  const speaking = { t, formatDate: wording.formatDate };
  const whole = sayDeadline(speaking, standing);
  const isShort = size === 'line' || size === 'strip';
  const words = isShort ? sayDeadlineShort(speaking, standing) : whole;
  const { deadline } = standing;
  const daySpent = Math.min(1, Math.max(0, props.daySpent ?? 0.5));
  return (
    <div className={css('bar', size)} data-tone={standing.tone}>
      <div className={css('track')} aria-hidden>
        {deadline.days.map((day) =>
          drawDay(speaking, {
            day,
            fill: fillOf(day, standing),
            daySpent,
            isTarget:
              day.kind === 'counted' && (props.targets ?? defaultTargets).includes(day.number),
            size,
          }),
        )}
        {standing.daysLate > 0 && standing.endedOn === null && (
          <span className={css('over')} style={{ flexGrow: Math.min(3, standing.daysLate) }} />
        )}
      </div>
      <p className={css('words')} {...(isShort && { title: `${whole.standing} · ${whole.date}` })}>
        <strong className={css('standing')}>{words.standing}</strong>
        {size !== 'strip' && (
          <>
            {isShort ? ' ' : ' · '}
            <span className={css('date')}>{words.date}</span>
          </>
        )}
        {!isShort && deadline.provisionalFrom !== null && standing.endedOn === null && (
          <>
            {' · '}
            <span className={css('date')}>{t('deadline.provisional')}</span>
          </>
        )}
      </p>
    </div>
  );
}

type Fill = 'used' | 'now' | 'ahead';

function fillOf(day: ProofDay, standing: DeadlineStanding): Fill {
  const until = standing.endedOn ?? standing.today;
  if (day.date < until || standing.tone === 'late') return 'used';
  if (day.date > until) return 'ahead';
  return standing.endedOn === null ? 'now' : 'used';
}

/** No component: a list draws some hundreds of them. */
function drawDay(
  { t, formatDate }: Pick<Wording, 't' | 'formatDate'>,
  props: {
    readonly day: ProofDay;
    readonly fill: Fill;
    readonly daySpent: number;
    readonly isTarget: boolean;
    readonly size: 'small' | 'large' | 'line' | 'strip';
  },
): ReactNode {
  const { day } = props;
  const key = day.date;
  const isLarge = props.size === 'large';
  if (day.kind === 'receipt') return null;
  if (day.kind === 'skipped')
    return <span key={key} className={css('gap')} data-why={day.why.kind} />;
  if (props.size === 'line' || props.size === 'strip')
    return (
      <span
        key={key}
        className={css('day')}
        data-fill={props.fill}
        data-target={props.isTarget || undefined}
      />
    );
  const isVerdict = day.number === defaultTargets[0];
  return (
    <span
      key={key}
      className={css('day')}
      data-fill={props.fill}
      data-target={props.isTarget || undefined}
    >
      <span className={css('cell')}>
        {props.fill === 'now' && (
          <span className={css('spent')} style={{ inlineSize: `${props.daySpent * 100}%` }} />
        )}
      </span>
      {isLarge && (
        <span className={css('under')}>
          <span className={css('number')}>{day.number}</span>
          <span>
            {props.fill === 'now' ? t('deadline.proof.today') : formatDate(day.date, 'weekday')}
          </span>
        </span>
      )}
      {isLarge && props.isTarget && (
        <span className={css('target')}>
          {t(isVerdict ? 'deadline.target.verdict' : 'deadline.target.approval')}
        </span>
      )}
    </span>
  );
}
