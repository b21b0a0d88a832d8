import type { ReactNode } from 'react';
import type { GivenCalendar } from '../../../shared/sync/calendarApi.ts';
import { Table } from '../../components/generic/lists/Table.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';

type Changed = { readonly date: string; readonly was: 'working' | 'off'; readonly name: string };
type Left = GivenCalendar['leftOut'][number];

/** What becomes of which day, and which days of the file do not count and why. */
export function CalendarDifferences(props: { readonly would: GivenCalendar }): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { changed, leftOut, calendar } = props.would;
  const names = new Map(
    [...calendar.holidays, ...calendar.closures, ...calendar.extraWorkingDays].map((day) => [
      day.date,
      day.name,
    ]),
  );
  const days: readonly Changed[] = changed.map(({ date, was }) => ({
    date,
    was,
    name: names.get(date) ?? '',
  }));
  const day = {
    key: 'date',
    head: t('calendar.day'),
    cell: ({ date }: { readonly date: string }) => formatDate(date, 'dayWithYear'),
    isRowHead: true,
  };
  const name = {
    key: 'name',
    head: t('calendar.name'),
    cell: (row: { readonly name: string }) => row.name,
  };
  return (
    <>
      {days.length === 0 ? (
        <Notice tone="info" title={t('calendar.noChange')} isNew />
      ) : (
        <Table<Changed>
          caption={t('calendar.changes')}
          rows={days}
          keyOf={({ date }) => date}
          columns={[
            day,
            {
              key: 'becomes',
              head: t('calendar.becomes'),
              cell: ({ was }) =>
                t(was === 'working' ? 'calendar.becomes.off' : 'calendar.becomes.working'),
            },
            name,
          ]}
        />
      )}
      {leftOut.length > 0 && (
        <Table<Left>
          caption={t('calendar.leftOut')}
          rows={leftOut}
          keyOf={({ date, name: called }) => `${date} ${called}`}
          columns={[
            day,
            name,
            { key: 'why', head: t('calendar.why'), cell: ({ why }) => t(`calendar.why.${why}`) },
          ]}
        />
      )}
    </>
  );
}
