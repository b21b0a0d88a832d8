import type { ReactNode } from 'react';
import type { Today } from '../../../shared/sync/adminTodayApi.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { Counts, Lines, TodayPart } from './TodayPart.tsx';

/** Records of stations that central refused lately, that wait, or that were put aside. */
export function NotTaken(props: { readonly commands: Today['commands'] }): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { refused, deferred, quarantined, first } = props.commands;
  const isWell = refused + deferred + quarantined === 0;
  const some = (count: number, key: 'refused' | 'deferred' | 'quarantined') =>
    count === 0
      ? null
      : ({
          key,
          tone: key === 'deferred' ? 'rest' : 'amber',
          word: t(`today.${key}`, { count }),
        } as const);
  return (
    <TodayPart
      title={t('today.commands')}
      well={isWell ? t('today.commands.none') : null}
      lead={t('today.commands.lead')}
    >
      <Counts
        counts={[
          some(quarantined, 'quarantined'),
          some(refused, 'refused'),
          some(deferred, 'deferred'),
        ]}
      />
      <Lines
        lines={first.map(({ id, stationName, siteName, receivedAt, status, code }) => ({
          key: `${id} ${stationName}`,
          what: `${stationName} · ${siteName}`,
          aside: (
            <>
              {t(`today.command.${status}`)}
              {code !== null && <span translate="no"> ({code})</span>},{' '}
              {formatDate(receivedAt, 'moment')}
            </>
          ),
        }))}
      />
    </TodayPart>
  );
}
