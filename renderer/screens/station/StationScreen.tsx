import type { ReactNode } from 'react';
import type { CalendarEnd } from '../../../shared/deadlines/calendarEnd.ts';
import type {
  Enrolment,
  SignedInPerson,
  StationState,
} from '../../../shared/desktop/desktopApi.ts';
import type { Site } from '../../../shared/facts/documents.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Select } from '../../components/generic/fields/Select.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import { type StationSummary, useStationSummary } from '../../queries/station/stationSummary.ts';
import { prefer, useSession } from '../../session/session.ts';
import type { Wording } from '../../wording/createWording.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { PrintSection } from '../printing/PrintSection.tsx';
import { Calibration } from './Calibration.tsx';
import { PhotosWaiting } from './PhotosWaiting.tsx';
import { Preferences } from './Preferences.tsx';
import { RescueSection } from './RescueSection.tsx';
import type { RescueDesktop } from './rescueDesktop.ts';
import styles from './Station.module.css';
import { UnsentList } from './UnsentList.tsx';

const css = classesOf(styles);

export type Kept = { readonly persisted: boolean; readonly usedBytes: number | null };

/** What this station is, what it runs, and how safe the work on it is, said honestly. */
export function StationScreen(props: {
  readonly state: StationState;
  readonly enrolment: Enrolment;
  readonly site: Site | null;
  readonly kept: Kept;
  readonly desktop: RescueDesktop;
  readonly person: SignedInPerson;
  readonly onPausePhotos: (isPaused: boolean) => void;
  readonly onLimitPhotos: (bitsPerSecond: number | null) => void;
}): ReactNode {
  const wording = useWording();
  const { t, formatDate, formatBytes } = wording;
  const { state, enrolment, kept, site } = props;
  const { docks, timeZone: zone } = site ?? { docks: [], timeZone: null };
  const summary = useStationSummary(enrolment.siteId);
  const { mode, dock } = useSession();
  return (
    <main className={css('page')} data-density={mode === 'desk' ? 'desk' : 'bench'}>
      <SectionHead level={1} title={t('health.title')} />
      <div className={css('columns')}>
        <div className={css('column')}>
          <Particulars
            items={[
              { name: t('health.station'), value: enrolment.stationName },
              { name: t('health.site'), value: enrolment.siteName },
              { name: t('health.zone'), value: zone ?? '–' },
              {
                name: t('health.fingerprint'),
                value: <Identifier value={enrolment.fingerprint} />,
                isWide: true,
              },
            ]}
          />
          <section className={css('section')}>
            <SectionHead title={t('health.safety')} />
            <JournalNotice journal={state.journal} />
            {state.freeBytes < state.minimumFreeBytes && (
              <Notice
                tone="error"
                title={t('health.full', { needed: formatBytes(state.minimumFreeBytes) })}
              />
            )}
            <CalendarNotice end={summary?.calendar ?? null} />
            <Particulars
              look="lines"
              items={[
                {
                  name: t('health.journal'),
                  value: t('health.journal.ok', { count: state.journal.unsettled }),
                },
                { name: t('health.keyring'), value: t(`health.keyring.${state.keyring}`) },
                {
                  name: t('health.persistence'),
                  value: t(kept.persisted ? 'health.persistence.yes' : 'health.persistence.no'),
                },
                ...(kept.usedBytes === null
                  ? []
                  : [
                      {
                        name: t('health.usedSpace'),
                        value: formatBytes(kept.usedBytes),
                      },
                    ]),
                { name: t('health.free'), value: formatBytes(state.freeBytes) },
                {
                  name: t('health.clock'),
                  value: sayClock(wording, summary?.clock),
                },
                {
                  name: t('health.calendar'),
                  value: sayCalendar(wording, summary?.calendar ?? null),
                },
                {
                  name: t('health.lastContact'),
                  value: summary?.lastContactAt
                    ? formatDate(summary.lastContactAt, 'moment')
                    : t('health.never'),
                },
              ]}
            />
          </section>
          <section className={css('section')}>
            <SectionHead title={t('health.unsent')} count={String(summary?.unsent ?? 0)} />
            <UnsentList />
            {summary && (
              <PhotosWaiting
                waiting={summary.photosWaiting}
                onPause={props.onPausePhotos}
                onLimit={props.onLimitPhotos}
              />
            )}
          </section>
          <PrintSection zone={zone} />
          <RescueSection desktop={props.desktop} person={props.person} />
        </div>
        <div className={css('column')}>
          <section className={css('section')}>
            <SectionHead title={t('health.preferences')} />
            {docks.length > 0 && (
              <Select
                label={t('health.dock')}
                choices={[
                  ...docks.map((name) => ({ key: name, word: name })),
                  { key: '', word: t('enrol.dock.none') },
                ]}
                chosen={dock}
                onChoose={(chosen) => prefer({ dock: chosen })}
              />
            )}
            <Preferences site={site} />
          </section>
          <section className={css('section')}>
            <SectionHead title={t('health.calibrate')} />
            <Calibration />
          </section>
          <section className={css('section')}>
            <SectionHead title={t('health.versions')} />
            <Particulars
              look="lines"
              items={[
                { name: t('health.version'), value: state.version },
                { name: t('health.electron'), value: state.electron },
                { name: t('health.chromium'), value: state.chromium },
                { name: t('health.platform'), value: state.platform },
                {
                  name: t('health.central'),
                  value: <Identifier value={state.centralUrl ?? '–'} size="small" />,
                },
              ]}
            />
          </section>
        </div>
      </div>
    </main>
  );
}

function JournalNotice(props: { readonly journal: StationState['journal'] }): ReactNode {
  const { t } = useWording();
  const { tornLines, damagedLines } = props.journal;
  if (damagedLines > 0) {
    return <Notice tone="error" title={t('health.journal.damaged', { count: damagedLines })} />;
  }
  if (tornLines > 0) return <Notice title={t('health.journal.torn', { count: tornLines })} />;
  return null;
}

/** Nobody here can renew it; who reads this can tell the office. */
function CalendarNotice(props: { readonly end: CalendarEnd | null }): ReactNode {
  const { t, formatDate } = useWording();
  const { end } = props;
  if (!end || end.kind === 'fine') return null;
  return end.kind === 'missing' ? (
    <Notice tone="error" title={t('health.calendar.missing')} />
  ) : (
    <Notice
      tone={end.daysLeft < 0 ? 'error' : 'warning'}
      title={t(end.daysLeft < 0 ? 'health.calendar.over' : 'health.calendar.ends', {
        date: formatDate(end.on, 'dayWithYear'),
      })}
    />
  );
}

function sayCalendar({ t, formatDate }: Wording, end: CalendarEnd | null): string {
  if (!end) return '–';
  return end.kind === 'missing'
    ? t('health.calendar.none')
    : t('health.calendar.until', { date: formatDate(end.on, 'dayWithYear') });
}

function sayClock(wording: Wording, clock: StationSummary['clock'] | undefined): string {
  const { t, formatDuration } = wording;
  if (!clock || clock.offsetMs === null) return t('health.clock.unknown');
  if (!clock.flagged) return t('health.clock.ok');
  return t('bar.clockOff', { difference: formatDuration(Math.abs(clock.offsetMs)) });
}
