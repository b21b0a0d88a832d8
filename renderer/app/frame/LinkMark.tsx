import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import { useWallClock } from '../../queries/StationStorage.tsx';
import { useLastSafeSend } from '../../queries/station/lastSafeSend.ts';
import { useRefreshing } from '../../queries/station/refreshing.ts';
import type { StationSummary } from '../../queries/station/stationSummary.ts';
import type { SyncStatus } from '../../sync/startSync.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { inTheWay } from './inTheWay.ts';
import styles from './LinkMark.module.css';

const css = classesOf(styles);

/** How much waits for central, and whether central can be reached. Offline is grey, with its time. */
export function LinkMark(props: {
  readonly status: SyncStatus;
  readonly summary: StationSummary | undefined;
}): ReactNode {
  const { t, formatDate, formatDuration, formatBytes, formatNumber } = useWording();
  const now = useWallClock();
  const { status, summary } = props;
  const refreshing = useRefreshing();
  const safe = useLastSafeSend();
  const inWay = inTheWay(status);
  const isOnline = status.reached === true && inWay === null;
  const waiting = summary?.photosWaiting;
  return (
    <div className={css('mark')} data-online={isOnline || undefined}>
      <Icon name={isOnline ? 'online' : 'offline'} />
      <p className={css('lines')}>
        <span className={css('sent')}>
          {summary && summary.unsent > 0 ? (
            <>
              <strong>{t('bar.unsent', { count: summary.unsent })}</strong>
              {summary.oldestUnsentAt && (
                <span className={css('aside')}>
                  {t('bar.oldest', {
                    age: formatDuration(Math.max(60_000, now - Date.parse(summary.oldestUnsentAt))),
                  })}
                </span>
              )}
            </>
          ) : (
            t(waiting && waiting.count > 0 ? 'bar.allSentButPhotos' : 'bar.allSent')
          )}
        </span>
        <span className={css('aside')}>
          {refreshing && (
            <>
              {t('bar.refreshing', {
                done: formatNumber(refreshing.done),
                all: formatNumber(refreshing.all),
              })}
              {' · '}
            </>
          )}
          {isOnline
            ? status.catchingUp
              ? t('bar.catchingUp', {
                  done: formatNumber(status.catchingUp.done),
                  all: formatNumber(status.catchingUp.all),
                })
              : t('bar.online')
            : inWay
              ? t(inWay)
              : summary?.lastContactAt
                ? t('bar.offlineSince', {
                    time: formatDate(
                      summary.lastContactAt,
                      now - Date.parse(summary.lastContactAt) > 12 * 3_600_000 ? 'moment' : 'time',
                    ),
                  })
                : t('bar.offline')}
          {safe && !isOnline && (
            <>
              {' · '}
              <strong>
                {t('bar.sendBy', {
                  when: formatDate(lastMinuteBefore(safe.lateFrom), 'moment'),
                  count: safe.verdicts,
                })}
              </strong>
            </>
          )}
          {waiting && waiting.count > 0 && (
            <>
              {' · '}
              {waiting.paused
                ? t('bar.photosPaused')
                : t('bar.photos', {
                    count: waiting.count,
                    left: formatBytes(waiting.bytes - waiting.sentBytes),
                  })}
            </>
          )}
        </span>
      </p>
    </div>
  );
}

/** The day ends at midnight: said as its last minute, so that nobody reads it as the next day's. */
function lastMinuteBefore(instant: string): string {
  return new Date(Date.parse(instant) - 60_000).toISOString();
}
