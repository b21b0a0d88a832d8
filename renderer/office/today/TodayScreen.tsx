import { type ReactNode, useEffect } from 'react';
import type { AdminScope } from '../../../shared/sync/adminApi.ts';
import { adminTodayApi, Today } from '../../../shared/sync/adminTodayApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { useAsked } from '../asking/useAsked.ts';
import { addressOf } from '../places/place.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { Deadlines } from './Deadlines.tsx';
import { NotTaken } from './NotTaken.tsx';
import { Stations } from './Stations.tsx';
import { Lines, TodayPart } from './TodayPart.tsx';
import styles from './TodayScreen.module.css';

const css = classesOf(styles);
const askedEveryMs = 60_000;

/** What wants somebody today; each part says what it asked, and leads to where one acts. */
export function TodayScreen(props: { readonly scopes: readonly AdminScope[] }): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const mayRead = props.scopes.includes('read');
  const { answer, again } = useAsked(mayRead ? adminTodayApi.today.path : null, Today);
  useEffect(() => {
    const time = setInterval(again, askedEveryMs);
    return () => clearInterval(time);
  });
  if (!mayRead)
    return (
      <div className={css('alone')}>
        <EmptyState title={t('today.noScope')} next={t('refunds.noScope.next')} icon="lock" />
      </div>
    );
  if (!answer) return null;
  if (!answer.ok) return <AskedTrouble trouble={answer.refusal} onAgain={again} />;
  const today = answer.value;
  return (
    <div className={css('screen')}>
      <header className={css('top')}>
        <h1 className={css('title')}>{t('office.today')}</h1>
        <p className={css('asOf')}>{t('today.asOf', { when: formatDate(today.time, 'moment') })}</p>
      </header>
      <div className={css('columns')}>
        <div className={css('column')}>
          <Deadlines sites={today.sites} />
          <Stations today={today} />
        </div>
        <div className={css('column')}>
          <RefundsToday refunds={today.refunds} />
          <NotTaken commands={today.commands} />
          <BlindGoods blind={today.blind} />
          <CalendarsToday calendars={today.calendars} />
        </div>
      </div>
    </div>
  );
}

function RefundsToday(props: { readonly refunds: Today['refunds'] }): ReactNode {
  const { t } = useOfficeWording();
  const { refunds } = props;
  const states = ['failed', 'unknown', 'waiting'] as const;
  const open = states.filter((state) => refunds[state] > 0);
  return (
    <TodayPart
      title={t('office.refunds')}
      well={open.length === 0 ? t('today.refunds.none') : null}
    >
      <Lines
        lines={open.map((state) => ({
          key: state,
          what: (
            <Tag tone={state === 'failed' ? 'red' : 'amber'}>
              {t(`today.refunds.${state}`, { count: refunds[state] })}
            </Tag>
          ),
          aside: (
            <a className={css('go')} href={addressOf({ at: 'refunds', filter: state, id: null })}>
              {t('action.show')}
            </a>
          ),
        }))}
      />
    </TodayPart>
  );
}

function BlindGoods(props: { readonly blind: Today['blind'] }): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { all, first } = props.blind;
  return (
    <TodayPart
      title={t('today.blind')}
      well={all === 0 ? t('today.blind.none') : null}
      lead={t('today.blind.lead')}
      aside={
        all > 0 && (
          <a
            className={css('go')}
            href={addressOf({ at: 'newRecord', kind: 'returns', isFirst: false })}
          >
            {t('today.blind.put')}
          </a>
        )
      }
    >
      <p>
        <Tag tone="amber">{t('today.blind.count', { count: all })}</Tag>
      </p>
      <Lines
        lines={first.map(({ arrivalId, siteName, receivedAt }) => ({
          key: arrivalId,
          what: siteName,
          aside: t('today.received', { when: formatDate(receivedAt, 'moment') }),
        }))}
      />
    </TodayPart>
  );
}

function CalendarsToday(props: { readonly calendars: Today['calendars'] }): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { calendars } = props;
  return (
    <TodayPart
      title={t('today.calendars')}
      well={calendars.length === 0 ? t('today.calendars.none') : null}
      aside={
        calendars.length > 0 && (
          <a className={css('go')} href={addressOf({ at: 'records', kind: 'calendars' })}>
            {t('today.calendars.go')}
          </a>
        )
      }
    >
      <Lines
        lines={calendars.map(({ key, siteName, validUntil }) => ({
          key,
          what: siteName ?? key,
          aside:
            validUntil === null
              ? t('today.calendar.missing')
              : t('today.calendar.ends', { when: formatDate(validUntil, 'dayWithYear') }),
        }))}
      />
    </TodayPart>
  );
}
