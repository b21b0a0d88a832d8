import { type ReactNode, useState } from 'react';
import { renewWithinDays } from '../../../shared/deadlines/calendarEnd.ts';
import { epochDayOf } from '../../../shared/deadlines/epochDay.ts';
import { CalendarYear } from '../../../shared/sync/calendarApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Table } from '../../components/generic/lists/Table.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { useAsked } from '../asking/useAsked.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './CalendarYearOf.module.css';
import { IcsSheet } from './IcsSheet.tsx';

const css = classesOf(styles);
type Day = CalendarYear['days'][number];

/** A site's working days, year by year, as deadlines are counted by them; and closures from a file. */
export function CalendarYearOf(props: {
  /** Our id of the site. */
  readonly siteId: string;
  /** In its time zone or here: it makes a day's difference to a warning of three months. */
  readonly today: string;
  readonly onChanged: () => void;
}): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { siteId, today } = props;
  const first = Number(today.slice(0, 4));
  const [year, setYear] = useState(first);
  const [isReading, read] = useState(false);
  const path = (of: number) => `/central/admin/calendars/${encodeURIComponent(siteId)}/years/${of}`;
  const shown = useAsked(path(year), CalendarYear);
  const coming = useAsked(isNear(today) ? path(first + 1) : null, CalendarYear);
  const isComingUnknown = coming.answer?.ok === true && isUnknown(coming.answer.value);
  return (
    <section className={css('calendar')}>
      <SectionHead
        title={t('calendar.year')}
        aside={<Button onPress={() => read(true)}>{t('calendar.ics')}</Button>}
      />
      {isComingUnknown && (
        <Notice tone="warning" title={t('calendar.unknown', { year: String(first + 1) })}>
          {t('calendar.unknown.next')}
        </Notice>
      )}
      <SegmentedChoice
        label={t('calendar.year')}
        isLabelHidden
        segments={[first, first + 1, first + 2].map((of) => ({
          key: String(of),
          word: String(of),
        }))}
        chosen={String(year)}
        onChoose={(key) => setYear(Number(key))}
      />
      {shown.answer?.ok === false && (
        <AskedTrouble trouble={shown.answer.refusal} onAgain={shown.again} />
      )}
      {shown.answer?.ok && <OneYear year={year} of={shown.answer.value} />}
      {shown.answer?.ok &&
        shown.answer.value.unpublished.map(({ from, until }) => (
          <p key={from} className={css('note')}>
            {t('calendar.unpublished', {
              from: formatDate(from, 'dayWithYear'),
              until: formatDate(until, 'dayWithYear'),
            })}
          </p>
        ))}
      {isReading && (
        <IcsSheet
          siteId={siteId}
          onClose={() => read(false)}
          onTaken={() => {
            read(false);
            shown.again();
            props.onChanged();
          }}
        />
      )}
    </section>
  );
}

function OneYear(props: { readonly year: number; readonly of: CalendarYear }): ReactNode {
  const { t, tag, formatDate, formatNumber } = useOfficeWording();
  const { year, of } = props;
  if (isUnknown(of))
    return <p className={css('note')}>{t('calendar.unknown', { year: String(year) })}</p>;
  const named = new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' });
  const months = of.workingDays.map((days, at) => ({
    name: named.format(Date.UTC(year, at, 1)),
    days,
  }));
  return (
    <>
      <dl className={css('months')} aria-label={t('calendar.workingDays')}>
        {months.map(({ name, days }) => (
          <div key={name} className={css('month')}>
            <dt>{name}</dt>
            <dd>{days === null ? '–' : formatNumber(days)}</dd>
          </div>
        ))}
      </dl>
      <p className={css('note')}>{t('calendar.workingDays')}</p>
      <Table<Day>
        caption={t('calendar.days', { year: String(year) })}
        isCaptionHidden
        rows={of.days}
        keyOf={({ date }) => date}
        columns={[
          {
            key: 'date',
            head: t('calendar.day'),
            cell: ({ date }) => formatDate(date, 'day'),
            isRowHead: true,
          },
          { key: 'kind', head: t('calendar.kind'), cell: ({ kind }) => t(`calendar.kind.${kind}`) },
          { key: 'name', head: t('calendar.name'), cell: ({ name }) => name },
        ]}
      />
    </>
  );
}

function isUnknown({ workingDays }: CalendarYear): boolean {
  return workingDays.every((days) => days === null);
}

/** The year ends within the days in which a calendar is to be renewed. */
function isNear(today: string): boolean {
  return epochDayOf(`${Number(today.slice(0, 4)) + 1}-01-01`) - epochDayOf(today) < renewWithinDays;
}
