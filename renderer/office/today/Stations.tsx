import type { ReactNode } from 'react';
import type { StationToday, Today } from '../../../shared/sync/adminTodayApi.ts';
import { type Column, Table } from '../../components/generic/lists/Table.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { addressOf } from '../places/place.ts';
import type { OfficeWording } from '../wording/createOfficeWording.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { TodayPart } from './TodayPart.tsx';
import { clockIsOff, isQuiet } from './troubled.ts';

/** Stations that want somebody; those heard from longest ago first. */
export function Stations(props: { readonly today: Today }): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { today } = props;
  const { all, worst } = today.stations;
  const troubled = worst.filter((station) => !isQuiet(station, today));
  const left = all - worst.length;
  const well =
    all === 0
      ? null
      : troubled.length === 0 && left === 0
        ? t('today.stations.well', { count: all })
        : null;
  return (
    <TodayPart
      title={t('today.stations')}
      well={well}
      {...(all === 0 && { lead: t('today.stations.none') })}
    >
      {troubled.length > 0 && (
        <Table<StationToday>
          caption={t('today.stations')}
          isCaptionHidden
          rows={troubled}
          keyOf={({ id }) => id}
          columns={columnsOf(wording, today)}
        />
      )}
      {left > 0 && <p>{t('today.stations.more', { count: left })}</p>}
    </TodayPart>
  );
}

function stationCell({ id, name, siteName }: StationToday): ReactNode {
  return (
    <>
      <a href={addressOf({ at: 'stations', which: id })}>{name}</a> · {siteName}
    </>
  );
}

function columnsOf(
  { t, formatRelative, formatNumber, formatDuration }: OfficeWording,
  today: Today,
): readonly Column<StationToday>[] {
  const nothing = t('today.unknown');
  return [
    {
      key: 'station',
      head: t('today.station'),
      isRowHead: true,
      cell: stationCell,
    },
    {
      key: 'contact',
      head: t('today.contact'),
      cell: ({ lastContactAt }) =>
        lastContactAt === null
          ? t('today.contact.never')
          : formatRelative(lastContactAt, today.time),
    },
    {
      key: 'unsent',
      head: t('today.unsent'),
      cell: ({ unsent, waitsFrom }) =>
        waitsFrom === null
          ? unsent === null
            ? nothing
            : formatNumber(unsent)
          : tagged(t('today.gap', { number: waitsFrom })),
    },
    {
      key: 'version',
      head: t('today.version'),
      cell: ({ version }) => version ?? nothing,
    },
    {
      key: 'clock',
      head: t('today.clock'),
      cell: ({ skewMs }) => {
        if (skewMs === null) return nothing;
        if (!clockIsOff(skewMs)) return t('today.clock.true');
        const time = formatDuration(Math.abs(skewMs));
        return tagged(t(skewMs > 0 ? 'today.clock.ahead' : 'today.clock.behind', { time }));
      },
    },
  ];
}

function tagged(word: string): ReactNode {
  return <Tag tone="amber">{word}</Tag>;
}
