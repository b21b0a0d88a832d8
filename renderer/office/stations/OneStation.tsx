import { type ReactNode, useState } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { type Particular, Particulars } from '../../components/returns/Particulars.tsx';
import { addressOf } from '../places/place.ts';
import recordStyles from '../records/OneRecord.module.css';
import type { OfficeWording } from '../wording/createOfficeWording.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { RevokeSheet } from './RevokeSheet.tsx';
import { StationMarks } from './StationMarks.tsx';
import { inFours, type StationRow } from './stationRow.ts';

const css = classesOf(recordStyles);

/** One station as central knows it, and the way to end it. */
export function OneStation(props: {
  readonly station: StationRow;
  readonly site: string;
  readonly heard: string;
  readonly now: number;
  readonly mayEnrol: boolean;
  readonly onChanged: () => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { t, formatDate } = wording;
  const { station, now } = props;
  const [isRevoking, revoke] = useState(false);
  return (
    <article className={css('record')}>
      <header className={css('head')}>
        <div>
          <p className={css('kind')}>
            <a className={css('back')} href={addressOf({ at: 'stations', which: null })}>
              {t('people.part.stations')}
            </a>
            <StationMarks station={station} now={now} />
          </p>
          <h2 className={css('title')}>{station.name}</h2>
        </div>
        {props.mayEnrol && station.revokedAt === null && (
          <div className={css('acts')}>
            <Button onPress={() => revoke(true)}>{t('stations.revoke')}</Button>
          </div>
        )}
      </header>
      {station.revokedAt !== null && (
        <Notice
          tone="info"
          title={t('stations.revoked', { when: formatDate(station.revokedAt, 'moment') })}
        >
          {t('stations.revoked.next')}
        </Notice>
      )}
      <Particulars items={particularsOf(wording, props)} />
      {isRevoking && (
        <RevokeSheet
          station={station}
          onClose={() => revoke(false)}
          onRevoked={() => {
            revoke(false);
            props.onChanged();
          }}
        />
      )}
    </article>
  );
}

function particularsOf(
  wording: OfficeWording,
  { station, site, heard }: Parameters<typeof OneStation>[0],
): readonly Particular[] {
  const { t, formatDate, formatNumber } = wording;
  const { lastContactAt, unsent, version } = station;
  const at = lastContactAt === null ? '' : ` · ${formatDate(lastContactAt, 'moment')}`;
  return [
    { name: t('health.site'), value: site },
    { name: t('health.lastContact'), value: `${heard}${at}` },
    {
      name: t('stations.unsent'),
      value: unsent === null ? t('stations.unknown') : formatNumber(unsent),
    },
    { name: t('health.version'), value: version ?? t('stations.unknown') },
    { name: t('health.clock'), value: sayClock(wording, station) },
    { name: t('stations.enrolledAt'), value: formatDate(station.enrolledAt, 'moment') },
    {
      name: t('stations.proof'),
      value: t(station.hasProvedKey ? 'stations.proof.yes' : 'stations.proof.no'),
    },
    {
      name: t('health.fingerprint'),
      value: <Identifier value={inFours(station.fingerprint)} size="large" isPlain />,
      isWide: true,
    },
  ];
}

function sayClock(
  { t, formatDuration }: OfficeWording,
  { clockSkewMs }: Pick<StationRow, 'clockSkewMs'>,
): string {
  if (clockSkewMs === null) return t('stations.unknown');
  if (Math.abs(clockSkewMs) < 5000) return t('stations.clock.right');
  const by = formatDuration(Math.abs(clockSkewMs));
  return t(clockSkewMs > 0 ? 'stations.clock.ahead' : 'stations.clock.behind', { by });
}
