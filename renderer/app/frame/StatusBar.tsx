import { Link as RouteLink } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Workplace } from '../../../shared/facts/workplaces.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button, IconButton } from '../../components/generic/fields/Button.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import { Wordmark } from '../../components/generic/marks/Wordmark.tsx';
import { Popout } from '../../components/generic/surfaces/Popout.tsx';
import type { StationSummary } from '../../queries/station/stationSummary.ts';
import { LookChoices } from '../../screens/station/Preferences.tsx';
import { useSession } from '../../session/session.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { LinkMark } from './LinkMark.tsx';
import { useShellDeps } from './places.tsx';
import styles from './Shell.module.css';
import { Place } from './SignIn.tsx';

const css = classesOf(styles);

/** Where, who, how much is unsent, and whether central can be reached; always in sight. */
export function StatusBar(props: {
  readonly summary: StationSummary | undefined;
  readonly modes: readonly Workplace[];
  readonly onLeave: () => void;
  readonly isLeaving: boolean;
  readonly onShortcuts: () => void;
  readonly onFind: () => void;
  readonly onSkip: () => void;
}): ReactNode {
  const { t, formatDuration, formatList } = useWording();
  const { link, site } = useShellDeps();
  const { person, enrolment } = useActionContext();
  const { summary } = props;
  const calendar = summary?.calendar;
  const mode = useSession((session) => session.mode);
  const refused = summary?.refused ?? 0;
  return (
    <header className={css('bar')} data-density="desk" data-place={mode}>
      <a
        className={css('skip')}
        href="#work"
        onClick={(event) => {
          // The hash is the router's.
          event.preventDefault();
          props.onSkip();
        }}
      >
        {t('skip.toContent')}
      </a>
      <Wordmark />
      <Place enrolment={enrolment} />
      <nav className={css('modes')} aria-label={t('bar.modes')}>
        {props.modes.map((place) => (
          <RouteLink key={place} to={`/${place}`} className={css('mode')}>
            <Icon name={place} />
            <span className={css('word')}>{t(`mode.${place}`)}</span>
          </RouteLink>
        ))}
      </nav>
      <Button look="bare" icon="search" keys={keyNames('find')} onPress={props.onFind}>
        {t('find.open')}
      </Button>
      <span className={css('space')} />
      {refused > 0 && (
        <RouteLink to="/refused" className={css('mode', 'refused')}>
          <Icon name="cross" />
          <span className={css('word')}>{t('bar.refused', { count: refused })}</span>
        </RouteLink>
      )}
      {summary?.clock.flagged && summary.clock.offsetMs !== null && (
        <RouteLink to="/station" className={css('mode', 'refused')}>
          <Icon name="clock" />
          <span className={css('word')}>
            {t('bar.clockOff', { difference: formatDuration(Math.abs(summary.clock.offsetMs)) })}
          </span>
        </RouteLink>
      )}
      {calendar && calendar.kind !== 'fine' && (
        <RouteLink to="/station" className={css('mode', 'refused')}>
          <Icon name="clock" />
          <span className={css('word')}>
            {calendar.kind === 'missing'
              ? t('bar.noCalendar')
              : t('bar.calendarEnds', { count: Math.max(0, calendar.daysLeft) })}
          </span>
        </RouteLink>
      )}
      <RouteLink to="/station" className={css('mode', 'link')}>
        <LinkMark status={link.status} summary={summary} />
        <span className={css('hidden')}>{t('bar.settings')}</span>
      </RouteLink>
      <p className={css('person')}>
        <span className={css('name')} data-person>
          <bdi>{person.name}</bdi>
        </span>
        <span className={css('site')}>
          {formatList(person.roles.map((role) => t(`role.${role}`)))}
        </span>
      </p>
      <Button look="bare" icon="signOut" onPress={props.onLeave} isPending={props.isLeaving}>
        {t('bar.handOver')}
      </Button>
      <Popout icon="globe" label={t('health.preferences')}>
        <LookChoices site={site} />
      </Popout>
      <IconButton icon="keyboard" label={t('bar.shortcuts')} onPress={props.onShortcuts} />
    </header>
  );
}
