import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Result } from '../../../shared/result.ts';
import type { SiteStations } from '../../../shared/sync/siteStationsApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './OtherStations.module.css';

const css = classesOf(styles);
const everyMs = 60_000;

/** Central tells them to a supervisor, or cannot be asked. */
export type AskStations = () => Promise<Result<SiteStations, { readonly code: 'notTold' }>>;

/** What the other stations of the site have not sent and when each was heard from, with the time they were told. */
export function OtherStations(props: {
  readonly ask: AskStations;
  readonly told: SiteStations | null;
  readonly onTold: (told: SiteStations) => void;
}): ReactNode {
  const { t, formatDate } = useWording();
  const { ask, told, onTold } = props;
  const [isAnswered, setAnswered] = useState<boolean | null>(null);
  const tell = useRef(onTold);
  useEffect(() => {
    tell.current = onTold;
  });
  useEffect(() => {
    let isShown = true;
    const askNow = async () => {
      const answer = await ask();
      if (!isShown) return;
      setAnswered(answer.ok);
      if (answer.ok) tell.current(answer.value);
    };
    void askNow();
    const timer = setInterval(() => void askNow(), everyMs);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [ask]);
  if (told === null)
    return isAnswered === false && <p className={css('note')}>{t('desk.stations.notTold')}</p>;
  return (
    <section className={css('stations')} aria-label={t('desk.stations')}>
      <h2 className={css('title')}>
        {t('desk.stations')}{' '}
        <span className={css('note')}>
          {t('desk.stations.asOf', { time: formatDate(told.time, 'time') })}
          {isAnswered === false && ` · ${t('desk.stations.stale')}`}
        </span>
      </h2>
      {told.stations.length === 0 && <p className={css('note')}>{t('desk.stations.none')}</p>}
      <ul className={css('list')}>
        {told.stations.map((one) => (
          <li key={one.id} className={css('station')} data-behind={(one.unsent ?? 0) > 0}>
            <span className={css('name')}>{one.name}</span>
            <span className={css('unsent')}>{sayUnsent(t, one.unsent)}</span>
            <Heard at={one.lastContactAt} time={told.time} />
          </li>
        ))}
      </ul>
      {told.more > 0 && (
        <p className={css('note')}>{t('desk.stations.more', { count: told.more })}</p>
      )}
    </section>
  );
}

function Heard(props: { readonly at: string | null; readonly time: string }): ReactNode {
  const { t, formatDate, formatRelative } = useWording();
  const { at, time } = props;
  if (at === null) return <span className={css('note')}>{t('desk.stations.never')}</span>;
  return (
    <time className={css('note')} dateTime={at} title={formatDate(at, 'moment')}>
      {t('desk.stations.heard', { when: formatRelative(at, time) })}
    </time>
  );
}

function sayUnsent(t: ReturnType<typeof useWording>['t'], unsent: number | null): string {
  if (unsent === null) return t('desk.stations.unknown');
  return unsent === 0 ? t('bar.allSent') : t('bar.unsent', { count: unsent });
}
